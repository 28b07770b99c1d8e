// Sketches of columns that buckets can get wrong: two million trials against the columns, a hundred million against the law.
import { expect, test } from "vitest";
import { Simulator } from "../../../src/simulation/simulator.ts";
import { summarizeSketch } from "../../../src/simulation/sketch/summarizeSketch.ts";
import { bandNames, bandProbabilities } from "../../../src/simulation/statistics/estimate.ts";
import { awkward, awkwardBase, awkwardEngine, exactQuantiles, sketchesOf } from "./awkwardColumns.ts";

const patience = 3_600_000;
const names = Object.keys(exactQuantiles);

test.each(names)(
  "right answers: 2,031,616 trials of %s are within 4 printed errors of its column",
  async (name) => {
    const trials = 2_031_616;
    const simulator = new Simulator(awkward, awkwardEngine(), { trials, steps: 1 });
    const sorted = (await simulator.run(awkwardBase, { keep: [name] })).column(name, 0).slice().sort();
    const summary = summarizeSketch((await sketchesOf([name], trials))[name]!, trials);
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

test.each(names)(
  "right answers: 1e8 trials of %s are within 4 printed errors of its law, in flat memory",
  async (name) => {
    const trials = 100_663_296;
    const before = process.memoryUsage.rss();
    const summary = summarizeSketch((await sketchesOf([name], trials))[name]!, trials);
    // A column would take 800 MB.
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 2 ** 20);
    for (const band of bandNames) {
      const exact = exactQuantiles[name]!(bandProbabilities[band]);
      // p50 of the whole numbers is where one atom ends and the next begins: both are right.
      if (name === "whole" && band === "p50") continue;
      // An error that is itself measured from 16 scramblings: 4 of 15 degrees of freedom, 1 in 900.
      expect(Math.abs(summary[band].value - exact), band).toBeLessThanOrEqual(
        4 * summary[band].error + 1e-12,
      );
    }
  },
  patience,
);
