// Poisson: how many of many rare, independent events happen.

import { logPoisson } from "../numeric/countLogDensity.ts";
import { gammaTails } from "../numeric/incompleteGamma.ts";
import type { StepTails } from "../numeric/stepQuantile.ts";
import { constant } from "./constant.ts";
import { count } from "./count.ts";
import type { Distribution, Family } from "./distribution.ts";
import { requireMeanCount } from "./parameterChecks.ts";

export const poisson: Family = {
  name: "poisson",
  meaning: "Take it for the number of rare events that do not influence each other.",
  signatures: [
    {
      parameters: [{ name: "mean", meaning: "mean number; the variance is the same", kind: "value" }],
      create(parameters) {
        requireMeanCount(parameters, "mean");
        return poissonDistribution(parameters.mean);
      },
    },
  ],
};

export function poissonDistribution(mean: number): Distribution {
  if (mean === 0) return constant(0);
  return count({
    tails: poissonTails(mean),
    mean,
    sd: Math.sqrt(mean),
    skewness: 1 / Math.sqrt(mean),
    mode: Math.floor(mean),
    logDensity: (k) => logPoisson(k, mean),
  });
}

/** Both tails; more than k events in a time are k + 1 waits that end within it. */
export function poissonTails(mean: number): StepTails {
  return { lower: (k) => gammaTails(k + 1).upper(mean), upper: (k) => gammaTails(k + 1).lower(mean) };
}
