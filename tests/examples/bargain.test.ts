import { describe, expect, test } from "vitest";
import { bundledScenario } from "./bundled.ts";
import { playOnce } from "./playOnce.ts";
import { stillRandom } from "./stillRandom.ts";

const bargain = await bundledScenario("bargain");

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const cash = {
  serving: 10_000,
  casualties: months.map((month) => 1000 * month),
  killed: months.map((month) => 250 * month),
  paid: months.map((month) => 20e6 * month),
  paidAsPay: months.map((month) => 20e6 * month),
  soldierShare: 0.1,
  technologyChance: 0,
  technologyExtent: 0.5,
  technologyValue: 200e6,
  contractCost: 40_000,
};

describe("right answers, by hand", () => {
  test("240 million for 10,000 soldiers and a year: a tenth for themselves, 24,000 each, less than a contract", () => {
    const { number } = playOnce(bargain, cash, 12);
    expect(number("total")).toBe(240e6);
    expect(number("totalWithout")).toBe(240e6);
    expect(number("totalWith")).toBeNaN();
    expect(number("reachesSoldiers")).toBeCloseTo(24e6, 6);
    expect(number("perSoldierYear")).toBeCloseTo(24_000, 8);
    expect(number("isCheaper")).toBe(1);
    expect(playOnce(bargain, { ...cash, contractCost: 23_999 }, 12).number("isCheaper")).toBe(0);
  });

  test("12,000 casualties at 20,000 USD each, and 3,000 dead at 80,000, are the price in lives", () => {
    const { number } = playOnce(bargain, cash, 12);
    expect([number("hit"), number("dead")]).toEqual([12_000, 3000]);
    expect(number("perCasualty")).toBeCloseTo(20_000, 6);
    expect(number("perKilled")).toBeCloseTo(80_000, 6);
  });

  test("half of the technology comes in twelve equal parts, and money and technology add up", () => {
    const { number, steps } = playOnce(bargain, { ...cash, technologyChance: 1 }, 12);
    expect(steps("received")).toEqual(months.map((month) => 20e6 * month + 100e6 * (month / 12)));
    expect(number("extent")).toBe(0.5);
    expect(number("technology")).toBe(100e6);
    expect(number("totalWith")).toBe(340e6);
    expect(number("totalWithout")).toBeNaN();
  });

  test("where nobody is hit there is nothing received per casualty", () => {
    const { number } = playOnce(bargain, { ...cash, casualties: 0, killed: 0 }, 12);
    expect(number("perCasualty")).toBeNaN();
    expect(number("perKilled")).toBeNaN();
  });

  test("technology comes in the trials whose draw is below its chance, and can be switched off", () => {
    const likely = { ...cash, technologyChance: 0.6 };
    expect(playOnce(bargain, likely, 12, stillRandom({ uniform: 0.5 })).number("technologyComes")).toBe(1);
    expect(playOnce(bargain, likely, 12, stillRandom({ uniform: 0.7 })).number("extent")).toBe(0);
    expect(playOnce(bargain, cash, 12, stillRandom({ uniform: 1e-9 })).number("technology")).toBe(0);
  });
});
