import { describe, expect, test } from "vitest";
import { bundledScenario } from "./bundled.ts";
import { playOnce } from "./playOnce.ts";
import { stillRandom } from "./stillRandom.ts";

const seoul = await bundledScenario("seoul");

const plain = {
  baseRate: 0.2,
  troops: 11_000,
  troopsElasticity: 0.5,
  visibility: 0,
  visibilityFactor: 2,
  technology: 0,
  technologyFactor: 4,
  furtherRate: 0.25,
};

describe("right answers, by hand", () => {
  test("at a rate of a fifth a month and mean patience the shift comes after five months, more after nine", () => {
    const { number, steps } = playOnce(seoul, plain, 12);
    expect(number("defensiveAid")).toBe(1);
    expect(number("monthOfShift")).toBe(5);
    expect(steps("chanceByMonth")).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(number("offensiveAid")).toBe(1);
    expect(playOnce(seoul, plain, 8).number("offensiveAid")).toBe(0);
  });

  test("four times the soldiers at an elasticity of a half double the rate: two and a half months, the third", () => {
    expect(playOnce(seoul, { ...plain, troops: 44_000 }, 12).number("monthOfShift")).toBe(3);
  });

  test("technology in full quadruples the rate, and half of it doubles it", () => {
    expect(playOnce(seoul, { ...plain, technology: 1 }, 12).number("monthOfShift")).toBe(2);
    expect(playOnce(seoul, { ...plain, technology: 0.5 }, 12).number("monthOfShift")).toBe(3);
  });

  test("a shift after the horizon did not happen", () => {
    const { number, steps } = playOnce(seoul, plain, 4);
    expect(number("defensiveAid")).toBe(0);
    expect(number("monthOfShift")).toBeNaN();
    expect(steps("chanceByMonth")).toEqual([0, 0, 0, 0]);
  });
});

describe("laws", () => {
  test("at a rate of nothing the shift never comes, however short the patience", () => {
    const { number } = playOnce(seoul, { ...plain, baseRate: 0 }, 12, stillRandom({ exponential: 1e-12 }));
    expect(number("defensiveAid")).toBe(0);
    expect(number("offensiveAid")).toBe(0);
  });

  test("more soldiers, more visible casualties or more technology bring the shift forward", () => {
    const monthOf = (inputs: object) => playOnce(seoul, { ...plain, ...inputs }, 60).number("monthOfShift");
    for (const [name, low, high] of [
      ["troops", 5000, 100_000],
      ["visibility", 0.1, 0.9],
      ["technology", 0.1, 0.9],
    ] as const) {
      expect(monthOf({ [name]: high }), name).toBeLessThan(monthOf({ [name]: low }));
    }
  });
});
