// Beta: an unknown share between 0 and 1.

import { betaTails } from "../numeric/incompleteBeta.ts";
import { betaQuantile } from "../numeric/inverseBeta.ts";
import type { Distribution, Family } from "./distribution.ts";
import { signature, unitless } from "./parameters.ts";

/**
 * The beta distribution on [0, 1], with density x^(alpha − 1) (1 − x)^(beta − 1) / B(alpha, beta), alpha and beta > 0.
 * Mean: alpha/(alpha + beta). https://en.wikipedia.org/wiki/Beta_distribution
 */
export const beta: Family = {
  name: "beta",
  meaning: "Take it for a share; it is what alpha − 1 cases for and beta − 1 cases against leave us knowing.",
  signatures: [
    signature(
      [unitless("alpha", "weight towards 1", "shape"), unitless("beta", "weight towards 0", "shape")],
      ({ alpha, beta }) => fourParameterBeta({ alpha, beta, min: 0, max: 1 }),
    ),
  ],
};

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
