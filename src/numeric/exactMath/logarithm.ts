// log, log1p, log2 and log10.
// Algorithm and coefficients: fdlibm (see index.ts).
import { ln2High, ln2Low, logTerms } from "./constants.ts";
import { highWord, signless, withHighWord, withoutLowWord } from "./words.ts";

const [g1, g2, g3, g4, g5, g6, g7] = logTerms;
/** Added to a high word, it carries from √2 on into the exponent. */
const toRootOf2 = 0x95f64;

/** The logarithm of what is no positive finite number. */
function logOfOther(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  return x > 0 ? x : Number.NaN;
}

const smallestNormal = 2 ** -1022;
const isPositiveFinite = (x: number) => x > 0 && x < Number.POSITIVE_INFINITY;

/** log((1 + s)/(1 − s))/s − 2 */
function logSeries(s: number): number {
  const z = s * s;
  const w = z * z;
  const even = w * (g2 + w * (g4 + w * g6));
  const odd = z * (g1 + w * (g3 + w * (g5 + w * g7)));
  return odd + even;
}

/** Natural logarithm, the bits of fdlibm (`e_log.c`); NaN below 0, −Infinity at 0. */
export function log(value: number): number {
  if (!isPositiveFinite(value)) return logOfOther(value);
  const isNormal = value >= smallestNormal;
  const x = isNormal ? value : value * 2 ** 54;
  const high = highWord(x);
  const power = ((high + toRootOf2) >> 20) - 0x3ff;
  const k = isNormal ? power : power - 54;
  const f = withHighWord(x, high - (power << 20)) - 1;
  const digits = high & 0xfffff;
  if ((0xfffff & (2 + digits)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * ln2High + k * ln2Low;
    const r = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - r : k * ln2High - (r - k * ln2Low - f);
  }
  const s = f / (2 + f);
  const r = logSeries(s);
  if (((digits - 0x6147a) | (0x6b851 - digits)) > 0) {
    const half = 0.5 * f * f;
    if (k === 0) return f - (half - s * (half + r));
    return k * ln2High - (half - (s * (half + r) + k * ln2Low) - f);
  }
  if (k === 0) return f - s * (f - r);
  return k * ln2High - (s * (f - r) - k * ln2Low - f);
}

/** log(1 + x) without cancellation near 0 (fdlibm `s_log1p.c`). */
export function log1p(x: number): number {
  const high = highWord(x);
  const size = high & signless;
  let k = 1;
  let f = 0;
  let rest = 0;
  let highOfU = 1;
  if (high < 0x3fda827a) {
    if (size >= 0x3ff00000) return x === -1 ? Number.NEGATIVE_INFINITY : Number.NaN;
    if (size < 0x3e200000) return size < 0x3c900000 ? x : x - x * x * 0.5;
    if (high > 0 || high <= (0xbfd2bec4 | 0)) {
      k = 0;
      f = x;
    }
  }
  if (high >= 0x7ff00000) return x + x;
  if (k !== 0) {
    const isLarge = high >= 0x43400000;
    let u = isLarge ? x : 1 + x;
    highOfU = highWord(u);
    k = (highOfU >> 20) - 1023;
    if (!isLarge) rest = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    highOfU &= 0xfffff;
    if (highOfU < 0x6a09e) u = withHighWord(u, highOfU | 0x3ff00000);
    else {
      k++;
      u = withHighWord(u, highOfU | 0x3fe00000);
      highOfU = (0x00100000 - highOfU) >> 2;
    }
    f = u - 1;
  }
  const half = 0.5 * f * f;
  if (highOfU === 0) {
    if (f === 0) return k === 0 ? 0 : k * ln2High + (rest + k * ln2Low);
    const r = half * (1 - 0.6666666666666666 * f);
    return k === 0 ? f - r : k * ln2High - (r - (k * ln2Low + rest) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r = z * (g1 + z * (g2 + z * (g3 + z * (g4 + z * (g5 + z * (g6 + z * g7))))));
  if (k === 0) return f - (half - s * (half + r));
  return k * ln2High - (half - (s * (half + r) + (k * ln2Low + rest)) - f);
}

const oneOverLn2 = { high: 1.4426950407214463, low: 1.6751713164886512e-10 };

/** Logarithm to base 2; exact for powers of two. */
export function log2(value: number): number {
  if (!isPositiveFinite(value)) return logOfOther(value);
  if (value === 1) return 0;
  const isNormal = value >= smallestNormal;
  const x = isNormal ? value : value * 2 ** 54;
  const high = highWord(x);
  const power = ((high + toRootOf2) >> 20) - 0x3ff;
  const k = isNormal ? power : power - 54;
  const f = withHighWord(x, high - (power << 20)) - 1;
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  const upper = withoutLowWord(f - half);
  const lower = f - upper - half + s * (half + logSeries(s));
  const product = upper * oneOverLn2.high;
  const rest = (lower + upper) * oneOverLn2.low + lower * oneOverLn2.high;
  const sum = k + product;
  return rest + (k - sum + product) + sum;
}

const log10Of2 = { high: 0.30102999566361177, low: 3.694239077158931e-13 };

/** Logarithm to base 10 (fdlibm `e_log10.c`). */
export function log10(value: number): number {
  if (!isPositiveFinite(value)) return logOfOther(value);
  if (value === 1) return 0;
  const isNormal = value >= smallestNormal;
  const x = isNormal ? value : value * 2 ** 54;
  const high = highWord(x);
  const k = (high >> 20) - (isNormal ? 1023 : 1077);
  const isBelow = k < 0 ? 1 : 0;
  const y = k + isBelow;
  const digits = withHighWord(x, (high & 0xfffff) | ((0x3ff - isBelow) << 20));
  return y * log10Of2.low + Math.LOG10E * log(digits) + y * log10Of2.high;
}
