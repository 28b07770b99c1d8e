// The regularised incomplete gamma functions P and Q: the tails of gamma and Poisson distributions.
// https://dlmf.nist.gov/8.2
import { log1pmx, log1pmxOfRatio } from "./log1pmx.ts";
import { logGamma, logGamma1p } from "./logGamma.ts";
import type { LogScaleTails } from "./logScaleTails.ts";
import { stirlingError } from "./stirlingError.ts";
import { tailIntegral } from "./tailIntegral.ts";

const quadratureStart = 10_000;
// Up to here plain logarithms lose less than a digit.
const saddlePointStart = 10;
const precision = 1e-17;
const tiny = 1e-300;

/**
 * The gamma distribution of this shape and scale 1: `lower` is P(shape, x), `upper` is Q(shape, x).
 * The density comes from its saddle point (Loader 2000), so that large shapes lose no digits; the tails from
 * the series below the mean, the continued fraction above it (Gautschi 1979), or quadrature where both get long.
 */
export function gammaTails(shape: number): LogScaleTails {
  const constant = Math.exp(-stirlingError(shape)) * Math.sqrt(shape / (2 * Math.PI));
  const logConstant = logGamma(shape);
  const large = shape > quadratureStart;

  /** x^shape e^−x / Γ(shape) */
  function slope(x: number): number {
    if (x <= 0 || x === Number.POSITIVE_INFINITY) return 0;
    if (shape < saddlePointStart) return Math.exp(shape * Math.log(x) - x - logConstant);
    return constant * Math.exp(shape * log1pmxOfRatio((x - shape) / shape, x / shape));
  }

  const curvature = (x: number) => (shape - 1) / (x * x);

  function lowerByQuadrature(x: number): number {
    const descent = (shape - 1 - x) / x;
    const exponent = (u: number) => descent * u - (shape - 1) * log1pmx(-u / x);
    return slope(x) * (tailIntegral(exponent, { descent, curvature: curvature(x), limit: x }) / x);
  }

  function upperByQuadrature(x: number): number {
    const descent = (x - shape + 1) / x;
    const exponent = (u: number) => descent * u - (shape - 1) * log1pmx(u / x);
    const limit = Number.POSITIVE_INFINITY;
    return slope(x) * (tailIntegral(exponent, { descent, curvature: curvature(x), limit }) / x);
  }

  const lowerDirectly = large ? lowerByQuadrature : (x: number) => slope(x) * lowerSeries(shape, x);
  const upperDirectly = large ? upperByQuadrature : (x: number) => slope(x) * upperFraction(shape, x);
  /** Below this the lower tail is computed and the upper is the rest, above the other way round. */
  const turn = large ? shape - 1 : Math.max(shape, 1);

  return {
    lower(x) {
      if (x >= turn) return 1 - upper(x);
      return slope(x) === 0 ? 0 : lowerDirectly(x);
    },
    upper,
    slope,
    bend: (x) => shape - x,
  };

  function upper(x: number): number {
    if (slope(x) === 0) return x < turn ? 1 : 0;
    if (x >= turn) return upperDirectly(x);
    return shape < 1 ? upperNearZero(shape, x) : 1 - lowerDirectly(x);
  }
}

/**
 * P(shape, x) over its density × x, by its power series. Terms grow like x/(shape + 1), x/(shape + 2), …: short while x is
 * below the mean.
 */
function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; term > precision * sum; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

/** Q(shape, x) over its density × x, by Lentz's evaluation of the continued fraction; x above the mean, or above 1. */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 100_000; n++) {
    const a = n * (shape - n);
    b += 2;
    d = 1 / (a * d + b || tiny);
    c = b + a / c || tiny;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < 2e-16) break;
  }
  return fraction;
}

/** For shape < 1 and x < 1, where 1 − lower cancels: Q = 1 − x^a/Γ(1 + a) − (the series without its first term). */
function upperNearZero(shape: number, x: number): number {
  const logPower = shape * Math.log(x) - logGamma1p(shape);
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 100; n++) {
    term *= -x / n;
    const part = term / (shape + n);
    sum += part;
    if (Math.abs(part) < precision * Math.abs(sum)) break;
  }
  return -Math.expm1(logPower) - Math.exp(logPower) * shape * sum;
}
