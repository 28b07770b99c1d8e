import { describe, expect, test } from "vitest";
import { bundledScenario } from "./bundled.ts";
import { playOnce } from "./playOnce.ts";
import { stillRandom } from "./stillRandom.ts";

const bargain = await bundledScenario("bargain");

const cash = {
  troops: 10_000,
  pay: 2000,
  paidShare: 1,
  paymentDelay: 0,
  soldierShare: 0.1,
  technologyChance: 0,
  technologyValue: 100e6,
  casualtyRate: 0,
  killedShare: 0.25,
  returningShare: 0,
  replacedShare: 1,
  contractCost: 40_000,
};
// A hazard that hits exactly one in ten a month.
const oneInTen = -Math.log(0.9);

describe("right answers, by hand", () => {
  test("10,000 soldiers bring in 240 million a year, a tenth for themselves, at 0.6 of a Russian contract", () => {
    const { number } = playOnce(bargain, cash, 12);
    expect(number("total")).toBe(240e6);
    expect(number("reachesSoldiers")).toBeCloseTo(24e6, 6);
    expect(number("perSoldierYear")).toBeCloseTo(24_000, 8);
    expect(number("againstContract")).toBeCloseTo(0.6, 10);
  });

  test("with 1,000 hit a month, 12,000 casualties are 20,000 USD each and 3,000 dead 80,000", () => {
    const { number, steps } = playOnce(bargain, { ...cash, casualtyRate: oneInTen }, 12);
    expect(steps("casualties").at(-1)).toBeCloseTo(12_000, 6);
    expect(number("totalCasualties")).toBe(steps("casualties").at(-1));
    expect(number("totalKilled")).toBeCloseTo(3000, 6);
    expect(number("perCasualty")).toBeCloseTo(20_000, 6);
    expect(number("perKilled")).toBeCloseTo(80_000, 6);
  });

  test("a year's technology comes in twelve equal parts, and money and technology add up to what is received", () => {
    const { number, steps } = playOnce(bargain, { ...cash, technologyChance: 1, technologyValue: 120e6 }, 12);
    expect(steps("received")).toEqual(steps("paid").map((paid, month) => paid + (month + 1) * 10e6));
    expect(steps("received").at(-1)).toBe(number("total"));
  });

  test("where nobody is hit there is no revenue per casualty", () => {
    const { number } = playOnce(bargain, cash, 12);
    expect(number("perCasualty")).toBeNaN();
    expect(number("perKilled")).toBeNaN();
  });

  test("paid a month and a half late and at 80 %, a year's end has seen ten and a half months", () => {
    const { steps } = playOnce(bargain, { ...cash, paymentDelay: 1.5, paidShare: 0.8 }, 12);
    expect(steps("paid").slice(0, 3).map(Math.round)).toEqual([0, 8e6, 24e6]);
    expect(steps("paid").at(-1)).toBeCloseTo(0.8 * 10.5 * 20e6, 4);
    expect(steps("accrued").at(-1)).toBe(240e6);
  });

  test("technology comes in the trials whose luck is below its chance, and can be switched off", () => {
    const likely = { ...cash, technologyChance: 0.6 };
    expect(playOnce(bargain, likely, 6, stillRandom({ uniform: 0.5 })).number("technology")).toBe(50e6);
    expect(playOnce(bargain, likely, 6, stillRandom({ uniform: 0.7 })).number("technology")).toBe(0);
    expect(playOnce(bargain, cash, 6, stillRandom({ uniform: 1e-9 })).number("technology")).toBe(0);
  });
});

describe("laws", () => {
  test("never more is paid than is owed", () => {
    const inputs = { ...cash, casualtyRate: 0.08, replacedShare: 0.3, paymentDelay: 2.3 };
    const { steps } = playOnce(bargain, inputs, 24);
    const accrued = steps("accrued");
    steps("paid").forEach((paid, month) => {
      expect(paid).toBeGreaterThanOrEqual(0);
      expect(paid).toBeLessThanOrEqual(accrued[month]!);
    });
  });

  test("a delay longer than the horizon leaves everything unpaid", () => {
    const { number } = playOnce(bargain, { ...cash, paymentDelay: 30 }, 12);
    expect(number("total")).toBe(0);
  });
});
