import fc from "fast-check";
import { quantileSorted } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { summarizeColumn } from "../../../src/simulation/statistics/columnSummary.ts";
import { bandNames } from "../../../src/simulation/statistics/estimate.ts";

const probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];

/** The five quantiles of a summary, not smoothed. */
function quantiles(column: Float64Array) {
  const summary = summarizeColumn(column);
  return bandNames.map((band) => summary[band]);
}

/**
 * The same by sorting: type 7 from simple-statistics; between two atoms, values that are there more than once, the smallest
 * at which the probability is reached.
 */
function bySorting(column: Float64Array): number[] {
  const sorted = Array.from(column.filter((value) => !Number.isNaN(value)).sort());
  const isAtom = (value: number | undefined) => sorted.indexOf(value!) !== sorted.lastIndexOf(value!);
  return probabilities.map((probability) => {
    const lower = Math.floor((sorted.length - 1) * probability);
    const betweenAtoms = isAtom(sorted[lower]) && isAtom(sorted[lower + 1]);
    return betweenAtoms
      ? sorted[Math.ceil(probability * sorted.length - 1e-9) - 1]!
      : quantileSorted(sorted, probability);
  });
}

function expectSame(column: Float64Array): void {
  const found = quantiles(column).map(({ value }) => value);
  for (const [k, expected] of bySorting(column).entries()) {
    expect(Math.abs(found[k]! - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
  }
}

// A small generator of our own keeps the columns the same on every run.
function columnOf(length: number, shape: (unit: number) => number, seed = 12345): Float64Array {
  let state = seed;
  return Float64Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return shape((state + 0.5) / 2 ** 32);
  });
}

describe("quantiles by selection are those of sorting (right answer: simple-statistics)", () => {
  test.each<[string, (unit: number) => number]>([
    ["uniform", (unit) => unit],
    ["a heavy tail", (unit) => unit ** -3],
    ["two far lumps", (unit) => (unit < 0.5 ? unit : 1e9 + unit)],
    ["few values", (unit) => Math.floor(unit * 7)],
    ["mostly one value", (unit) => (unit < 0.97 ? 3 : unit)],
    ["negative", (unit) => -Math.exp(20 * unit)],
    ["one that often does not happen", (unit) => (unit < 0.6 ? Number.NaN : unit)],
    ["one that hardly ever happens", (unit) => (unit < 0.8 ? Number.NaN : unit)],
    ["two values", (unit) => (unit < 0.3 ? 0 : 1)],
  ])("%s", (_, shape) => {
    for (const length of [16, 256, 5_120, 102_400]) expectSame(columnOf(length, shape));
  });

  test("any numbers (law)", () => {
    const number = fc.oneof(
      // Squares of smaller ones are 0: all values then count as the same.
      fc
        .double({ noNaN: true, min: -1e300, max: 1e300 })
        .map((value) => (Math.abs(value) < 1e-150 ? 0 : value)),
      fc.integer({ min: -3, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 600 }), (values) =>
        expectSame(Float64Array.from(values)),
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe("the error of a quantile", () => {
  test("is 0 inside a lump of equal values (right answer)", () => {
    const column = columnOf(16_384, (unit) => Math.floor(unit * 3));
    expect(summarizeColumn(column).p50).toEqual({ value: 1, error: 0 });
  });

  test("is that of plain sampling for plain random numbers, √(p(1−p)/n) over the density (right answer)", () => {
    // Of a uniform the density is 1; an error measured from 16 scramblings scatters by 1/√30 = 18 %.
    const n = 102_400;
    const columns = Array.from({ length: 40 }, (_, seed) => columnOf(n, (unit) => unit, seed * 7919));
    const errors = columns.map((column) => summarizeColumn(column).p25.error);
    const size = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / columns.length);
    const ratio = size / Math.sqrt((0.25 * 0.75) / n);
    expect(Math.abs(ratio - 1)).toBeLessThan((4 * 0.18) / Math.sqrt(columns.length));
  });

  test("is unknown where nothing happened", () => {
    expect(summarizeColumn(new Float64Array(64).fill(Number.NaN)).p50.value).toBeNaN();
  });
});
