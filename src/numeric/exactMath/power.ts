// pow: a logarithm and an exponential with more digits than a double has.
// Algorithm and coefficients: fdlibm (see index.ts).
import { expTerms } from "./constants.ts";
import { highWord, lowWord, powerOfTwo, signless, withHighWord, withoutLowWord } from "./words.ts";

const [e1, e2, e3, e4, e5] = expTerms;
const [l1, l2, l3, l4, l5, l6] = [
  0.5999999999999946, 0.4285714285785502, 0.33333332981837743, 0.272728123808534, 0.23066074577556175,
  0.20697501780033842,
] as const;
const third = { twoOver3Ln2: 0.9617966939259756, high: 0.9617967009544373, low: -7.028461650952758e-9 };
const log2Of1_5 = { high: 0.5849624872207642, low: 1.350039202129749e-8 };
const ln2 = { whole: Math.LN2, high: 0.6931471824645996, low: -1.904654299957768e-9 };
const oneOverLn2 = { high: 1.4426950216293335, low: 1.9259629911266175e-8 };
const overflowRest = 8.008566259537294e-17;

const lowestPower = -1022;
const powersOfTwo = Float64Array.from({ length: 2046 }, (_, i) => powerOfTwo(i + lowestPower));

/** x to the power y, the bits of fdlibm (`e_pow.c`), which V8 had before it took the platform's. */
export function fdlibmPow(x: number, y: number): number {
  // Most calls are constants such as 2 ** 32, which a bundler no longer folds once it writes Math.pow.
  if (x === 2 && y === (y | 0) && y >= lowestPower && y <= 1023) return powersOfTwo[y - lowestPower]!;
  if (y === 2) return x * x;
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const highY = highWord(y);
  const sizeY = highY & signless;
  const ax = Math.abs(x);
  if (sizeY === 0x7ff00000 && lowWord(y) === 0) {
    if (ax === 1) return Number.NaN;
    return ax > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  const isOdd = Math.abs(y % 2) === 1;
  const isWhole = Number.isInteger(y);
  if (y === 1) return x;
  if (y === -1) return 1 / x;
  if (y === 0.5 && x >= 0) return Math.sqrt(x === 0 ? 0 : x);
  if (ax === 0 || ax === 1 || ax === Number.POSITIVE_INFINITY) {
    const size = y < 0 ? 1 / ax : ax;
    if (x >= 0 && !Object.is(x, -0)) return size;
    if (ax === 1 && !isWhole) return Number.NaN;
    return isOdd ? -size : size;
  }
  if (x < 0 && !isWhole) return Number.NaN;
  const sign = x < 0 && isOdd ? -1 : 1;
  let t1: number;
  let t2: number;
  if (sizeY > 0x41e00000) {
    const sizeX = highWord(ax);
    if (sizeY > 0x43f00000 || sizeX < 0x3fefffff || sizeX > 0x3ff00000)
      return sizeX < 0x3ff00000 === y < 0 ? sign * Number.POSITIVE_INFINITY : sign * 0;
    const t = ax - 1;
    const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
    const u = oneOverLn2.high * t;
    const v = t * oneOverLn2.low - w * Math.LOG2E;
    t1 = withoutLowWord(u + v);
    t2 = v - (t1 - u);
  } else {
    t1 = log2InTwoParts(ax);
    t2 = log2Rest[0]!;
  }
  const y1 = withoutLowWord(y);
  const low = (y - y1) * t1 + y * t2;
  return sign * exp2OfTwoParts(y1 * t1, low);
}

// Handed over beside the result: a pair for every call would keep the garbage collector busy.
const log2Rest = new Float64Array(1);

/** log2 of a positive finite number; what a double cannot hold of it is left in `log2Rest[0]`. */
function log2InTwoParts(positive: number): number {
  let ax = positive;
  let n = 0;
  let high = highWord(ax);
  if (high < 0x00100000) {
    ax *= 2 ** 53;
    n -= 53;
    high = highWord(ax);
  }
  n += (high >> 20) - 0x3ff;
  const fraction = high & 0xfffff;
  high = fraction | 0x3ff00000;
  const isAbove = fraction > 0x3988e && fraction < 0xbb67a ? 1 : 0;
  if (fraction >= 0xbb67a) {
    n++;
    high -= 0x00100000;
  }
  ax = withHighWord(ax, high);
  const base = isAbove === 1 ? 1.5 : 1;
  const u = ax - base;
  const v = 1 / (ax + base);
  const s = u * v;
  const sHigh = withoutLowWord(s);
  const tHigh = withHighWord(0, ((high >> 1) | 0x20000000) + 0x00080000 + (isAbove << 18));
  const tLow = ax - (tHigh - base);
  const sLow = v * (u - sHigh * tHigh - sHigh * tLow);
  let s2 = s * s;
  let r = s2 * s2 * (l1 + s2 * (l2 + s2 * (l3 + s2 * (l4 + s2 * (l5 + s2 * l6)))));
  r += sLow * (sHigh + s);
  s2 = sHigh * sHigh;
  const t3High = withoutLowWord(3 + s2 + r);
  const t3Low = r - (t3High - 3 - s2);
  const u2 = sHigh * t3High;
  const v2 = sLow * t3High + t3Low * s;
  const pHigh = withoutLowWord(u2 + v2);
  const pLow = v2 - (pHigh - u2);
  const zHigh = third.high * pHigh;
  const zLow = third.low * pHigh + pLow * third.twoOver3Ln2 + (isAbove === 1 ? log2Of1_5.low : 0);
  const upTo = isAbove === 1 ? log2Of1_5.high : 0;
  const t1 = withoutLowWord(zHigh + zLow + upTo + n);
  log2Rest[0] = zLow - (t1 - n - upTo - zHigh);
  return t1;
}

/** 2 to the power of high + low. */
function exp2OfTwoParts(pHigh: number, pLow: number): number {
  let upper = pHigh;
  let z = pLow + upper;
  const high = highWord(z);
  const low = lowWord(z);
  if (high >= 0x40900000) {
    if (high > 0x40900000 || low !== 0 || pLow + overflowRest > z - upper) return Number.POSITIVE_INFINITY;
  } else if ((high & signless) >= 0x4090cc00) {
    if (((high - (0xc090cc00 | 0)) | low) !== 0 || pLow <= z - upper) return 0;
  }
  const size = high & signless;
  let k = (size >> 20) - 0x3ff;
  let n = 0;
  if (size > 0x3fe00000) {
    n = high + (0x00100000 >> (k + 1));
    k = ((n & signless) >> 20) - 0x3ff;
    const t = withHighWord(0, n & ~(0x000fffff >> k));
    n = ((n & 0x000fffff) | 0x00100000) >> (20 - k);
    if (high < 0) n = -n;
    upper -= t;
  }
  const t = withoutLowWord(pLow + upper);
  const u = t * ln2.high;
  const v = (pLow - (t - upper)) * ln2.whole + t * ln2.low;
  z = u + v;
  const w = v - (z - u);
  const s = z * z;
  const c = z - s * (e1 + s * (e2 + s * (e3 + s * (e4 + s * e5))));
  // fdlibm subtracts w + z·w from the quotient; V8 from the divisor, and figures are to be V8's.
  const r = (z * c) / (c - 2 - (w + z * w));
  z = 1 - (r - z);
  const result = highWord(z) + (n << 20);
  if (result >> 20 <= 0) return n >= -1000 ? z * powerOfTwo(n) : z * powerOfTwo(n + 1000) * 2 ** -1000;
  return withHighWord(z, result);
}
