import { describe, expect, test } from "vitest";
import { bundledScenario } from "./bundled.ts";
import { playOnce } from "./playOnce.ts";
import { stillRandom } from "./stillRandom.ts";

const deployment = await bundledScenario("deployment");

const countOnly = {
  counted: 10_000,
  reported: 100_000,
  weightCount: 1,
  weightPossible: 0,
  weightInAll: 0,
  weightAtOnce: 0,
  decisionRate: 0.1,
  buildUp: 3,
  tour: 6,
  armySize: 1_280_000,
};
const atOnce = { ...countOnly, weightCount: 0, weightAtOnce: 1 };
const inAll = { ...countOnly, weightCount: 0, weightInAll: 1 };
const possible = { ...countOnly, weightCount: 0, weightPossible: 1 };

describe("right answers, by hand", () => {
  test("if the count is all there is, 10,000 stay and half-year tours send 28,333 in a year", () => {
    // Eleven months of relief of a sixth: 10,000 × (1 + 11/6).
    const { steps, number } = playOnce(deployment, countOnly, 12);
    expect(steps("present")).toEqual(Array(12).fill(10_000));
    expect(number("totalSent")).toBeCloseTo((10_000 * 17) / 6, 6);
    expect(number("above50k")).toBe(0);
    expect(number("shareOfArmy")).toBeCloseTo(17 / 6 / 128, 10);
  });

  test("if the report counts those at once, they are there after the build-up, exactly 100,000", () => {
    const { steps, number } = playOnce(deployment, atOnce, 12);
    expect(steps("present").slice(0, 4).map(Math.round)).toEqual([40_000, 70_000, 100_000, 100_000]);
    expect(number("peakPresent")).toBe(100_000);
    expect(number("reaches100k")).toBe(1);
  });

  test("if it counts all sent in a year, half-year tours put about a third of them in the field at once", () => {
    // As above: 17/6 of the strength pass through in a year.
    const { number } = playOnce(deployment, { ...inAll, buildUp: 0 }, 12);
    expect(number("peakPresent")).toBeCloseTo((100_000 * 6) / 17, 6);
    expect(number("reaches100k")).toBe(0);
  });

  test("and all sent in a year are 100,000, however long the build-up and the tours", () => {
    for (const [buildUp, tour] of [
      [0, 6],
      [5.5, 3],
      [12, 12],
      [18, 8.4],
    ] as const) {
      expect(playOnce(deployment, { ...inAll, buildUp, tour }, 12).number("totalSent")).toBeCloseTo(
        100_000,
        6,
      );
    }
  });

  test("if it is a plan, nothing changes before the decision: at a tenth a month, ten months on average", () => {
    const { steps } = playOnce(deployment, possible, 14);
    expect(steps("present").slice(0, 10)).toEqual(Array(10).fill(10_000));
    expect(steps("present").slice(10, 14).map(Math.round)).toEqual([40_000, 70_000, 100_000, 100_000]);
  });

  test("a reading is taken as often as its weight says, whatever the weights add up to", () => {
    const even = { ...countOnly, weightCount: 0.5, weightPossible: 0.5, weightInAll: 0.5, weightAtOnce: 0.5 };
    const peaks = [0.1, 0.3, 0.6, 0.9].map((uniform) =>
      playOnce(deployment, even, 12, stillRandom({ uniform })).number("peakPresent"),
    );
    const peakInAll = Math.round(playOnce(deployment, inAll, 12).number("peakPresent"));
    // At once, all sent, a plan decided after ten months (two of three months built up), and the count.
    expect(peaks.map(Math.round)).toEqual([100_000, peakInAll, 70_000, 10_000]);
  });
});

describe("laws", () => {
  test("without a decision ever, a plan is no more than the count", () => {
    const never = playOnce(deployment, { ...possible, decisionRate: 0 }, 12);
    const count = playOnce(deployment, countOnly, 12);
    expect(never.steps("sentInAll")).toEqual(count.steps("sentInAll"));
  });

  test("more are sent in all than are present, and their number never falls", () => {
    for (const inputs of [countOnly, atOnce, inAll, possible]) {
      const { steps } = playOnce(deployment, { ...inputs, buildUp: 0 }, 24);
      const sent = steps("sentInAll");
      const present = steps("present");
      for (let month = 0; month < 24; month++) {
        expect(sent[month]).toBeGreaterThanOrEqual(present[month]!);
        if (month > 0) expect(sent[month]).toBeGreaterThanOrEqual(sent[month - 1]!);
      }
    }
  });
});
