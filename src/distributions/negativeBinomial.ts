// Negative binomial: counts that vary more than Poisson's, because their level varies.

import { betaTails } from "../numeric/incompleteBeta.ts";
import { negativeBinomialLogPmf } from "../numeric/logPmf.ts";
import { numeral } from "../numeric/numeral.ts";
import { constant } from "./constant.ts";
import { countDistribution } from "./countDistribution.ts";
import { type Distribution, type Family, ParameterProblem } from "./distribution.ts";
import { probability, quantity, requireRange, signature, unitless } from "./parameters.ts";
import { poissonDistribution } from "./poisson.ts";

const mean = quantity("mean", "mean number", "count");

/**
 * The negative binomial distribution of failures before the size-th success, also for a size that is not whole:
 * P(X = k) = Γ(size + k) / (k! Γ(size)) × probability^size (1 − probability)^k for k = 0, 1, 2, …
 * Mean: size (1 − probability)/probability; variance: mean + mean²/size. As a count by its mean with dispersion 1/size.
 * https://en.wikipedia.org/wiki/Negative_binomial_distribution
 */
export const negativeBinomial: Family = {
  name: "negativeBinomial",
  meaning:
    "Take it for numbers of events whose level itself varies, so that they scatter more than Poisson's.",
  signatures: [
    signature(
      [mean, unitless("dispersion", "scatter beyond Poisson's: the variance is mean + dispersion × mean²")],
      ({ mean, dispersion }) => {
        if (dispersion === 0) return poissonDistribution(mean);
        requireRange("dispersion", dispersion, "shape");
        requireRange("1/dispersion", 1 / dispersion, "shape");
        return byMean(mean, 1 / dispersion);
      },
    ),
    signature(
      [mean, unitless("size", "1/dispersion: the variance is mean + mean²/size", "shape")],
      ({ mean, size }) => byMean(mean, size),
    ),
    signature(
      [
        unitless("size", "number of successes waited for; need not be whole", "shape"),
        probability("probability", "chance of success; failures before the last success count", "finite"),
      ],
      ({ size, probability }) => {
        if (!(probability > 0 && probability <= 1)) {
          const message = `probability is ${numeral(probability)}, it must be above 0 and at most 1`;
          throw new ParameterProblem(message, "probability");
        }
        const failure = 1 - probability;
        const mean = (size * failure) / probability;
        requireRange("the mean", mean, "count");
        return negativeBinomialDistribution({ size, success: probability, failure, mean });
      },
    ),
  ],
};

function byMean(mean: number, size: number): Distribution {
  const total = size + mean;
  return negativeBinomialDistribution({ size, success: size / total, failure: mean / total, mean });
}

/** Failures before the size-th success. `success` and `failure` add up to 1; each carries all its digits. */
function negativeBinomialDistribution({
  size,
  success,
  failure,
  mean,
}: Record<"size" | "success" | "failure" | "mean", number>): Distribution {
  if (failure === 0) return constant(0);
  return countDistribution({
    tails: {
      lower: (k) => betaTails(size, k + 1).lower(success, failure),
      upper: (k) => betaTails(size, k + 1).upper(success, failure),
    },
    mean,
    sd: Math.sqrt(mean / success),
    skewness: (1 + failure) / Math.sqrt(failure * size),
    mode: size > 1 ? Math.floor(((size - 1) * failure) / success) : 0,
    logPmf: (k) => negativeBinomialLogPmf(k, size, success, failure),
  });
}
