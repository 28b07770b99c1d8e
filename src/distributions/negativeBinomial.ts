// Negative binomial: counts that vary more than Poisson's, because their level varies.

import { betaTails } from "../numeric/incompleteBeta.ts";
import { negativeBinomialLogPmf } from "../numeric/logPmf.ts";
import { constant } from "./constant.ts";
import { countDistribution } from "./countDistribution.ts";
import { type Distribution, type Family, type Parameter, ParameterProblem } from "./distribution.ts";
import { requireFinite, requireMeanCount, requireShape } from "./parameterChecks.ts";
import { poissonDistribution } from "./poisson.ts";

const mean: Parameter = { name: "mean", meaning: "mean number", kind: "value" };
const size: Parameter = {
  name: "size",
  meaning: "1/dispersion: the variance is mean + mean²/size",
  kind: "number",
};

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
    {
      parameters: [
        mean,
        {
          name: "dispersion",
          meaning: "scatter beyond Poisson's: the variance is mean + dispersion × mean²",
          kind: "number",
        },
      ],
      create(parameters) {
        requireMeanCount(parameters, "mean");
        if (parameters.dispersion === 0) return poissonDistribution(parameters.mean);
        requireShape(parameters, "dispersion");
        requireShape({ "1/dispersion": 1 / parameters.dispersion }, "1/dispersion");
        return byMean(parameters.mean, 1 / parameters.dispersion);
      },
    },
    {
      parameters: [mean, size],
      create(parameters) {
        requireMeanCount(parameters, "mean");
        requireShape(parameters, "size");
        return byMean(parameters.mean, parameters.size);
      },
    },
    {
      parameters: [
        { ...size, meaning: "number of successes waited for; need not be whole" },
        {
          name: "probability",
          meaning: "chance of success; failures before the last success count",
          kind: "probability",
        },
      ],
      create(parameters) {
        requireShape(parameters, "size");
        requireFinite(parameters, "probability");
        const { size, probability } = parameters;
        if (!(probability > 0 && probability <= 1)) {
          throw new ParameterProblem(
            `probability is ${probability}, it must be above 0 and at most 1`,
            "probability",
          );
        }
        const failure = 1 - probability;
        const mean = (size * failure) / probability;
        requireMeanCount({ "the mean": mean }, "the mean");
        return negativeBinomialDistribution({
          size,
          success: probability,
          failure,
          mean,
        });
      },
    },
  ],
};

function byMean(mean: number, size: number): Distribution {
  return negativeBinomialDistribution({
    size,
    success: size / (size + mean),
    failure: mean / (size + mean),
    mean,
  });
}

/** Failures before the size-th success. `success` and `failure` add up to 1; each carries all its digits. */
function negativeBinomialDistribution({
  size,
  success,
  failure,
  mean,
}: {
  size: number;
  success: number;
  failure: number;
  mean: number;
}): Distribution {
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
