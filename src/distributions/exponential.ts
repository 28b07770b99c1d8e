// Exponential: the wait for something that is as likely at any moment.

import type { Distribution, Family } from "./distribution.ts";
import { quantity, signature, unitless } from "./parameters.ts";

/**
 * The exponential distribution on x ≥ 0, with density rate × exp(−rate × x); by its rate or by its mean 1/rate.
 * https://en.wikipedia.org/wiki/Exponential_distribution
 */
export const exponential: Family = {
  name: "exponential",
  meaning: "Take it for the wait until something that may happen at any moment, however long one has waited.",
  signatures: [
    signature([unitless("rate", "how often it happens in one unit; 1/mean", "positive")], ({ rate }) =>
      exponentialDistribution(1 / rate),
    ),
    signature([quantity("mean", "mean wait", "positive")], ({ mean }) => exponentialDistribution(mean)),
  ],
};

function exponentialDistribution(mean: number): Distribution {
  return {
    kind: "continuous",
    support: [0, Number.POSITIVE_INFINITY],
    mean,
    sd: mean,
    cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-x / mean)),
    upperTail: (x) => (x <= 0 ? 1 : Math.exp(-x / mean)),
    quantile: (p) => mean * standardExponentialQuantile(p, 1 - p),
    upperQuantile: (q) => mean * standardExponentialQuantile(1 - q, q),
  };
}

/** The quantile of the exponential distribution with mean 1, −log q, from the smaller of p and q = 1 − p. */
export function standardExponentialQuantile(p: number, q: number): number {
  return p < q ? -Math.log1p(-p) : 0 - Math.log(q);
}
