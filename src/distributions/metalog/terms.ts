// The metalog's terms and their slopes (Keelin 2016, "The Metalog Distributions", Decision Analysis 13).
import { pow } from "../../numeric/exactMath/pow.ts";
import { logit } from "../logistic.ts";

/**
 * Term number `index` (from 0) at p with q = 1 − p: 1, L, tL, t, then t², t²L, t³, t³L, …
 * where t = p − 1/2 and L = log p/q.
 */
export function metalogTerm(index: number, p: number, q: number): number {
  const { power, logarithmic } = shapeOf(index);
  const factor = pow((p - q) / 2, power);
  return logarithmic ? factor * logit(p, q) : factor;
}

/** The same term's slope along L, which stays finite at both ends. */
export function metalogSlope(index: number, p: number, q: number): number {
  const { power, logarithmic } = shapeOf(index);
  const t = (p - q) / 2;
  // dt/dL = pq
  const rise = power === 0 ? 0 : power * pow(t, power - 1) * p * q;
  return logarithmic ? rise * logit(p, q) + pow(t, power) : rise;
}

/** The sum of terms towards an end, t = −1/2 or 1/2: the coefficient of L, and the part without L. */
export function metalogLimit(coefficients: readonly number[], t: number): { ofLog: number; rest: number } {
  let ofLog = 0;
  let rest = 0;
  coefficients.forEach((coefficient, index) => {
    const { power, logarithmic } = shapeOf(index);
    if (logarithmic) ofLog += coefficient * pow(t, power);
    else rest += coefficient * pow(t, power);
  });
  return { ofLog, rest };
}

function shapeOf(index: number): { power: number; logarithmic: boolean } {
  // The third and fourth term stand in the opposite order of all later pairs.
  if (index === 2) return { power: 1, logarithmic: true };
  if (index === 3) return { power: 1, logarithmic: false };
  return { power: Math.floor(index / 2), logarithmic: index % 2 === 1 };
}
