// Metalog: a smooth distribution through given quantiles.
// Keelin (2016), "The Metalog Distributions", Decision Analysis 13(4): the quantile function is a linear combination of
// terms in t = p − 1/2 and the log-odds L = log(p/(1 − p)),
//   Q(p) = a₁ + a₂ L + a₃ t L + a₄ t + a₅ t² + a₆ t² L + …
// so its coefficients solve a linear system. The density at Q(p) is 1/Q′(p), and must be positive for all p.
// https://en.wikipedia.org/wiki/Metalog_distribution

import { solveLinear } from "../numeric/linearSystem.ts";
import { numeral } from "../numeric/numeral.ts";
import { quantileMoments } from "../numeric/quantileMoments.ts";
import { type Distribution, ParameterProblem, type QuantilePoint } from "./distribution.ts";
import { metalogLimit, metalogSlope, metalogTerm } from "./metalog/terms.ts";
import { type Bounds, metalogTransform } from "./metalog/transform.ts";
import { requireRange } from "./parameters.ts";

// Beyond this the terms are so alike that rounding decides.
const maxPoints = 12;
// log p/q for tails of 1e-304; beyond, numbers lose their digits.
const farthestLogit = 700;
// For the smallest tail that is a number at all.
const lastLogit = 744;

/**
 * The metalog with as many terms as points, exactly through all of them, between bounds where there are any.
 * metalogThrough([{ p: 0.1, x: 11 }, { p: 0.5, x: 30 }, { p: 0.9, x: 100 }], { lower: 0 }).quantile(0.5) → 30
 * @throws ParameterProblem where the points do not rise, are outside the bounds or have no metalog (see `metalog`)
 */
export function metalogThrough(points: readonly QuantilePoint[], bounds: Bounds = {}): Distribution {
  checkPoints(points, bounds);
  const scale = metalogTransform(bounds);
  const matrix = points.map(({ p }) => points.map((_, index) => metalogTerm(index, p, 1 - p)));
  const values = points.map(({ x }) => scale.forward(x));
  return metalog(solveLinear(matrix, values), bounds);
}

/**
 * The metalog with coefficients a₁, a₂, …, between bounds where there are any. metalog([10, 1]).quantile(0.5) → 10
 * @throws ParameterProblem where the quantile function does not rise everywhere: then there is no such distribution
 */
export function metalog(coefficients: readonly number[], bounds: Bounds = {}): Distribution {
  for (const coefficient of coefficients) requireRange("coefficient", coefficient, "finite");
  const scale = metalogTransform(bounds);
  const sum = (term: typeof metalogTerm, p: number, q: number) =>
    coefficients.reduce((total, coefficient, index) => total + coefficient * term(index, p, q), 0);
  const slope = (u: number) => sum(metalogSlope, shareAt(u), shareAt(-u));
  checkRise(slope);

  const lowEnd = metalogLimit(coefficients, -0.5);
  const highEnd = metalogLimit(coefficients, 0.5);
  const low = scale.inverse(lowEnd.ofLog > 0 ? Number.NEGATIVE_INFINITY : lowEnd.rest);
  const high = scale.inverse(highEnd.ofLog > 0 ? Number.POSITIVE_INFINITY : highEnd.rest);

  const at = (p: number, q: number) => (p <= 0 ? low : q <= 0 ? high : scale.inverse(sum(metalogTerm, p, q)));

  /** log p/q where the quantile is x: Newton's method, halving where it leaves the bracket. */
  function logitAt(x: number): number {
    const target = scale.forward(x);
    const missAt = (u: number) => sum(metalogTerm, shareAt(u), shareAt(-u)) - target;
    if (missAt(lastLogit) < 0) return Number.POSITIVE_INFINITY;
    if (missAt(-lastLogit) > 0) return Number.NEGATIVE_INFINITY;
    let [from, to, u] = [-lastLogit, lastLogit, 0];
    for (let step = 0; step < 200; step++) {
      const miss = missAt(u);
      if (miss === 0) return u;
      if (miss < 0) from = u;
      else to = u;
      const newton = u - miss / slope(u);
      const next = newton > from && newton < to ? newton : (from + to) / 2;
      if (Math.abs(next - u) <= 2e-16 * Math.abs(u)) return next;
      u = next;
    }
    return u;
  }

  const quantile = (p: number) => at(p, 1 - p);
  const upperQuantile = (q: number) => at(1 - q, q);
  return {
    kind: "continuous",
    support: [low, high],
    ...quantileMoments({ quantile, upperQuantile }),
    cdf: (x) => (x <= low ? 0 : x >= high ? 1 : shareAt(logitAt(x))),
    upperTail: (x) => (x <= low ? 1 : x >= high ? 0 : shareAt(-logitAt(x))),
    quantile,
    upperQuantile,
  };
}

/** The p of which log p/(1 − p) is u, also where the exponential of −u overflows. */
function shareAt(u: number): number {
  return u < 0 ? Math.exp(u) / (1 + Math.exp(u)) : 1 / (1 + Math.exp(-u));
}

function checkPoints(points: readonly QuantilePoint[], { lower, upper }: Bounds): void {
  if (points.length < 2 || points.length > maxPoints) {
    throw new ParameterProblem(`there are ${points.length} quantiles, from 2 to ${maxPoints} are allowed`);
  }
  points.forEach(({ p, x }, i) => {
    if (!(p > 0 && p < 1)) {
      const rule = "it must lie between 0 and 1, both left out";
      throw new ParameterProblem(`the probability of a quantile is ${p}, ${rule}`);
    }
    const point = `the quantile ${numeral(x)} at ${p}`;
    requireRange("quantile", x, "finite");
    const before = points[i - 1];
    if (before && !(p > before.p)) {
      throw new ParameterProblem(`the probability ${p} comes after ${before.p}, it must be greater`);
    }
    if (before && !(x > before.x)) {
      throw new ParameterProblem(
        `${point} comes after ${numeral(before.x)} at ${before.p}, it must be greater`,
      );
    }
    if (lower !== undefined && x <= lower)
      throw new ParameterProblem(`${point} must be greater than the lower bound ${numeral(lower)}`, "lower");
    if (upper !== undefined && x >= upper)
      throw new ParameterProblem(`${point} must be less than the upper bound ${numeral(upper)}`, "upper");
  });
}

/** The slope along log p/q must be positive everywhere: seen on a fine grid, between its lowest points, at the ends. */
function checkRise(slope: (u: number) => number): void {
  const step = 1 / 32;
  const fineTo = 48;
  const lowest = { u: Number.NaN, slope: Number.POSITIVE_INFINITY };
  const look = (u: number) => {
    const value = slope(u);
    if (value < lowest.slope || Number.isNaN(value)) Object.assign(lowest, { u, slope: value });
    return value;
  };
  for (const end of [-farthestLogit, farthestLogit]) look(end);
  let [before, here] = [look(-fineTo - step), look(-fineTo)];
  for (let u = -fineTo + step; u <= fineTo; u += step) {
    const after = look(u);
    // A dip between grid points: parabola through three, tried at its lowest point.
    if (here <= before && here <= after && before - 2 * here + after > 0) {
      look(u - step + (step / 2) * ((before - after) / (before - 2 * here + after)));
    }
    [before, here] = [here, after];
  }
  if (lowest.slope > 0) return;
  const p = 1 / (1 + Math.exp(-lowest.u));
  throw new ParameterProblem(
    `these quantiles do not make a metalog: its curve would fall near p = ${Number(p.toPrecision(2))}; ` +
      "take quantiles that bend less, fewer of them, or a bound",
  );
}
