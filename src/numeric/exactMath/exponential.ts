// exp and expm1.
// Algorithm and coefficients: fdlibm (see index.ts).
import { expTerms, ln2High, ln2Low } from "./constants.ts";
import { highWord, powerOfTwo, signless } from "./words.ts";

const [e1, e2, e3, e4, e5] = expTerms;

/** eˣ, the bits of fdlibm (`e_exp.c`); Infinity above 709.78, 0 below −745.13. */
export function exp(value: number): number {
  let x = value;
  const high = highWord(x);
  const size = high & signless;
  const isNegative = high < 0;
  if (size >= 0x40862e42) {
    if (Number.isNaN(x)) return x;
    if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
    if (x < -745.1332191019411) return 0;
  }
  let upper = 0;
  let lower = 0;
  let k = 0;
  if (size > 0x3fd62e42) {
    if (x === 1) return Math.E;
    k = Math.trunc(Math.LOG2E * x + (isNegative ? -0.5 : 0.5));
    upper = x - k * ln2High;
    lower = k * ln2Low;
    x = upper - lower;
  } else if (size < 0x3e300000) return 1 + x;
  const t = x * x;
  const c = x - t * (e1 + t * (e2 + t * (e3 + t * (e4 + t * e5))));
  if (k === 0) return 1 - ((x * c) / (c - 2) - x);
  const y = 1 - (lower - (x * c) / (2 - c) - upper);
  if (k >= -1021) return k === 1024 ? y * 2 * 2 ** 1023 : y * powerOfTwo(k);
  return y * powerOfTwo(k + 1000) * 2 ** -1000;
}

const [q1, q2, q3, q4, q5] = [
  -0.03333333333333313, 0.0015873015872548146, -7.93650757867488e-5, 4.008217827329362e-6,
  -2.0109921818362437e-7,
] as const;

/** eˣ − 1 without cancellation near 0 (fdlibm `s_expm1.c`). */
export function expm1(value: number): number {
  let x = value;
  const high = highWord(x);
  const isNegative = high < 0;
  const size = high & signless;
  if (size >= 0x4043687a) {
    if (size >= 0x40862e42) {
      if (Number.isNaN(x)) return x;
      if (x === Number.NEGATIVE_INFINITY) return -1;
      if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
    }
    if (isNegative) return -1;
  }
  let k = 0;
  let rest = 0;
  if (size > 0x3fd62e42) {
    k = Math.trunc(Math.LOG2E * x + (isNegative ? -0.5 : 0.5));
    const upper = x - k * ln2High;
    const lower = k * ln2Low;
    x = upper - lower;
    rest = upper - x - lower;
  } else if (size < 0x3c900000) return x;
  const halfX = 0.5 * x;
  const half = x * halfX;
  const r1 = 1 + half * (q1 + half * (q2 + half * (q3 + half * (q4 + half * q5))));
  const t = 3 - r1 * halfX;
  let e = half * ((r1 - t) / (6 - x * t));
  if (k === 0) return x - (x * e - half);
  e = x * (e - rest) - rest;
  e -= half;
  if (k === -1) return 0.5 * (x - e) - 0.5;
  if (k === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k <= -2 || k > 56) {
    const y = 1 - (e - x);
    return (k === 1024 ? y * 2 * 2 ** 1023 : y * powerOfTwo(k)) - 1;
  }
  if (k < 20) return (1 - powerOfTwo(-k) - (e - x)) * powerOfTwo(k);
  return (x - (e + powerOfTwo(-k)) + 1) * powerOfTwo(k);
}
