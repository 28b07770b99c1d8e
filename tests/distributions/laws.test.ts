// Laws: what holds for every distribution, whatever its family and parameters.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextDown } from "../../src/numeric/nextDouble.ts";
import { examples } from "./examples.ts";

// Probabilities from one in 1e12 on both sides, as many in each tail as in the middle.
const probability = fc.oneof(
  fc.double({ min: 0.001, max: 0.999, noNaN: true }),
  fc.double({ min: -28, max: -1, noNaN: true }).map((log) => Math.exp(log)),
  fc.double({ min: -28, max: -1, noNaN: true }).map((log) => 1 - Math.exp(log)),
);
const runs = { numRuns: 40, seed: 11 };

describe.each(Object.entries(examples))("%s", (_, distribution) => {
  const [low, high] = distribution.support;

  test("the quantile rises with the probability", () => {
    fc.assert(
      fc.property(probability, probability, (one, other) => {
        const [p, r] = [Math.min(one, other), Math.max(one, other)];
        // Two neighbouring answers of an iteration may differ in the last digits.
        const slack = distribution.kind === "discrete" ? 0 : 1e-12 * Math.abs(distribution.quantile(r));
        expect(distribution.quantile(p)).toBeLessThanOrEqual(distribution.quantile(r) + slack);
      }),
      runs,
    );
  });

  test("every quantile lies in the support, and those of 0 and 1 are its ends", () => {
    expect([distribution.quantile(0), distribution.quantile(1)]).toEqual([low, high]);
    fc.assert(
      fc.property(probability, (p) => {
        expect(distribution.quantile(p)).toBeGreaterThanOrEqual(low);
        expect(distribution.quantile(p)).toBeLessThanOrEqual(high);
      }),
      runs,
    );
  });

  test("the quantile is the first value at which the probability is reached", () => {
    fc.assert(
      fc.property(probability, (p) => {
        const x = distribution.quantile(p);
        // The smallest doubles have only a few digits.
        fc.pre(x === 0 || Math.abs(x) > 1e-300);
        // The last digits of x.
        const step = Math.max(1e-13 * Math.abs(x), Number.MIN_VALUE);
        const [before, after] = distribution.kind === "discrete" ? [nextDown(x), x] : [x - step, x + step];
        expect(distribution.cdf(before)).toBeLessThanOrEqual(p * (1 + 1e-11));
        expect(distribution.upperTail(after)).toBeLessThanOrEqual((1 - p) * (1 + 1e-11));
      }),
      runs,
    );
  });

  test("what lies below and what lies above add up to everything", () => {
    fc.assert(
      fc.property(probability, fc.double({ min: -2, max: 2, noNaN: true }), (p, shift) => {
        for (const x of [distribution.quantile(p), distribution.quantile(p) + shift]) {
          expect(distribution.cdf(x) + distribution.upperTail(x)).toBeCloseTo(1, 13);
        }
      }),
      runs,
    );
  });

  test("nothing lies below or above the support, nor beyond infinity", () => {
    const below = [Number.NEGATIVE_INFINITY, ...(Number.isFinite(low) ? [nextDown(low), low - 1] : [])];
    for (const x of below) expect([distribution.cdf(x), distribution.upperTail(x)]).toEqual([0, 1]);
    const above = [Number.POSITIVE_INFINITY, ...(Number.isFinite(high) ? [high, high + 1] : [])];
    for (const x of above) expect([distribution.cdf(x), distribution.upperTail(x)]).toEqual([1, 0]);
  });

  test("the quantile counted from above is the quantile", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1023 }), (k) => {
        // Over 1024 both p and 1 − p are exact.
        expect(distribution.upperQuantile?.(1 - k / 1024)).toBe(distribution.quantile(k / 1024));
      }),
      runs,
    );
  });

  test("mean and sd are those of its quantiles", () => {
    const { mean, sd } = distribution;
    // Even steps in log p/q, which reach far into heavy tails; the chance of each is p q times the step.
    const step = 0.1;
    const [values, chances]: [number[], number[]] = [[], []];
    for (let u = -230 + step / 2; u < 230; u += step) {
      const p = 1 / (1 + Math.exp(-u));
      const q = 1 / (1 + Math.exp(u));
      values.push((p < q ? distribution.quantile(p) : distribution.upperQuantile?.(q)) ?? Number.NaN);
      chances.push(p * q * step);
    }
    const expectation = (f: (x: number) => number) =>
      values.reduce((sum, x, i) => sum + chances[i] * f(x), 0);
    // The sum is coarse where the quantile jumps, and gets no further than 1 in 1e100 for tails without a variance.
    const coarseness = 0.03;
    if (Number.isFinite(sd)) {
      const found = expectation((x) => x);
      expect(Math.abs(found - mean)).toBeLessThanOrEqual(coarseness * sd + 1e-12 * Math.abs(mean));
      const foundSd = Math.sqrt(expectation((x) => (x - mean) ** 2));
      expect(Math.abs(foundSd - sd)).toBeLessThanOrEqual(coarseness * sd);
    } else if (Number.isFinite(mean)) {
      const quartiles = distribution.quantile(0.75) - distribution.quantile(0.25);
      expect(Math.abs(expectation((x) => x) - mean)).toBeLessThanOrEqual(coarseness * quartiles);
    } else {
      expect(mean === Number.POSITIVE_INFINITY || Number.isNaN(mean)).toBe(true);
    }
  });
});
