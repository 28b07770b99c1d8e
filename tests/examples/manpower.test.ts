import { describe, expect, test } from "vitest";
import { bundledScenario } from "./bundled.ts";
import { playOnce } from "./playOnce.ts";
import { stillRandom } from "./stillRandom.ts";

const manpower = await bundledScenario("manpower");

const still = {
  recruits: 20_000,
  dailyCasualties: 1000,
  killedShare: 0.25,
  returningShare: 0.5,
  returnDelay: 0,
  levelDrift: 0,
  levelMemory: 0.9,
  dispersion: 0,
  contingent: 11_000,
};

describe("right answers, by hand", () => {
  test("with half of the wounded returning, 20,000 recruits exceed 1,000 casualties a day by 976.6 a month", () => {
    // 20,000 − 30,437.5 × (1 − 0.75 × 0.5) = 976.5625
    const { steps } = playOnce(manpower, still, 12);
    for (const balance of steps("monthlyBalance")) expect(balance).toBeCloseTo(976.5625, 8);
  });

  test("with 30 % returning they fall short by 3,589, which 11,000 soldiers make up for during 3.06 months", () => {
    const { number, steps } = playOnce(manpower, { ...still, returningShare: 0.3 }, 12);
    expect(steps("monthlyBalance")[0]).toBeCloseTo(-3589.0625, 8);
    expect(number("endBalance")).toBeCloseTo(12 * -3589.0625, 6);
    expect(number("shortfall")).toBe(1);
    expect(number("monthsCovered")).toBeCloseTo(11_000 / 3589.0625, 8);
  });

  test("where there is no deficit, the months that the contingent makes up for did not happen", () => {
    const { number, steps } = playOnce(manpower, still, 12);
    expect(number("shortfall")).toBe(0);
    expect(number("monthsCovered")).toBeNaN();
    expect(steps("deficit")).toEqual(Array(12).fill(0));
  });

  test("if every casualty were final, each month would be short by 10,437.5", () => {
    const { steps } = playOnce(manpower, { ...still, returningShare: 0 }, 2);
    expect(steps("monthlyBalance")).toEqual([-10_437.5, -10_437.5]);
  });

  test("a drift of one standard deviation a month raises the level by e^0.1, then e^0.19", () => {
    const drifting = playOnce(manpower, { ...still, levelDrift: 0.1 }, 2, stillRandom({ normal: 1 }));
    const [first, second] = drifting.steps("casualties");
    expect(first! / 30_437.5).toBeCloseTo(Math.exp(0.1), 10);
    expect(second! / 30_437.5).toBeCloseTo(Math.exp(0.9 * 0.1 + 0.1), 10);
  });

  test("of a delay of 1.25 months, three quarters return after one month and one quarter after two", () => {
    const { steps } = playOnce(
      manpower,
      { ...still, recruits: 0, killedShare: 0, returningShare: 1, returnDelay: 1.25, levelDrift: 0.1 },
      3,
      stillRandom({ normal: 1 }),
    );
    const before = 30_437.5;
    const [first, second, third] = steps("casualties") as [number, number, number];
    const balances = steps("monthlyBalance");
    expect(balances[0]).toBeCloseTo(before - first, 6);
    expect(balances[1]).toBeCloseTo(0.75 * first + 0.25 * before - second, 6);
    expect(balances[2]).toBeCloseTo(0.75 * second + 0.25 * first - third, 6);
  });
});

describe("laws", () => {
  test("at a steady level the delay makes no difference, for those hit before the start return too", () => {
    const soon = playOnce(manpower, still, 12).number("endBalance");
    const late = playOnce(manpower, { ...still, returnDelay: 40.7 }, 12).number("endBalance");
    expect(late).toBeCloseTo(soon, 6);
  });

  test("the balance so far adds up the balances of the months", () => {
    const { steps, number } = playOnce(
      manpower,
      { ...still, levelDrift: 0.2 },
      12,
      stillRandom({ normal: 0.5 }),
    );
    let sum = 0;
    const sums = steps("monthlyBalance").map((balance) => (sum += balance));
    expect(steps("balance")).toEqual(sums);
    expect(number("endBalance")).toBe(sums.at(-1));
  });

  test("the contingent changes what it makes up for, in proportion, and nothing else", () => {
    const short = { ...still, returningShare: 0.3 };
    const small = playOnce(manpower, short, 12);
    const large = playOnce(manpower, { ...short, contingent: 100_000 }, 12);
    expect(large.number("endBalance")).toBe(small.number("endBalance"));
    expect(large.number("monthsCovered") / small.number("monthsCovered")).toBeCloseTo(100 / 11, 10);
  });
});
