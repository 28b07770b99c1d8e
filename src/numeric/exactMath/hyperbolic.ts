// sinh, cosh, tanh and their inverses.
// Algorithm: fdlibm (see index.ts).
import { exp, expm1 } from "./exponential.ts";
import { log, log1p } from "./logarithm.ts";
import { highWord, signless } from "./words.ts";

/** Beyond, e^-x is nothing beside e^x. */
const far = 22;
/** Beyond, e^x is no number any more, and beyond the second its half neither. */
const expOverflow = 709.7822265625;
const overflow = 710.4758600739439;
/** Closer to 0, a function is its argument. */
const tiny = 2 ** -28;

/** Half of eˣ for x of at least 22, also where eˣ itself overflows. */
function halfExp(x: number): number {
  if (x < expOverflow) return 0.5 * exp(x);
  if (!(x <= overflow)) return x * Number.POSITIVE_INFINITY;
  const root = exp(0.5 * x);
  return 0.5 * root * root;
}

/** Hyperbolic sine (fdlibm `e_sinh.c`). */
export function sinh(x: number): number {
  const positive = Math.abs(x);
  if (positive < tiny) return x;
  if (!(positive < far)) return x < 0 ? -halfExp(positive) : halfExp(positive);
  const half = x < 0 ? -0.5 : 0.5;
  const t = expm1(positive);
  return positive < 1 ? half * (2 * t - (t * t) / (t + 1)) : half * (t + t / (t + 1));
}

/** Hyperbolic cosine (fdlibm `e_cosh.c`). */
export function cosh(x: number): number {
  const size = highWord(x) & signless;
  const positive = Math.abs(x);
  if (size < 0x3fd62e43) {
    const t = expm1(positive);
    return size < 0x3c800000 ? 1 + t : 1 + (t * t) / (2 * (1 + t));
  }
  if (!(positive < far)) return halfExp(positive);
  const t = exp(positive);
  return 0.5 * t + 0.5 / t;
}

/** Hyperbolic tangent (fdlibm `s_tanh.c`). */
export function tanh(x: number): number {
  if (Number.isNaN(x)) return x;
  const positive = Math.abs(x);
  let value = 1;
  if (positive < far) {
    if (positive < tiny) return x;
    if (positive >= 1) value = 1 - 2 / (expm1(2 * positive) + 2);
    else {
      const t = expm1(-2 * positive);
      value = -t / (t + 2);
    }
  }
  return x < 0 ? -value : value;
}

/** High word from which on 1 beside the square is nothing. */
const large = 0x41b00000;
/** High word of 2. */
const two = 0x40000000;

/** Inverse hyperbolic sine (fdlibm `s_asinh.c`). */
export function asinh(x: number): number {
  const high = highWord(x);
  const size = high & signless;
  if (size >= 0x7ff00000 || size < 0x3e300000) return x;
  const positive = Math.abs(x);
  const square = x * x;
  let value: number;
  if (size > large) value = log(positive) + Math.LN2;
  else if (size > two) value = log(2 * positive + 1 / (Math.sqrt(square + 1) + positive));
  else value = log1p(positive + square / (1 + Math.sqrt(1 + square)));
  return high > 0 ? value : -value;
}

/** Inverse hyperbolic cosine (fdlibm `e_acosh.c`); NaN below 1. */
export function acosh(x: number): number {
  const high = highWord(x);
  if (!(x >= 1)) return Number.NaN;
  if (high >= large) return high >= 0x7ff00000 ? x : log(x) + Math.LN2;
  if (x === 1) return 0;
  if (high > two) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const t = x - 1;
  return log1p(t + Math.sqrt(2 * t + t * t));
}

/** Inverse hyperbolic tangent (fdlibm `e_atanh.c`); NaN outside [−1, 1]. */
export function atanh(x: number): number {
  const positive = Math.abs(x);
  if (!(positive <= 1)) return Number.NaN;
  if (positive === 1) return x * Number.POSITIVE_INFINITY;
  if (positive < tiny) return x;
  const twice = positive + positive;
  const value =
    positive < 0.5
      ? 0.5 * log1p(twice + (twice * positive) / (1 - positive))
      : 0.5 * log1p(twice / (1 - positive));
  return x < 0 ? -value : value;
}
