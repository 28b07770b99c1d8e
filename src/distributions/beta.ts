// Beta: an unknown share between 0 and 1.

import { betaTails } from "../numeric/incompleteBeta.ts";
import { betaQuantile } from "../numeric/inverseBeta.ts";
import { numeral } from "../numeric/numeral.ts";
import { betaThrough } from "./betaThrough.ts";
import { type Distribution, type Family, ParameterProblem } from "./distribution.ts";
import { probability, quantity, requireRange, signature, unitless } from "./parameters.ts";

/**
 * The beta distribution on [0, 1], with density x^(alpha − 1) (1 − x)^(beta − 1) / B(alpha, beta), alpha and beta > 0.
 * Mean: alpha/(alpha + beta). Given by alpha and beta, by mean and sd, or by two quantiles. https://en.wikipedia.org/wiki/Beta_distribution
 */
export const beta: Family = {
  name: "beta",
  meaning: "Take it for a share; it is what alpha − 1 cases for and beta − 1 cases against leave us knowing.",
  signatures: [
    signature(
      [unitless("alpha", "weight towards 1", "shape"), unitless("beta", "weight towards 0", "shape")],
      ({ alpha, beta }) => fourParameterBeta({ alpha, beta, min: 0, max: 1 }),
    ),
    signature(
      [probability("mean", "mean share"), quantity("sd", "its standard deviation", "positive")],
      ({ mean, sd }) => {
        // mean (1 − mean)/(alpha + beta + 1) is the variance.
        const total = (mean * (1 - mean)) / (sd * sd) - 1;
        if (!(total > 0)) {
          const most = numeral(Number(Math.sqrt(mean * (1 - mean)).toPrecision(4)));
          const message = `sd is ${numeral(sd)}, for a share of mean ${numeral(mean)} it must be less than ${most}`;
          throw new ParameterProblem(message, "sd");
        }
        return betaOfShapes(mean * total, (1 - mean) * total);
      },
    ),
  ],
  throughQuantiles(low, high) {
    for (const { p, x } of [low, high]) {
      if (!(x > 0 && x < 1)) {
        const message = `the ${numeral(p * 100)} % quantile is ${numeral(x)}, a share lies between 0 and 1`;
        throw new ParameterProblem(message);
      }
    }
    const { alpha, beta } = betaThrough(low, high);
    return betaOfShapes(alpha, beta);
  },
};

function betaOfShapes(alpha: number, beta: number): Distribution {
  requireRange("alpha", alpha, "shape");
  requireRange("beta", beta, "shape");
  return fourParameterBeta({ alpha, beta, min: 0, max: 1 });
}

/** The four-parameter beta distribution: min + (max − min) × X for a beta-distributed X; min < max. */
export function fourParameterBeta({
  alpha,
  beta,
  min,
  max,
}: Record<"alpha" | "beta" | "min" | "max", number>): Distribution {
  const width = max - min;
  const total = alpha + beta;
  const tails = betaTails(alpha, beta);
  const unit = betaQuantile(tails);
  const at = (p: number, q: number) => {
    const { distance, fromAbove } = unit(p, q);
    return fromAbove ? max - width * distance : min + width * distance;
  };
  return {
    kind: "continuous",
    support: [min, max],
    mean: alpha > beta ? max - width * (beta / total) : min + width * (alpha / total),
    sd: width * Math.sqrt(((alpha / total) * (beta / total)) / (total + 1)),
    cdf: (x) => (x <= min ? 0 : x >= max ? 1 : tails.lower((x - min) / width, (max - x) / width)),
    upperTail: (x) => (x <= min ? 1 : x >= max ? 0 : tails.upper((x - min) / width, (max - x) / width)),
    quantile: (p) => at(p, 1 - p),
    upperQuantile: (q) => at(1 - q, q),
    iterative: true,
  };
}
