import { describe, expect, test } from "vitest";
import { lengthsInDays } from "../../src/assumptions/calendar/calendar.ts";
import { bundledScenario } from "./bundled.ts";
import { playOnce } from "./playOnce.ts";
import { stillRandom } from "./stillRandom.ts";

const manpower = await bundledScenario("manpower");
// Without a start every month has its mean length.
const daysPerMonth = lengthsInDays({ steps: 1, unit: "month" })[0]!;

/** Killed one in four; of the wounded half return, all of them a month later. */
const still = {
  recruits: 20_000,
  recruitDrift: 0,
  claimedCasualties: 1000,
  countFactor: 1,
  levelDrift: 0,
  levelMemory: 0.9,
  dispersion: 0,
  recoveringShare: 0.75 * 0.5,
  backRate: 1,
  otherExits: 0,
  contingent: 11_000,
};

describe("right answers, by hand", () => {
  test("a month has 30.4375 days", () => {
    expect(daysPerMonth).toBe(30.4375);
  });

  test("with half of the wounded returning, 20,000 recruits exceed 1,000 casualties a day by 976.6 a month", () => {
    // 20,000 − 30,437.5 × (1 − 0.75 × 0.5) = 976.5625
    const { steps } = playOnce(manpower, still, 12);
    for (const balance of steps("monthlyBalance")) expect(balance).toBeCloseTo(976.5625, 8);
  });

  test("with 30 % returning they fall short by 3,589 a month, of which 11,000 soldiers make up for a quarter in a year", () => {
    const { number, steps } = playOnce(manpower, { ...still, recoveringShare: 0.75 * 0.3 }, 12);
    expect(steps("monthlyBalance")[0]).toBeCloseTo(-3589.0625, 8);
    expect(number("endBalance")).toBeCloseTo(12 * -3589.0625, 6);
    expect(number("shortfall")).toBe(1);
    expect(number("shortfallWith")).toBe(1);
    expect(number("coveredShare")).toBeCloseTo(11_000 / (12 * 3589.0625), 10);
    expect(steps("balanceWith")[0]).toBeCloseTo(11_000 - 3589.0625, 8);
  });

  test("a contingent that is larger than the deficit makes up for all of it and no more", () => {
    const short = { ...still, recoveringShare: 0.75 * 0.3, contingent: 100_000 };
    const { number } = playOnce(manpower, short, 12);
    expect(number("coveredShare")).toBe(1);
    expect([number("shortfall"), number("shortfallWith")]).toEqual([1, 0]);
  });

  test("where there is no deficit, there is nothing to make up for", () => {
    const { number, steps } = playOnce(manpower, still, 12);
    expect(number("shortfall")).toBe(0);
    expect(number("coveredShare")).toBeNaN();
    expect(steps("deficit")).toEqual(Array(12).fill(0));
  });

  test("if every casualty were final, each month would be short by 10,437.5, and by 500 more who leave otherwise", () => {
    const final = { ...still, recoveringShare: 0 };
    expect(playOnce(manpower, final, 2).steps("monthlyBalance")).toEqual([-10_437.5, -10_437.5]);
    expect(playOnce(manpower, { ...final, otherExits: 500 }, 1).steps("monthlyBalance")).toEqual([-10_937.5]);
  });

  test("a fifth more in truth than is claimed is a fifth more hit, and the claim stays", () => {
    const { steps } = playOnce(manpower, { ...still, countFactor: 1.2 }, 1);
    expect(steps("claimed")).toEqual([30_437.5]);
    expect(steps("casualties")[0]).toBeCloseTo(1.2 * 30_437.5, 8);
  });

  test("a drift of one standard deviation a month raises the level by e^0.1, then e^0.19, and recruits by e^0.1, e^0.2", () => {
    const drifting = { ...still, levelDrift: 0.1, recruitDrift: 0.1, recoveringShare: 0 };
    const { steps } = playOnce(manpower, drifting, 2, stillRandom({ normal: 1 }));
    const [first, second] = steps("claimed") as [number, number];
    expect(first / 30_437.5).toBeCloseTo(Math.exp(0.1), 10);
    expect(second / 30_437.5).toBeCloseTo(Math.exp(0.9 * 0.1 + 0.1), 10);
    const recruited = steps("monthlyBalance").map((balance, month) => balance + [first, second][month]!);
    expect(recruited[0]! / 20_000).toBeCloseTo(Math.exp(0.1), 10);
    expect(recruited[1]! / 20_000).toBeCloseTo(Math.exp(0.2), 10);
  });

  test("where half of those recovering are back in a month, half of a fiercer month's wounded are", () => {
    const inputs = { ...still, recruits: 0, recoveringShare: 1, backRate: 0.5, levelDrift: 0.1 };
    const { steps } = playOnce(manpower, inputs, 2, stillRandom({ normal: 1 }));
    const before = 30_437.5;
    const [first, second] = steps("casualties") as [number, number];
    // At the start 2 · before recover, of whom before return; then as many are left, and the first month's are there.
    expect(steps("monthlyBalance")[0]).toBeCloseTo(before - first, 6);
    expect(steps("monthlyBalance")[1]).toBeCloseTo((before + first) / 2 - second, 6);
  });
});

describe("laws", () => {
  test("at a steady level the delay makes no difference, for those hit before the start return too", () => {
    const soon = playOnce(manpower, still, 12).number("endBalance");
    expect(playOnce(manpower, { ...still, backRate: 1 / 7.3 }, 12).number("endBalance")).toBeCloseTo(soon, 6);
  });

  test("the balance so far adds up the balances of the months", () => {
    const random = stillRandom({ normal: 0.5 });
    const { steps, number } = playOnce(manpower, { ...still, levelDrift: 0.2 }, 12, random);
    let sum = 0;
    const sums = steps("monthlyBalance").map((balance) => (sum += balance));
    expect(steps("balance")).toEqual(sums);
    expect(number("endBalance")).toBe(sums.at(-1));
  });

  test("the contingent changes what it makes up for and nothing of Russia's own force", () => {
    const short = { ...still, recoveringShare: 0.75 * 0.3 };
    const small = playOnce(manpower, short, 12);
    const large = playOnce(manpower, { ...short, contingent: 22_000 }, 12);
    expect(large.steps("balance")).toEqual(small.steps("balance"));
    expect(large.number("coveredShare") / small.number("coveredShare")).toBeCloseTo(2, 10);
  });
});
