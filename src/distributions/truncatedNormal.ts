// The truncated normal distribution, exact however far out the interval is and however narrow.

import { integrate } from "../numeric/gaussLegendre.ts";
import { normalQuantile } from "../numeric/normalQuantile.ts";
import {
  logNormalUpperTail,
  normalUpperQuantileOfLog,
  normalUpperTail,
  scaledNormalTail,
} from "../numeric/normalTail.ts";
import { type Distribution, nothingLeft } from "./distribution.ts";

/** Mean and sd of the normal before truncation, and the interval; one end may be infinite. */
export interface TruncatedNormal {
  mean: number;
  sd: number;
  min: number;
  max: number;
}

/**
 * The distribution of a normal X given min ≤ X ≤ max. Its density is the normal's divided by P(min ≤ X ≤ max).
 * https://en.wikipedia.org/wiki/Truncated_normal_distribution
 * @throws ParameterProblem where that probability is 0
 */
export function truncatedNormal({ mean, sd, min, max }: TruncatedNormal): Distribution {
  // Mirrored so that the end nearer to the mean is `min`: then only upper tails are far out.
  const mirrored = (min - mean) / sd + (max - mean) / sd < 0;
  const left = mirrored
    ? negated(fromNearEnd({ mean: -mean, sd, min: -max, max: -min }))
    : fromNearEnd({ mean, sd, min, max });
  const truncate = (from: number, to: number) =>
    truncatedNormal({ mean, sd, min: Math.max(min, from), max: Math.min(max, to) });
  return { ...left, truncate };
}

function negated(distribution: Distribution): Distribution {
  const [low, high] = distribution.support;
  return {
    kind: distribution.kind,
    support: [0 - high, 0 - low],
    mean: 0 - distribution.mean,
    sd: distribution.sd,
    cdf: (x) => distribution.upperTail(-x),
    upperTail: (x) => distribution.cdf(-x),
    quantile: (p) => 0 - (distribution.upperQuantile as (q: number) => number)(p),
    upperQuantile: (q) => 0 - distribution.quantile(q),
  };
}

// The normal's mass times √(2π) is the integral of exp(−z²/2); √(2π) turns the one into the other.
const rootTwoPi = Math.sqrt(2 * Math.PI);

function fromNearEnd({ mean, sd, min, max }: TruncatedNormal): Distribution {
  const a = (min - mean) / sd;
  const width = (max - min) / sd;
  // Densities are relative to the highest: exp(−z²/2) itself would underflow from z = 39 on.
  const peak = Math.max(a, 0);
  const density = (z: number) => Math.exp(((peak - z) * (peak + z)) / 2);
  const isNarrow = (z: number, w: number) => w * Math.max(1, Math.abs(z)) < 2;

  /** The integral of the relative density from z over a width w. */
  function between(z: number, w: number): number {
    if (w <= 0) return 0;
    if (isNarrow(z, w)) return density(z) * integrate((t) => Math.exp(-t * (z + t / 2)), 0, w);
    const end = z + w;
    if (z < 0) {
      const tail = normalUpperTail(-z);
      return rootTwoPi * (end <= 0 ? normalUpperTail(-end) - tail : 1 - tail - normalUpperTail(end));
    }
    const beyond = end === Number.POSITIVE_INFINITY ? 0 : Math.exp(-w * (z + w / 2)) * scaledNormalTail(end);
    return rootTwoPi * density(z) * (scaledNormalTail(z) - beyond);
  }

  const total = between(a, width);
  if (!(total > 0)) throw nothingLeft(min, max);
  const score = scoreAt(a, a + width);

  function at(p: number, q: number): number {
    if (p <= 0) return min;
    if (q <= 0) return max;
    const z = score(p, q);
    const fromMin = z - a;
    if (p <= q && isNarrow(a, fromMin)) {
      const mass = (w: number) => between(a, w);
      return min + sd * polished(fromMin, p * total, mass, (w) => density(a + w));
    }
    const b = a + width;
    const fromMax = b - z;
    if (p > q && isNarrow(b, fromMax)) {
      const mass = (w: number) => between(b - w, w);
      return max - sd * polished(fromMax, q * total, mass, (w) => density(b - w));
    }
    return Math.min(max, Math.max(min, mean + sd * z));
  }

  const { offset, spread } = momentsOf(a, width, density);
  return {
    kind: "continuous",
    support: [min, max],
    mean: a >= 0 ? min + sd * offset : mean + sd * (a + offset),
    sd: sd * spread,
    cdf: (x) => Math.min(1, between(a, (x - min) / sd) / total),
    upperTail: (x) =>
      x <= min ? 1 : x >= max ? 0 : Math.min(1, between((x - mean) / sd, (max - x) / sd) / total),
    quantile: (p) => at(p, 1 - p),
    upperQuantile: (q) => at(1 - q, q),
  };
}

/** The standard score for p and q = 1 − p, through the tails of the whole normal: good but near the ends. */
function scoreAt(a: number, b: number): (p: number, q: number) => number {
  if (a < 0) {
    const cutBelow = normalUpperTail(-a);
    const cutAbove = normalUpperTail(b);
    const mass = 1 - cutBelow - cutAbove;
    return (p, q) => {
      const below = cutBelow + p * mass;
      const above = cutAbove + q * mass;
      return below < above ? normalQuantile(below) : -normalQuantile(above);
    };
  }
  const logAtMin = logNormalUpperTail(a);
  const remaining = Math.exp(logNormalUpperTail(b) - logAtMin);
  return (p, q) =>
    normalUpperQuantileOfLog(
      logAtMin + (p < q ? Math.log1p(-p * (1 - remaining)) : Math.log(remaining + q * (1 - remaining))),
    );
}

/** Two Newton steps for the width at which `mass` reaches its target: near an end the score has few digits left. */
function polished(
  guess: number,
  target: number,
  mass: (width: number) => number,
  density: (width: number) => number,
): number {
  let width = Math.max(guess, 0);
  for (let step = 0; step < 2; step++) width -= (mass(width) - target) / density(width);
  return width;
}

/** Mean distance from `a`, and sd, by quadrature: the closed forms cancel in the tails. */
function momentsOf(a: number, width: number, density: (z: number) => number) {
  // exp(−9.5²/2) is 3e-20: nothing of any digit is left beyond.
  const farthest = 9.5;
  const from = Math.max(0, -farthest - a);
  const peak = Math.max(a, 0);
  const to = Math.min(width, peak - a + (farthest * farthest) / (peak + Math.hypot(peak, farthest)));
  const panels = 6;
  const integral = (f: (t: number) => number) => {
    let sum = 0;
    for (let i = 0; i < panels; i++) {
      sum += integrate(
        (t) => f(t) * density(a + t),
        from + ((to - from) * i) / panels,
        from + ((to - from) * (i + 1)) / panels,
      );
    }
    return sum;
  };
  const mass = integral(() => 1);
  const offset = integral((t) => t) / mass;
  return { offset, spread: Math.sqrt(integral((t) => (t - offset) ** 2) / mass) };
}
