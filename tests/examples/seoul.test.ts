import { describe, expect, test } from "vitest";
import { bundledScenario } from "./bundled.ts";
import { playOnce } from "./playOnce.ts";
import { stillRandom } from "./stillRandom.ts";

const seoul = await bundledScenario("seoul");

const plain = {
  troops: 11_000,
  strength: 11_000,
  casualties: 0,
  technology: 0,
  baseRate: 0.2,
  politics: 1,
  troopsElasticity: 0.5,
  visibility: 0,
  visibilityFactor: 2,
  technologyFactor: 4,
  furtherRate: 0.25,
};
const monthOf = (inputs: object, steps = 12) =>
  playOnce(seoul, { ...plain, ...inputs }, steps).number("monthOfShift");

describe("right answers, by hand", () => {
  test("at a rate of a fifth a month and mean patience the shift comes after five months, more after nine", () => {
    // A little less than the mean, so that the sum of five rates is no matter of rounding.
    const random = stillRandom({ exponential: 0.999 });
    const { number, steps } = playOnce(seoul, plain, 12, random);
    expect(number("defensiveWeapons")).toBe(1);
    expect(number("monthOfShift")).toBe(5);
    expect(steps("chanceByMonth")).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(number("furtherWeapons")).toBe(1);
    expect(playOnce(seoul, plain, 8, random).number("furtherWeapons")).toBe(0);
  });

  test("four times the soldiers at an elasticity of a half double the rate: two and a half months, the third", () => {
    expect(monthOf({ strength: 44_000 })).toBe(3);
  });

  test("soldiers who come later count from then: two months at a fifth, then two fifths", () => {
    // 0.2 + 0.2 + 0.4 = 0.8, and the fourth month brings the rest of 1 at its middle.
    expect(monthOf({ strength: [11_000, 11_000, 44_000, 44_000, 44_000, 44_000] }, 6)).toBe(4);
  });

  test("technology in full quadruples the rate, and half of it doubles it", () => {
    expect(monthOf({ technology: 1 })).toBe(2);
    expect(monthOf({ technology: 0.5 })).toBe(3);
  });

  test("casualties in full sight double the rate once as many are hit as are counted", () => {
    expect(monthOf({ visibility: 1, casualties: 11_000 })).toBe(3);
    expect(monthOf({ visibility: 1, casualties: 33_000 })).toBe(3);
    expect(monthOf({ visibility: 0, casualties: 33_000, baseRate: 0.201 })).toBe(5);
  });

  test("politics can hold it back: at half the rate it takes ten months", () => {
    expect(monthOf({ politics: 0.5005 })).toBe(10);
  });

  test("a shift after the horizon did not happen", () => {
    const { number, steps } = playOnce(seoul, plain, 4);
    expect(number("defensiveWeapons")).toBe(0);
    expect(number("monthOfShift")).toBeNaN();
    expect(steps("chanceByMonth")).toEqual([0, 0, 0, 0]);
  });
});

describe("laws", () => {
  test("at a rate of nothing the shift never comes, however short the patience", () => {
    const { number } = playOnce(seoul, { ...plain, baseRate: 0 }, 12, stillRandom({ exponential: 1e-12 }));
    expect(number("defensiveWeapons")).toBe(0);
    expect(number("furtherWeapons")).toBe(0);
  });

  test("more soldiers, more visible casualties or more technology bring the shift forward", () => {
    for (const [name, low, high] of [
      ["strength", 5000, 100_000],
      ["visibility", 0.1, 0.9],
      ["technology", 0.1, 0.9],
    ] as const) {
      const at = (value: number) => monthOf({ casualties: 9000, [name]: value }, 60);
      expect(at(high), name).toBeLessThan(at(low));
    }
  });
});
