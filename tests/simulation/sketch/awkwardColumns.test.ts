// Sketches of columns that buckets can get wrong, against the columns themselves.
import { beforeAll, describe, expect, test } from "vitest";
import { binarySearch } from "../../../src/numeric/binarySearch.ts";
import { Simulator } from "../../../src/simulation/simulator.ts";
import { bucketCount, bucketOf, bucketsBetween } from "../../../src/simulation/sketch/buckets.ts";
import { mostEdges, pilotEdges } from "../../../src/simulation/sketch/pilotEdges.ts";
import { createSketch, type Sketch, update } from "../../../src/simulation/sketch/sketch.ts";
import { exceedanceOfSketch, summarizeSketch } from "../../../src/simulation/sketch/summarizeSketch.ts";
import { ColumnScratch } from "../../../src/simulation/statistics/columnScratch.ts";
import { bandNames, bandProbabilities } from "../../../src/simulation/statistics/estimate.ts";
import { awkward, awkwardBase, awkwardEngine, exactQuantiles, sketchesOf } from "./awkwardColumns.ts";

const trials = 2 ** 17;
const names = Object.keys(exactQuantiles);
const columns: Record<string, Float64Array> = {};
let sketches: Record<string, Sketch>;
beforeAll(async () => {
  const run = await new Simulator(awkward, awkwardEngine(), { trials, steps: 1 }).run(awkwardBase);
  for (const name of names) columns[name] = run.column(name, 0).slice().sort();
  sketches = await sketchesOf(names, trials);
}, 60_000);

/** By definition of type 7. */
function quantileOfSorted(sorted: Float64Array, p: number): number {
  const rank = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(rank)]!, sorted[Math.ceil(rank)]!];
  return low + (rank % 1) * (high - low);
}

describe("right answers", () => {
  test.each(names)(
    "the quantiles of %s are within 4 printed errors of the column's, which are small",
    (name) => {
      const summary = summarizeSketch(sketches[name]!, trials);
      for (const band of bandNames) {
        const p = bandProbabilities[band];
        const { value, error } = summary[band];
        expect(Math.abs(value - quantileOfSorted(columns[name]!, p)), band).toBeLessThanOrEqual(
          4 * error + 1e-12,
        );
        // Plain sampling's error and that of the bucket together: 1.5 times is 6 of its own errors from 16 scramblings.
        const plain = 3 * Math.sqrt((p * (1 - p)) / trials);
        const spread = exactQuantiles[name]!(p + plain) - exactQuantiles[name]!(p - plain);
        expect(error, `error of ${band}`).toBeLessThanOrEqual((spread / 2) * (1 + 1e-9));
      }
    },
  );

  test.each(names)(
    "the chance that %s is more than x is that of the column to a thousandth, in its tails too",
    (name) => {
      const { x, more } = exceedanceOfSketch(sketches[name]!, trials);
      const column = columns[name]!;
      expect(more.at(-1)!).toBeLessThan(0.002);
      for (const [k, limit] of x.entries()) {
        // A step has its value twice: just below, and at it.
        const isStep = x[k + 1] === limit;
        const isAbove = (k: number) => (isStep ? column[k]! >= limit : column[k]! > limit);
        const right = 1 - binarySearch(trials, isAbove) / trials;
        expect(Math.abs(more[k]! - right), `above ${limit}`).toBeLessThan(0.001);
      }
    },
  );

  test("an atom has its value to the last digit and no error of a bucket", () => {
    const { whole, humps } = sketches;
    expect(summarizeSketch(whole!, trials).p5).toEqual({ value: -7, error: 0 });
    expect(summarizeSketch(humps!, trials).p50).toEqual({ value: 5, error: 0 });
  });

  test("what the pilot did not show is told by the error: a column that moves after it", () => {
    const pilot = Float64Array.from({ length: 4096 }, (_, k) => k);
    const sketch = createSketch(
      0,
      bucketsBetween(pilotEdges(pilot, 1)),
      (length) => new Float64Array(length),
    );
    // Nine in ten between two edges, at one value.
    const later = Float64Array.from({ length: 16_384 }, (_, k) => (k % 10 > 0 ? 1e7 + 0.25 : k % 4096));
    update({ sketch, values: later }, new ColumnScratch());
    const { p50 } = summarizeSketch(sketch, later.length);
    expect(Math.abs(p50.value - (1e7 + 0.25))).toBeLessThanOrEqual(4 * p50.error);
    expect(p50.error).toBeGreaterThan(0);
  });
});

describe("laws", () => {
  test("every value falls between the edges of its bucket, edges and their neighbours among them", () => {
    for (const name of names) {
      const buckets = bucketsBetween(pilotEdges(columns[name]!.slice(0, 16_384), 1));
      const own = [...buckets.edges.subarray(1, -1)].flatMap((edge) => [
        edge,
        edge * (1 - 1e-16),
        edge + 1e-9,
      ]);
      for (const value of [...own, ...columns[name]!.filter((_, k) => k % 97 === 0), -1e300, 1e300, 0]) {
        const bucket = bucketOf(buckets, value);
        expect(
          buckets.edges[bucket]! <= value && value < buckets.edges[bucket + 1]!,
          `${name} ${value}`,
        ).toBe(true);
      }
    }
  });

  test("a pilot of nothing, of one value and of few still has buckets", () => {
    for (const pilot of [[], [0], [5, 5], [-1, 2, 7]]) {
      const buckets = bucketsBetween(pilotEdges(Float64Array.from(pilot), 1));
      expect(bucketCount(buckets)).toBeGreaterThan(300);
      for (const value of pilot) expect(buckets.edges[bucketOf(buckets, value)]).toBe(value);
    }
  });

  test("thinned edges are fewer", () => {
    const counts = [1, 2, 4, 8, 16].map((thinning) => mostEdges(16_384, thinning));
    for (const [k, count] of counts.entries()) if (k > 0) expect(count).toBeLessThan(counts[k - 1]!);
    expect(counts.at(-1)!).toBeLessThan(256);
  });
});
