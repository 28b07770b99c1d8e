import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { momentsOf, noMoments } from "../../../src/simulation/statistics/columnMoments.ts";
import { ColumnScratch } from "../../../src/simulation/statistics/columnScratch.ts";
import { minShareError } from "../../../src/simulation/statistics/replicateError.ts";
import { spreadOf } from "../../../src/simulation/statistics/spread.ts";

interface NistSet {
  name: string;
  data: string[] | null;
  rule: string | null;
  digits?: string;
  exact_mean: string;
  exact_sd: string;
}
const nist: { sets: NistSet[] } = JSON.parse(
  readFileSync(new URL("../../reference/nist_univariate.json", import.meta.url), "utf8"),
);

/** The rule "a then n x (b, c)": a, followed by n pairs b, c. */
function dataOf({ data, rule, digits }: NistSet): number[] {
  if (data) return data.map(Number);
  if (digits) return [...digits].map(Number);
  const [, first, times, low, high] = /^(\S+) then (\d+) x \((\S+), (\S+)\)$/.exec(rule!)!;
  return [Number(first), ...Array.from({ length: Number(times) }, () => [Number(low), Number(high)]).flat()];
}

/** Moments from the sums alone, without what tails add to their errors. */
function moments(column: Float64Array) {
  const spread = spreadOf(column, new ColumnScratch());
  return spread ? momentsOf(spread, column.length) : noMoments;
}

describe("mean and sd", () => {
  test.each(nist.sets)("of NIST's $name are right to 12 digits (right answer: NIST StRD)", (set) => {
    const { mean, sd } = moments(Float64Array.from(dataOf(set)));
    expect(Math.abs(mean.value / Number(set.exact_mean) - 1)).toBeLessThan(1e-13);
    // NIST's sd divides by n − 1, ours adds the variance of the mean: taken back, the sums of squares are the same.
    // The data are doubles: 1000000.1 itself is off by 1e-11 of its distance from the mean.
    const n = dataOf(set).length;
    const sampleSd = Math.sqrt(((sd.value ** 2 - mean.error ** 2) * n) / (n - 1));
    expect(Math.abs(sampleSd / Number(set.exact_sd) - 1)).toBeLessThan(1e-8);
  });

  test("of a constant are the constant and 0, with no error (right answer)", () => {
    const { mean, sd, happened } = moments(new Float64Array(1024).fill(264_000_000.1));
    expect([mean, sd]).toEqual([
      { value: 264_000_000.1, error: 0 },
      { value: 0, error: 0 },
    ]);
    expect(happened).toEqual({ value: 1, error: minShareError(1024) });
  });

  test("of one number, added up in many ways, have no sd: what rounding leaves is no spread (right answer)", () => {
    const ways = Array.from({ length: 4096 }, (_, i) => {
      const part = (100_000 * (i + 1)) / 4097;
      let sum = 100_000 - part;
      for (let step = 0; step < 12; step++) sum += part / 12;
      return sum;
    });
    expect(new Set(ways).size).toBeGreaterThan(1);
    expect(moments(Float64Array.from(ways)).sd).toEqual({ value: 0, error: 0 });
    expect(moments(Float64Array.from(ways, (value, i) => value + (i % 2) * 1e-8)).sd.value).toBeGreaterThan(
      0,
    );
  });

  test("leave out what did not happen (right answer)", () => {
    const column = Float64Array.from({ length: 320 }, (_, trial) =>
      trial % 5 === 0 ? Number.NaN : trial % 2,
    );
    const { mean, happened } = moments(column);
    expect(mean.value).toBe(0.5);
    expect(happened.value).toBe(0.8);
  });

  test("of a column where nothing happened are unknown (right answer)", () => {
    const { mean, happened } = moments(new Float64Array(32).fill(Number.NaN));
    expect(mean.value).toBeNaN();
    expect(happened.value).toBe(0);
  });
});
