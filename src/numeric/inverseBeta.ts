// The quantile of a beta distribution: the inverse of the regularised incomplete beta function.
import type { BetaTails } from "./incompleteBeta.ts";
import { invertTails } from "./invertTails.ts";
import { logBeta } from "./logBeta.ts";
import type { LogScaleTails } from "./logScaleTails.ts";
import { normalQuantile } from "./normalQuantile.ts";

/** A point of the unit interval by its distance from the nearer end, so that it loses no digits there. */
export interface UnitPoint {
  /** x where `fromAbove` is false, 1 − x where it is true; at most 1/2. */
  distance: number;
  fromAbove: boolean;
}

/** The quantile function of a beta distribution, at p with q = 1 − p; p or q may be tiny. */
export function betaQuantile(tails: BetaTails): (p: number, q: number) => UnitPoint {
  // Each compared by the smaller tail: where nearly all lies below 1/2, its chance is 1 to the last digit.
  const [belowHalf, aboveHalf] = [tails.lower(0.5, 0.5), tails.upper(0.5, 0.5)];
  const lowerHalf = lowerHalfQuantile(tails);
  const upperHalf = lowerHalfQuantile(mirrored(tails));
  return (p, q) =>
    (p <= q ? p <= belowHalf : q >= aboveHalf) && q > 0
      ? { distance: lowerHalf(p, q), fromAbove: false }
      : { distance: upperHalf(q, p), fromAbove: true };
}

function mirrored({ alpha, beta, lower, upper, weight }: BetaTails): BetaTails {
  return {
    alpha: beta,
    beta: alpha,
    lower: (x, y) => upper(y, x),
    upper: (x, y) => lower(y, x),
    weight: (x, y) => weight(y, x),
  };
}

/** The quantile where it is known to be at most 1/2. */
function lowerHalfQuantile(tails: BetaTails): (p: number, q: number) => number {
  const { alpha, beta } = tails;
  const logLead = Math.log(alpha) + logBeta(alpha, beta);
  const onLogScale: LogScaleTails = {
    lower: (x) => tails.lower(x, 1 - x),
    upper: (x) => tails.upper(x, 1 - x),
    slope: (x) => tails.weight(x, 1 - x) / (1 - x),
    bend: (x) => alpha - ((beta - 1) * x) / (1 - x),
  };
  const high = 0.5;

  function start(p: number, q: number): number {
    // Towards zero the density is a power.
    const nearZero = Math.exp((Math.log(p) + logLead) / alpha);
    if (nearZero * Math.abs(beta - 1) < 0.3 * (alpha + 1) || alpha <= 1 || beta <= 1) return nearZero;
    // Abramowitz and Stegun 26.5.22
    const z = p < q ? -normalQuantile(p) : normalQuantile(q);
    const s = 1 / (2 * alpha - 1);
    const t = 1 / (2 * beta - 1);
    const h = 2 / (s + t);
    const lambda = (z * z - 3) / 6;
    const w = (z * Math.sqrt(h + lambda)) / h - (t - s) * (lambda + 5 / 6 - 2 / (3 * h));
    return alpha / (alpha + beta * Math.exp(2 * w));
  }

  return (p, q) => {
    if (p <= 0) return 0;
    const guess = start(p, q);
    return invertTails(onLogScale, { p, q, start: Number.isNaN(guess) ? high : guess, high });
  };
}
