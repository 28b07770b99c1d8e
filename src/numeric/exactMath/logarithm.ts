// log, log1p, log2 and log10.
// Algorithm and coefficients: fdlibm (see index.ts).
import { ln2High, ln2Low, logTerms } from "./constants.ts";
import { highWord, lowWord, signless, withHighWord, withoutLowWord } from "./words.ts";

const [g1, g2, g3, g4, g5, g6, g7] = logTerms;

export function log(value: number): number {
  let x = value;
  let high = highWord(x);
  const low = lowWord(x);
  let k = 0;
  if (high < 0x00100000) {
    if (((high & signless) | low) === 0) return Number.NEGATIVE_INFINITY;
    if (high < 0) return Number.NaN;
    k -= 54;
    x *= 2 ** 54;
    high = highWord(x);
  }
  if (high >= 0x7ff00000) return x + x;
  k += (high >> 20) - 1023;
  high &= 0xfffff;
  const i = (high + 0x95f64) & 0x100000;
  x = withHighWord(x, high | (i ^ 0x3ff00000));
  k += i >> 20;
  const f = x - 1;
  if ((0xfffff & (2 + high)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * ln2High + k * ln2Low;
    const r = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - r : k * ln2High - (r - k * ln2Low - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (g2 + w * (g4 + w * g6));
  const odd = z * (g1 + w * (g3 + w * (g5 + w * g7)));
  const r = odd + even;
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const half = 0.5 * f * f;
    if (k === 0) return f - (half - s * (half + r));
    return k * ln2High - (half - (s * (half + r) + k * ln2Low) - f);
  }
  if (k === 0) return f - s * (f - r);
  return k * ln2High - (s * (f - r) - k * ln2Low - f);
}

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
    let u: number;
    if (high < 0x43400000) {
      u = 1 + x;
      highOfU = highWord(u);
      k = (highOfU >> 20) - 1023;
      rest = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    } else {
      u = x;
      highOfU = highWord(u);
      k = (highOfU >> 20) - 1023;
    }
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

export function log2(value: number): number {
  let x = value;
  let high = highWord(x);
  let k = 0;
  if (x === 1) return 0;
  if (high < 0x00100000) {
    if (x === 0) return Number.NEGATIVE_INFINITY;
    if (high < 0) return Number.NaN;
    k -= 54;
    x *= 2 ** 54;
    high = highWord(x);
  }
  if (high >= 0x7ff00000) return x + x;
  k += (high >> 20) - 1023;
  high &= 0xfffff;
  const i = (high + 0x95f64) & 0x100000;
  x = withHighWord(x, high | (i ^ 0x3ff00000));
  k += i >> 20;
  const f = x - 1;
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (g2 + w * (g4 + w * g6));
  const odd = z * (g1 + w * (g3 + w * (g5 + w * g7)));
  const upper = withoutLowWord(f - half);
  const lower = f - upper - half + s * (half + (odd + even));
  const product = upper * oneOverLn2.high;
  const rest = (lower + upper) * oneOverLn2.low + lower * oneOverLn2.high;
  const sum = k + product;
  return rest + (k - sum + product) + sum;
}

const log10Of2 = { high: 0.30102999566361177, low: 3.694239077158931e-13 };

export function log10(value: number): number {
  let x = value;
  let high = highWord(x);
  let k = 0;
  if (x === 1) return 0;
  if (high < 0x00100000) {
    if (x === 0) return Number.NEGATIVE_INFINITY;
    if (high < 0) return Number.NaN;
    k -= 54;
    x *= 2 ** 54;
    high = highWord(x);
  }
  if (high >= 0x7ff00000) return x + x;
  k += (high >> 20) - 1023;
  const isBelow = k < 0 ? 1 : 0;
  const y = k + isBelow;
  const z =
    y * log10Of2.low + Math.LOG10E * log(withHighWord(x, (high & 0xfffff) | ((0x3ff - isBelow) << 20)));
  return z + y * log10Of2.high;
}
