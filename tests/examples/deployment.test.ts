import { describe, expect, test } from "vitest";
import { bundledScenario } from "./bundled.ts";
import { playOnce } from "./playOnce.ts";
import { stillRandom } from "./stillRandom.ts";

const deployment = await bundledScenario("deployment");

const countOnly = {
  troops: 10_000,
  reported: 100_000,
  weightCount: 1,
  weightPossible: 0,
  weightInAll: 0,
  weightAtOnce: 0,
  decisionRate: 0.1,
  batchSize: 20_000,
  batchInterval: 1.5,
  buildUp: 3,
  reliefChance: 0,
  reliefStart: 0,
  tour: 6,
};
const atOnce = { ...countOnly, weightCount: 0, weightAtOnce: 1 };
const inAll = { ...countOnly, weightCount: 0, weightInAll: 1 };
const plan = { ...countOnly, weightCount: 0, weightPossible: 1 };
const relief = { reliefChance: 1 };

describe("right answers, by hand", () => {
  test("if the count is all there is and nobody is relieved, 10,000 stay and no more are sent", () => {
    const { steps, number } = playOnce(deployment, countOnly, 12);
    expect(steps("deployed")).toEqual(Array(12).fill(10_000));
    expect(steps("relieved")).toEqual(Array(12).fill(0));
    expect(number("totalSent")).toBe(10_000);
  });

  test("half-year tours from the start send as many again in each half year: 30,000 in a year", () => {
    expect(playOnce(deployment, { ...countOnly, ...relief }, 12).number("totalSent")).toBeCloseTo(30_000, 8);
  });

  test("relief that begins after two and a half months is half a month's in the third", () => {
    const { steps } = playOnce(deployment, { ...countOnly, ...relief, reliefStart: 2.5, tour: 5 }, 4);
    expect(steps("relieved")).toEqual([0, 0, 1000, 2000]);
    expect(steps("sent")).toEqual([10_000, 10_000, 11_000, 13_000]);
  });

  test("if the report counts those at once, they are there after the build-up, exactly 100,000", () => {
    const { steps, number } = playOnce(deployment, atOnce, 12);
    expect(steps("deployed").slice(0, 4).map(Math.round)).toEqual([40_000, 70_000, 100_000, 100_000]);
    expect(number("peakDeployed")).toBe(100_000);
    expect(number("reachesReport")).toBe(1);
  });

  test("if it counts all sent in a year, the strength stays and the tour is solved for: 10,000 · 12 / 90,000 months", () => {
    const { steps, number } = playOnce(deployment, inAll, 12);
    expect(steps("deployed")).toEqual(Array(12).fill(10_000));
    expect(steps("relieved")[0]).toBeCloseTo(10_000 / ((10_000 * 12) / 90_000), 8);
    expect(number("totalSent")).toBeCloseTo(100_000, 6);
    expect(number("sendsReport")).toBe(1);
    expect(number("reachesReport")).toBe(0);
  });

  test("fewer than a thirteenth cannot pass the report through in a year: 5,000 relieved each month are 65,000", () => {
    const { number } = playOnce(deployment, { ...inAll, troops: 5000 }, 12);
    expect(number("totalSent")).toBeCloseTo(65_000, 8);
    expect(number("sendsReport")).toBe(0);
  });

  test("a plan comes in batches after its decision, ten months on average: 20,000 every month and a half", () => {
    const { steps } = playOnce(deployment, plan, 19);
    expect(steps("deployed").slice(0, 11)).toEqual(Array(11).fill(10_000));
    // Batches are there 1.5, 3, 4.5, 6 and 7.5 months after the tenth month; the last one is what is left.
    const after = steps("deployed").slice(11);
    expect(after).toEqual([30_000, 50_000, 50_000, 70_000, 90_000, 90_000, 100_000, 100_000]);
  });

  test("a reading is taken as often as its weight says, whatever the weights add up to", () => {
    const even = { ...countOnly, weightCount: 0.5, weightPossible: 0.5, weightInAll: 0.5, weightAtOnce: 0.5 };
    const sent = [0.1, 0.3, 0.6, 0.9].map((uniform) =>
      playOnce(deployment, even, 14, stillRandom({ uniform })).number("totalSent"),
    );
    // At once; all sent, with two months more than the year; a plan, two batches in; the count.
    expect(sent.map(Math.round)).toEqual([100_000, 115_000, 50_000, 10_000]);
  });
});

describe("laws", () => {
  test("without a decision ever, a plan is no more than the count", () => {
    const never = playOnce(deployment, { ...plan, decisionRate: 0 }, 12);
    expect(never.steps("sent")).toEqual(playOnce(deployment, countOnly, 12).steps("sent"));
  });

  test("a longer tour never sends more, and puts no more in the field at once", () => {
    const played = [1, 2, 6, 12].map((tour) => playOnce(deployment, { ...plan, ...relief, tour }, 14));
    const sent = played.map(({ number }) => number("totalSent"));
    expect(sent).toEqual([...sent].sort((one, other) => other - one));
    expect(new Set(played.map(({ number }) => number("peakDeployed"))).size).toBe(1);
  });

  test("more are sent in all than are present, and their number never falls", () => {
    for (const inputs of [countOnly, atOnce, inAll, plan]) {
      const { steps } = playOnce(deployment, { ...inputs, ...relief, buildUp: 0 }, 24);
      const sent = steps("sent");
      const deployed = steps("deployed");
      for (let month = 0; month < 24; month++) {
        expect(sent[month]).toBeGreaterThanOrEqual(deployed[month]!);
        if (month > 0) expect(sent[month]).toBeGreaterThanOrEqual(sent[month - 1]!);
      }
    }
  });

  test("where more are counted than reported, the report adds nobody", () => {
    for (const inputs of [atOnce, inAll, plan])
      expect(playOnce(deployment, { ...inputs, reported: 8000 }, 12).number("totalSent")).toBe(10_000);
  });
});
