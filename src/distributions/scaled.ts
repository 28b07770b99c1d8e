// A distribution in another unit: a scale transform.

import { nextDown, nextUp } from "../numeric/nextDouble.ts";
import { numeral } from "../numeric/numeral.ts";
import { type Distribution, ParameterProblem } from "./distribution.ts";
import { upperQuantile } from "./upperQuantile.ts";

/**
 * The distribution of `factor` × X: a belief per day in a scenario that counts months.
 * scaled(constant(2), 30).quantile(0.5) → 60
 * @throws ParameterProblem where `factor` is not finite and positive
 */
export function scaled(distribution: Distribution, factor: number): Distribution {
  if (!(factor > 0 && Number.isFinite(factor))) {
    throw new ParameterProblem(`the factor is ${numeral(factor)}, it must be finite and greater than 0`);
  }
  if (factor === 1) return distribution;
  const [low, high] = distribution.support;
  const { truncate, chanceBetween } = distribution;
  const mayJump = distribution.kind === "discrete" || chanceBetween !== undefined;
  const unscale = mayJump ? largestWithin : (x: number) => x / factor;

  /** The largest number whose multiple is at most x: a rounded quotient could fall just short of an atom. */
  function largestWithin(x: number): number {
    let k = x / factor;
    if (!Number.isFinite(k)) return k;
    while (k * factor > x) k = nextDown(k);
    while (nextUp(k) * factor <= x) k = nextUp(k);
    return k;
  }

  /** The smallest number whose multiple is at least x, likewise. */
  function smallestFrom(x: number): number {
    return mayJump ? nextUp(largestWithin(nextDown(x))) : x / factor;
  }

  return {
    kind: distribution.kind,
    support: [low * factor, high * factor],
    get mean() {
      return distribution.mean * factor;
    },
    get sd() {
      return distribution.sd * factor;
    },
    cdf: (x) => distribution.cdf(unscale(x)),
    upperTail: (x) => distribution.upperTail(unscale(x)),
    quantile: (p) => distribution.quantile(p) * factor,
    upperQuantile: (q) => upperQuantile(distribution, q) * factor,
    ...(truncate && { truncate: (min, max) => scaled(truncate(smallestFrom(min), unscale(max)), factor) }),
    ...(chanceBetween && { chanceBetween: (min, max) => chanceBetween(smallestFrom(min), unscale(max)) }),
    ...(distribution.iterative && { iterative: true }),
  };
}
