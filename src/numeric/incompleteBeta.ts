// The regularised incomplete beta function: the tails of beta, PERT, Student's t, binomials.
// https://dlmf.nist.gov/8.17
import { log1pmxOfRatio } from "./log1pmx.ts";
import { logBeta, logPochhammer } from "./logBeta.ts";
import { logGamma1p } from "./logGamma.ts";
import { stirlingError } from "./stirlingError.ts";

const tiny = 1e-300;
// Up to here plain logarithms lose less than a digit.
const saddlePointStart = 20;

/** Both tails of a beta distribution, at x given together with y = 1 − x so that neither end loses digits; alpha, beta > 0. */
export interface BetaTails {
  readonly alpha: number;
  readonly beta: number;
  /** P(X ≤ x) */
  lower(x: number, y: number): number;
  /** P(X > x) */
  upper(x: number, y: number): number;
  /** Density × x × y. */
  weight(x: number, y: number): number;
}

/**
 * The beta distribution with these shapes, up to 1e12. The density comes from its saddle point (Loader 2000), the tails
 * from the continued fraction of Didonato and Morris (1992).
 */
export function betaTails(alpha: number, beta: number): BetaTails {
  const total = alpha + beta;
  const constant =
    Math.exp(stirlingError(total) - stirlingError(alpha) - stirlingError(beta)) *
    Math.sqrt(((alpha / total) * beta) / (2 * Math.PI));
  const turn = (alpha + 1) / (total + 2);
  const logConstant = logBeta(alpha, beta);

  /** x^alpha y^beta / B(alpha, beta) */
  function weight(x: number, y: number): number {
    if (x <= 0 || y <= 0) return 0;
    if (total < saddlePointStart) return Math.exp(alpha * Math.log(x) + beta * Math.log(y) - logConstant);
    // The smaller of x and y is the more exact. The linear parts of the logarithms cancel.
    const excess = x < y ? total * x - alpha : beta - total * y;
    return (
      constant *
      Math.exp(
        alpha * log1pmxOfRatio(excess / alpha, (total / alpha) * x) +
          beta * log1pmxOfRatio(-excess / beta, (total / beta) * y),
      )
    );
  }

  function lower(x: number, y: number): number {
    const height = weight(x, y);
    if (height === 0) return x <= turn ? 0 : 1;
    if (x <= turn) return height * tailByFraction(alpha, beta, x, y);
    return beta < 1 ? restNearZero(beta, alpha, y) : 1 - height * tailByFraction(beta, alpha, y, x);
  }

  function upper(x: number, y: number): number {
    const height = weight(x, y);
    if (height === 0) return x <= turn ? 1 : 0;
    if (x > turn) return height * tailByFraction(beta, alpha, y, x);
    return alpha < 1 ? restNearZero(alpha, beta, x) : 1 - height * tailByFraction(alpha, beta, x, y);
  }

  return { alpha, beta, lower, upper, weight };
}

/**
 * P(X ≤ x) divided by the weight, by the continued fraction of Didonato and Morris (1992), TOMS 708. Two shapes of 1e12
 * take 55,000 steps next to the mode, a hundred at two standard deviations.
 */
function tailByFraction(a: number, b: number, x: number, y: number): number {
  const total = a + b;
  const offset = a * y - b * x + 1;
  let nextInverse = 1 / (a + 1);
  let value = a * offset * nextInverse || tiny;
  let c = value;
  let d = 0;
  for (let m = 1; m < 100_000; m++) {
    const inverse = nextInverse;
    nextInverse = 1 / (a + 2 * m + 1);
    const step = m * (b - m) * x * inverse;
    const numerator = step * (a + (m - 1)) * (total + (m - 1)) * x * inverse;
    const denominator = m + step + (a + m) * (offset + m * (2 - x)) * nextInverse;
    d = 1 / (denominator + numerator * d || tiny);
    c = denominator + numerator / c || tiny;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 2e-16) break;
  }
  return 1 / value;
}

/**
 * 1 − P(X ≤ x) for a < 1 and x towards zero, where most of the probability is below x and the difference cancels:
 * P = x^a/(a B) × (1 + a Σ (1 − b)…(n − b) x^n / (n! (a + n))), Abramowitz and Stegun 26.5.4.
 */
function restNearZero(a: number, b: number, x: number): number {
  const logLead = a * Math.log(x) - logGamma1p(a) + logPochhammer(b, a);
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 10_000; n++) {
    term *= ((n - b) / n) * x;
    const part = term / (a + n);
    sum += part;
    if (Math.abs(part) < 1e-17 * Math.abs(sum)) break;
  }
  return -Math.expm1(logLead) - Math.exp(logLead) * a * sum;
}
