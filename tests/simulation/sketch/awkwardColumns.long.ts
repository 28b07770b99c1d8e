// Sketches of columns that buckets can get wrong: two million trials against the columns, a hundred million against the law.
// Each number of trials is played once, for all five columns: some minutes.
import { beforeAll, describe, expect, test } from "vitest";
import { Simulator } from "../../../src/simulation/simulator.ts";
import type { Sketch } from "../../../src/simulation/sketch/sketch.ts";
import { summarizeSketch } from "../../../src/simulation/sketch/summarizeSketch.ts";
import { bandNames, bandProbabilities } from "../../../src/simulation/statistics/estimate.ts";
import { awkward, awkwardBase, awkwardEngine, exactQuantiles, sketchesOf } from "./awkwardColumns.ts";

const patience = 3_600_000;
const names = Object.keys(exactQuantiles);

describe("right answers: 2,031,616 trials are within 4 printed errors of the column", () => {
  const trials = 2_031_616;
  let sketches: Record<string, Sketch>;
  beforeAll(async () => {
    sketches = await sketchesOf(names, trials);
  }, patience);

  test.each(names)(
    "%s",
    async (name) => {
      const simulator = new Simulator(awkward, awkwardEngine(), { trials, steps: 1 });
      const sorted = (await simulator.run(awkwardBase, { keep: [name] })).column(name, 0).slice().sort();
      const summary = summarizeSketch(sketches[name]!, trials);
      for (const band of bandNames) {
        const rank = (trials - 1) * bandProbabilities[band];
        const [low, high] = [sorted[Math.floor(rank)]!, sorted[Math.ceil(rank)]!];
        const exact = low + (rank % 1) * (high - low);
        expect(Math.abs(summary[band].value - exact), band).toBeLessThanOrEqual(
          4 * summary[band].error + 1e-12,
        );
      }
    },
    patience,
  );
});

describe("right answers: 1e8 trials are within 4 printed errors of the law, in flat memory", () => {
  const trials = 100_663_296;
  let sketches: Record<string, Sketch>;
  let megabytes: number;
  beforeAll(async () => {
    const before = process.memoryUsage.rss();
    sketches = await sketchesOf(names, trials);
    megabytes = (process.memoryUsage.rss() - before) / 2 ** 20;
  }, patience);

  test("five columns of 800 MB take less than 200 MB", () => {
    expect(megabytes).toBeLessThan(200);
  });

  test.each(names)("%s", (name) => {
    const summary = summarizeSketch(sketches[name]!, trials);
    for (const band of bandNames) {
      const exact = exactQuantiles[name]!(bandProbabilities[band]);
      // p50 of the whole numbers is where one atom ends and the next begins: both are right.
      if (name === "whole" && band === "p50") continue;
      // An error that is itself measured from 16 scramblings: 4 of 15 degrees of freedom, 1 in 900.
      expect(Math.abs(summary[band].value - exact), band).toBeLessThanOrEqual(
        4 * summary[band].error + 1e-12,
      );
    }
  });
});
