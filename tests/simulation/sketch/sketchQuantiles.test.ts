// Quantiles of sketches follow the rule for columns: the same kind of answer on both sides of what is kept.
import { describe, expect, test } from "vitest";
import { bucketsBetween } from "../../../src/simulation/sketch/buckets.ts";
import { pilotEdges } from "../../../src/simulation/sketch/pilotEdges.ts";
import { createSketch, update } from "../../../src/simulation/sketch/sketch.ts";
import { summarizeSketch } from "../../../src/simulation/sketch/summarizeSketch.ts";
import { ColumnScratch } from "../../../src/simulation/statistics/columnScratch.ts";
import { type ColumnSummary, summarizeColumn } from "../../../src/simulation/statistics/columnSummary.ts";
import { bandNames } from "../../../src/simulation/statistics/estimate.ts";

/** Every band is at a whole number of trials. */
const trials = 32_000;
const pilotSize = 2 ** 14;
const allocate = (length: number) => new Float64Array(length);

function sketchSummary(column: Float64Array): ColumnSummary {
  const pilot = column.slice(0, pilotSize).sort();
  const known = pilot.filter((value) => !Number.isNaN(value));
  const sketch = createSketch(known[0]!, bucketsBetween(pilotEdges(known, 1), allocate), allocate);
  update({ sketch, values: column }, new ColumnScratch());
  return summarizeSketch(sketch, column.length);
}

/** Numbers in (0, 1) that fill it evenly, out of order. */
const uniforms = Float64Array.from(
  { length: trials },
  (_, k) => (((k * 12_347 + 7) % trials) + 0.5) / trials,
);

/** With the smallest value at which each band is reached, by hand. */
const columns: Record<string, { column: Float64Array; exact: readonly number[] }> = {
  // p50 is where one atom ends and the next begins: the smaller one reaches it.
  "half 0, half 5,000": {
    column: uniforms.map((u) => (u < 0.5 ? 0 : 5000)),
    exact: [0, 0, 0, 5000, 5000],
  },
  // Shares of 0.05, 0.2, 0.25, 0.25, 0.25: every band is at the end of an atom.
  "atoms that end at the bands": {
    column: uniforms.map((u) => (u < 0.05 ? 1.5 : u < 0.25 ? 2.5 : u < 0.5 ? 3.5 : u < 0.75 ? 4.5 : 5.5)),
    exact: [1.5, 2.5, 3.5, 4.5, 5.5],
  },
  "whole numbers up to 99": {
    column: uniforms.map((u) => Math.floor(100 * u)),
    exact: [4, 24, 49, 74, 94],
  },
};

describe("right answers: outputs of atoms take quantiles that are atoms", () => {
  test.each(Object.entries(columns))("%s", (_, { column, exact }) => {
    const [sketched, kept] = [sketchSummary(column), summarizeColumn(column)];
    for (const [k, band] of bandNames.entries()) {
      expect(sketched[band].value, band).toBe(exact[k]);
      expect(sketched[band].value, band).toBe(kept[band].value);
      expect(sketched[band].error, band).toBeCloseTo(kept[band].error, 12);
    }
  });

  test("more whole numbers than buckets: a whole number, with the bucket in its error", () => {
    const column = uniforms.map((u) => Math.floor(8000 * u));
    const sketched = sketchSummary(column);
    for (const [k, p] of [0.05, 0.25, 0.5, 0.75, 0.95].entries()) {
      const { value, error } = sketched[bandNames[k]!];
      expect(Number.isInteger(value)).toBe(true);
      expect(Math.abs(value - (Math.ceil(8000 * p) - 1))).toBeLessThanOrEqual(4 * error);
    }
  });
});

test("what happened too seldom for its ends has no error there, as in columns", () => {
  const column = uniforms.map((u) => (u < 40 / trials ? u : Number.NaN));
  const [sketched, kept] = [sketchSummary(column), summarizeColumn(column)];
  for (const band of bandNames) {
    expect(Number.isFinite(sketched[band].error), band).toBe(Number.isFinite(kept[band].error));
  }
  expect(sketched.p5.error).toBe(Number.POSITIVE_INFINITY);
  expect(Number.isFinite(sketched.p50.error)).toBe(true);
});
