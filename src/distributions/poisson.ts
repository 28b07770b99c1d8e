// Poisson: how many of many rare, independent events happen.

import type { CountTails } from "../numeric/countQuantile.ts";
import { gammaTails } from "../numeric/incompleteGamma.ts";
import { poissonLogPmf } from "../numeric/logPmf.ts";
import { constant } from "./constant.ts";
import { countDistribution } from "./countDistribution.ts";
import type { Distribution, Family } from "./distribution.ts";
import { quantity, signature } from "./parameters.ts";

/**
 * The Poisson distribution: P(X = k) = mean^k exp(−mean) / k! for k = 0, 1, 2, … Variance: mean.
 * https://en.wikipedia.org/wiki/Poisson_distribution
 */
export const poisson: Family = {
  name: "poisson",
  meaning: "Take it for the number of rare events that do not influence each other.",
  signatures: [
    signature([quantity("mean", "mean number; the variance is the same", "count")], ({ mean }) =>
      poissonDistribution(mean),
    ),
  ],
};

/** The Poisson distribution with this mean, at most 1e12; mean 0 is the constant 0. */
export function poissonDistribution(mean: number): Distribution {
  if (mean === 0) return constant(0);
  return countDistribution({
    tails: poissonTails(mean),
    mean,
    sd: Math.sqrt(mean),
    skewness: 1 / Math.sqrt(mean),
    mode: Math.floor(mean),
    logPmf: (k) => poissonLogPmf(k, mean),
  });
}

/** Both tails, by the gamma distribution: more than k events within a time are k + 1 waits that end within it. */
export function poissonTails(mean: number): CountTails {
  return { lower: (k) => gammaTails(k + 1).upper(mean), upper: (k) => gammaTails(k + 1).lower(mean) };
}
