// Empirical: a sample of data, each datum with probability 1/n.

import { binarySearch } from "../numeric/binarySearch.ts";
import { numeral } from "../numeric/numeral.ts";
import { constant } from "./constant.ts";
import { type Distribution, nothingLeft, ParameterProblem } from "./distribution.ts";

/**
 * The empirical distribution of a sample in any order: P(X ≤ x) is the share of data at or below x.
 * Its sd is the distribution's (divided by n, not by n − 1); its quantile the inverse of its cdf (type 1 of Hyndman
 * and Fan 1996). empirical([3, 1, 2]).quantile(0.5) → 2
 * https://en.wikipedia.org/wiki/Empirical_distribution_function
 * @throws ParameterProblem where there are no data, or not all are finite
 */
export function empirical(data: ArrayLike<number>): Distribution {
  const n = data.length;
  if (n === 0) throw new ParameterProblem("there are no data, at least one number is needed");
  const sorted = Float64Array.from(data).sort();
  const wrong = sorted.find((x) => !Number.isFinite(x));
  if (wrong !== undefined)
    throw new ParameterProblem(`a value is ${numeral(wrong)}, all must be finite numbers`);
  if (sorted[0] === sorted[n - 1]) return constant(sorted[0]);

  // Around the middle, so that data far from zero lose no digits.
  const middle = sorted[n >>> 1];
  const offset = sorted.reduce((sum, x) => sum + (x - middle), 0) / n;
  const mean = middle + offset;
  const variance = sorted.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n;
  /** How many data are at or below x. */
  const rank = (x: number) => binarySearch(n, (i) => sorted[i] > x);

  /** The smallest datum with at least n·p data at or below it. */
  function at(p: number, q: number): number {
    const reaches = p <= 0.5 ? (i: number) => (i + 1) / n >= p : (i: number) => (n - 1 - i) / n <= q;
    return sorted[binarySearch(n - 1, reaches)];
  }
  return {
    kind: "discrete",
    support: [sorted[0], sorted[n - 1]],
    mean,
    sd: Math.sqrt(variance),
    cdf: (x) => rank(x) / n,
    upperTail: (x) => (n - rank(x)) / n,
    quantile: (p) => at(p, 1 - p),
    upperQuantile: (q) => at(1 - q, q),
    truncate(min, max) {
      const kept = sorted.filter((x) => x >= min && x <= max);
      if (kept.length > 0) return empirical(kept);
      throw nothingLeft(min, max, "no value lies there");
    },
  };
}
