// Truncation: a distribution conditional on an interval.

import { numeral } from "../numeric/numeral.ts";
import { quantileMoments } from "../numeric/quantileMoments.ts";
import { type Distribution, nothingLeft, ParameterProblem, rangeWords } from "./distribution.ts";
import { upperQuantile } from "./upperQuantile.ts";

/**
 * The distribution of X given min ≤ X ≤ max; either end may be infinite.
 * Exact far out too: probabilities are differences of the smaller tails.
 * truncated(discrete([{ value: 1, weight: 1 }, { value: 9, weight: 1 }]), 5, 10).mean → 9
 * https://en.wikipedia.org/wiki/Truncated_distribution
 * @throws ParameterProblem where an end is NaN, min > max, or P(min ≤ X ≤ max) is 0
 */
export function truncated(distribution: Distribution, min: number, max: number): Distribution {
  if (Number.isNaN(min) || Number.isNaN(max)) {
    throw new ParameterProblem("an end of the truncation is not a number", Number.isNaN(min) ? "min" : "max");
  }
  if (min > max)
    throw new ParameterProblem(
      `min is ${numeral(min)}, it must not be greater than max ${numeral(max)}`,
      "min",
    );
  const [low, high] = distribution.support;
  if (min <= low && max >= high) return distribution;
  if (max < low || min > high) throw nothingLeft(min, max, `the values lie ${rangeWords(low, high)}`);
  return distribution.truncate?.(min, max) ?? throughTails(distribution, min, max);
}

/** For continuous distributions; discrete ones have a `truncate` of their own. */
function throughTails(parent: Distribution, min: number, max: number): Distribution {
  const cutBelow = parent.cdf(min);
  const fromMin = parent.upperTail(min);
  const cutAbove = parent.upperTail(max);

  /** P(min ≤ X ≤ x), as the difference of the smaller tails. */
  const upTo = (x: number) =>
    parent.cdf(x) <= 0.5 ? parent.cdf(x) - cutBelow : fromMin - parent.upperTail(x);
  /** P(x < X ≤ max), likewise. */
  const beyond = (x: number) =>
    parent.upperTail(x) <= 0.5 ? parent.upperTail(x) - cutAbove : parent.cdf(max) - parent.cdf(x);
  const mass = upTo(max);
  if (!(mass > 0)) throw nothingLeft(min, max);

  const low = Math.max(min, parent.support[0]);
  const high = Math.min(max, parent.support[1]);

  function at(p: number, q: number): number {
    if (p <= 0) return low;
    if (q <= 0) return high;
    const below = cutBelow + p * mass;
    const above = cutAbove + q * mass;
    const x = below <= above ? parent.quantile(below) : upperQuantile(parent, above);
    return Math.min(high, Math.max(low, x));
  }

  const quantile = (p: number) => at(p, 1 - p);
  const upper = (q: number) => at(1 - q, q);
  let known: { mean: number; sd: number } | undefined;
  const measured = () => {
    known ??= quantileMoments({ quantile, upperQuantile: upper }, { sdExists: Number.isFinite(parent.sd) });
    return known;
  };

  return {
    kind: parent.kind,
    support: [low, high],
    get mean() {
      return measured().mean;
    },
    get sd() {
      return measured().sd;
    },
    cdf: (x) => (x < low ? 0 : x >= high ? 1 : Math.min(1, upTo(x) / mass)),
    upperTail: (x) => (x < low ? 1 : x >= high ? 0 : Math.min(1, beyond(x) / mass)),
    quantile,
    upperQuantile: upper,
    // From the parent's tails: those of what is left are differences, and have lost digits near its ends.
    truncate: (from, to) => throughTails(parent, Math.max(low, from), Math.min(high, to)),
    ...(parent.iterative && { iterative: true }),
  };
}
