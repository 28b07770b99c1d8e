// Gamma: a positive quantity that adds up from waits or losses.

import { gammaTails } from "../numeric/incompleteGamma.ts";
import { gammaQuantile } from "../numeric/inverseGamma.ts";
import type { Distribution, Family } from "./distribution.ts";
import { quantity, signature, unitless } from "./parameters.ts";

/**
 * The gamma distribution on x > 0, with density x^(shape − 1) exp(−x/scale) / (Γ(shape) scale^shape).
 * Mean: shape × scale; variance: shape × scale². https://en.wikipedia.org/wiki/Gamma_distribution
 */
export const gamma: Family = {
  name: "gamma",
  meaning:
    "Take it for positive amounts that add up from parts, and for rates that differ from case to case.",
  signatures: [
    signature(
      [
        unitless("shape", "how many parts; large is nearly normal, below 1 is mostly near zero", "shape"),
        quantity("scale", "size of a part; the mean is shape × scale", "positive"),
      ],
      ({ shape, scale }) => gammaDistribution(shape, scale),
    ),
  ],
};

function gammaDistribution(shape: number, scale: number): Distribution {
  const tails = gammaTails(shape);
  const standard = gammaQuantile(shape, tails);
  return {
    kind: "continuous",
    support: [0, Number.POSITIVE_INFINITY],
    mean: shape * scale,
    sd: Math.sqrt(shape) * scale,
    cdf: (x) => tails.lower(x / scale),
    upperTail: (x) => tails.upper(x / scale),
    quantile: (p) => scale * standard(p, 1 - p),
    upperQuantile: (q) => scale * standard(1 - q, q),
    iterative: true,
  };
}
