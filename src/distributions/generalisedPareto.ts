// Generalised Pareto: what exceeds a high threshold.

import type { Distribution, Family } from "./distribution.ts";
import { standardExponentialQuantile } from "./exponential.ts";
import { quantity, signature, unitless } from "./parameters.ts";

/**
 * The generalised Pareto distribution (Pickands 1975), with density (1 + shape × z)^(−1/shape − 1) / scale where
 * z = (x − loc)/scale; exp(−z)/scale for shape 0. On x ≥ loc, for a negative shape up to loc − scale/shape.
 * https://en.wikipedia.org/wiki/Generalized_Pareto_distribution
 */
export const generalisedPareto: Family = {
  name: "pareto",
  meaning:
    "Take it for what exceeds a threshold: shape above 0 where there is no largest case, below 0 where there is.",
  signatures: [
    signature(
      [
        unitless("shape", "weight of the tail: 0 exponential, from 1/2 on no sd, from 1 on no mean"),
        quantity("scale", "size of a typical excess", "positive"),
        quantity("loc", "threshold: the smallest possible value", "finite", 0),
      ],
      ({ shape, scale, loc }) => generalisedParetoDistribution(shape, scale, loc),
    ),
  ],
};

function generalisedParetoDistribution(shape: number, scale: number, loc: number): Distribution {
  // Below this the exponential is the same to the last digit.
  const exponential = Math.abs(shape) < 1e-18;
  const high = shape < 0 && !exponential ? loc - scale / shape : Number.POSITIVE_INFINITY;

  /** −log P(X > x) */
  function score(x: number): number {
    const z = (x - loc) / scale;
    return exponential ? z : Math.log1p(shape * z) / shape;
  }
  const fromScore = (t: number) => loc + scale * (exponential ? t : Math.expm1(shape * t) / shape);

  return {
    kind: "continuous",
    support: [loc, high],
    mean: shape < 1 ? loc + scale / (1 - shape) : Number.POSITIVE_INFINITY,
    sd: shape < 0.5 ? scale / ((1 - shape) * Math.sqrt(1 - 2 * shape)) : Number.POSITIVE_INFINITY,
    cdf: (x) => (x <= loc ? 0 : x >= high ? 1 : -Math.expm1(-score(x))),
    upperTail: (x) => (x <= loc ? 1 : x >= high ? 0 : Math.exp(-score(x))),
    quantile: (p) => (p === 1 ? high : fromScore(standardExponentialQuantile(p, 1 - p))),
    upperQuantile: (q) => (q === 0 ? high : fromScore(standardExponentialQuantile(1 - q, q))),
  };
}
