// Student's t: like the normal, with more far-off values.

import { betaTails } from "../numeric/incompleteBeta.ts";
import { betaQuantile } from "../numeric/inverseBeta.ts";
import { logBeta } from "../numeric/logBeta.ts";
import type { Distribution, Family } from "./distribution.ts";
import { quantity, signature, unitless } from "./parameters.ts";

/**
 * Student's t distribution, located and scaled, with density
 * Γ((df + 1)/2) / (Γ(df/2) √(df π) scale) × (1 + z²/df)^(−(df + 1)/2) where z = (x − loc)/scale.
 * https://en.wikipedia.org/wiki/Student%27s_t-distribution
 */
export const studentT: Family = {
  name: "t",
  meaning:
    "Take it where a normal would do but for surprises: far-off values are commoner, the more so the smaller df.",
  signatures: [
    signature(
      [
        unitless("df", "degrees of freedom: 1 has no mean, above 30 is nearly normal", "shape"),
        quantity("loc", "centre", "finite", 0),
        quantity("scale", "width; the standard deviation is somewhat larger", "positive", 1),
      ],
      ({ df, loc, scale }) => studentTDistribution(df, loc, scale),
    ),
  ],
};

function studentTDistribution(df: number, loc: number, scale: number): Distribution {
  const { tail, fromTail } = standardT(df);
  const upperTail = (t: number) => (t >= 0 ? tail(t) : 1 - tail(-t));
  const at = (p: number, q: number) => (p < q ? loc - scale * fromTail(p) : loc + scale * fromTail(q));
  return {
    kind: "continuous",
    support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    mean: df > 1 ? loc : Number.NaN,
    sd: df > 2 ? scale * Math.sqrt(df / (df - 2)) : df > 1 ? Number.POSITIVE_INFINITY : Number.NaN,
    cdf: (x) => upperTail((loc - x) / scale),
    upperTail: (x) => upperTail((x - loc) / scale),
    quantile: (p) => at(p, 1 - p),
    upperQuantile: (q) => at(1 - q, q),
    iterative: true,
  };
}

/** P(T > t) for t ≥ 0, and back for a probability of at most 1/2. */
function standardT(df: number): { tail(t: number): number; fromTail(tail: number): number } {
  // df/(df + T²) is a beta variable.
  const tails = betaTails(df / 2, 0.5);
  const quantile = betaQuantile(tails);
  // So far out the tail is a power of t to the last digit, and df/(df + t²) may be too small for a double.
  const farOut = 1e-200;
  const logLead = Math.log(df / 2) + logBeta(df / 2, 0.5);

  return {
    tail(t) {
      if (t === Number.POSITIVE_INFINITY) return 0;
      const ratio = t / Math.sqrt(df);
      const inverse = 1 / ratio / ratio;
      if (inverse < farOut) return Math.exp(-df * Math.log(ratio) - logLead) / 2;
      // 1 + square would lose the square where it is small, and the 1 where it is large.
      if (ratio > 1) return tails.lower(inverse / (1 + inverse), 1 / (1 + inverse)) / 2;
      const square = ratio * ratio;
      return tails.lower(1 / (1 + square), square / (1 + square)) / 2;
    },
    fromTail(tail) {
      if (tail <= 0) return Number.POSITIVE_INFINITY;
      const { distance, fromAbove } = quantile(2 * tail, 1 - 2 * tail);
      if (fromAbove) return Math.sqrt(df) * Math.sqrt(distance / (1 - distance));
      if (distance < farOut) return Math.sqrt(df) * Math.exp(-(Math.log(2 * tail) + logLead) / df);
      return Math.sqrt(df) * Math.sqrt((1 - distance) / distance);
    },
  };
}
