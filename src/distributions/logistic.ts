// Logistic: like the normal, with somewhat more far-off values.

import type { Distribution, Family } from "./distribution.ts";
import { quantity, signature } from "./parameters.ts";

/**
 * The logistic distribution, with density exp(−z) / (scale (1 + exp(−z))²) where z = (x − loc)/scale.
 * Mean: loc; sd: π scale/√3. https://en.wikipedia.org/wiki/Logistic_distribution
 */
export const logistic: Family = {
  name: "logistic",
  meaning: "Take it where a normal would do but for somewhat more far-off values; its odds are exponential.",
  signatures: [
    signature(
      [
        quantity("loc", "centre"),
        quantity("scale", "width; the standard deviation is 1.8 times as much", "positive"),
      ],
      ({ loc, scale }) => logisticDistribution(loc, scale),
    ),
  ],
};

function logisticDistribution(loc: number, scale: number): Distribution {
  const upperTail = (z: number) => (z > 0 ? Math.exp(-z) / (1 + Math.exp(-z)) : 1 / (1 + Math.exp(z)));
  const at = (p: number, q: number) => loc + scale * logit(p, q);
  return {
    kind: "continuous",
    support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    mean: loc,
    sd: (scale * Math.PI) / Math.sqrt(3),
    cdf: (x) => upperTail((loc - x) / scale),
    upperTail: (x) => upperTail((x - loc) / scale),
    quantile: (p) => at(p, 1 - p),
    upperQuantile: (q) => at(1 - q, q),
  };
}

/** The log-odds log(p/q), q = 1 − p, accurate near p = 1/2 too. logit(0.75, 0.25) → log 3 */
export function logit(p: number, q: number): number {
  const near = 0.25;
  return Math.abs(p - q) < near ? Math.log1p((p - q) / q) : Math.log(p) - Math.log(q);
}
