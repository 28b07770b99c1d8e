// asin, acos, atan and atan2.
// Algorithm and coefficients: fdlibm (see index.ts).
import { highWord, signless, withoutLowWord } from "./words.ts";

const arcTerms = [
  0.16666666666666666, -0.3255658186224009, 0.20121253213486293, -0.04005553450067941, 0.0007915349942898145,
  3.479331075960212e-5,
] as const;
const arcDivisor = [
  -2.403394911734414, 2.0209457602335057, -0.6882839716054533, 0.07703815055590194,
] as const;
const arcHigh = 1.5707963267948966;
const arcLow = 6.123233995736766e-17;
const quarterPi = 0.7853981633974483;

function arcRatio(z: number): number {
  const [p0, p1, p2, p3, p4, p5] = arcTerms;
  const [d1, d2, d3, d4] = arcDivisor;
  const p = z * (p0 + z * (p1 + z * (p2 + z * (p3 + z * (p4 + z * p5)))));
  return p / (1 + z * (d1 + z * (d2 + z * (d3 + z * d4))));
}

/** Angle in [0, π] with this cosine, in radians (fdlibm `e_acos.c`); NaN outside [−1, 1]. */
export function acos(x: number): number {
  const high = highWord(x);
  const size = high & signless;
  if (size >= 0x3ff00000) return x === 1 ? 0 : x === -1 ? Math.PI + 2 * arcLow : Number.NaN;
  if (size < 0x3fe00000) {
    if (size <= 0x3c600000) return arcHigh + arcLow;
    return arcHigh - (x - (arcLow - x * arcRatio(x * x)));
  }
  if (high < 0) {
    const z = (1 + x) * 0.5;
    const s = Math.sqrt(z);
    const w = arcRatio(z) * s - arcLow;
    return Math.PI - 2 * (s + w);
  }
  const z = (1 - x) * 0.5;
  const s = Math.sqrt(z);
  const upper = withoutLowWord(s);
  const c = (z - upper * upper) / (s + upper);
  return 2 * (upper + (arcRatio(z) * s + c));
}

/** Angle in [−π/2, π/2] with this sine, in radians (fdlibm `e_asin.c`); NaN outside [−1, 1]. */
export function asin(x: number): number {
  const high = highWord(x);
  const size = high & signless;
  if (size >= 0x3ff00000) return Math.abs(x) === 1 ? x * arcHigh + x * arcLow : Number.NaN;
  if (size < 0x3fe00000) return size < 0x3e400000 ? x : x + x * arcRatio(x * x);
  const t = (1 - Math.abs(x)) * 0.5;
  const ratio = arcRatio(t);
  const s = Math.sqrt(t);
  let value: number;
  if (size >= 0x3fef3333) value = arcHigh - (2 * (s + s * ratio) - arcLow);
  else {
    const upper = withoutLowWord(s);
    const c = (t - upper * upper) / (s + upper);
    const p = 2 * s * ratio - (arcLow - 2 * c);
    value = quarterPi - (p - (quarterPi - 2 * upper));
  }
  return high > 0 ? value : -value;
}

const [a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10] = [
  0.3333333333333293, -0.19999999999876483, 0.14285714272503466, -0.11111110405462356, 0.09090887133436507,
  -0.0769187620504483, 0.06661073137387531, -0.058335701337905735, 0.049768779946159324,
  -0.036531572744216916, 0.016285820115365782,
] as const;
/** atan of 1/2, 1, 3/2 and infinity, each with what a double cannot hold of it. */
const knownArcs = [
  { high: 0.4636476090008061, low: 2.2698777452961687e-17 },
  { high: quarterPi, low: 3.061616997868383e-17 },
  { high: 0.982793723247329, low: 1.3903311031230998e-17 },
  { high: arcHigh, low: arcLow },
] as const;

/** Angle in (−π/2, π/2) with this tangent, in radians (fdlibm `s_atan.c`). */
export function atan(tangent: number): number {
  const high = highWord(tangent);
  const size = high & signless;
  if (size >= 0x44100000) {
    if (Number.isNaN(tangent)) return tangent;
    return high > 0 ? arcHigh + arcLow : -arcHigh - arcLow;
  }
  if (size < 0x3fdc0000) {
    return size < 0x3e400000 ? tangent : tangent - tangent * arcTangentSum(tangent);
  }
  const positive = Math.abs(tangent);
  const [known, x] = fromKnownArc(positive, size);
  const value = known.high - (x * arcTangentSum(x) - known.low - x);
  return high < 0 ? -value : value;
}

/** The nearest of the known arcs, and the tangent of what is left. */
function fromKnownArc(x: number, size: number): [(typeof knownArcs)[number], number] {
  if (size < 0x3fe60000) return [knownArcs[0], (2 * x - 1) / (2 + x)];
  if (size < 0x3ff30000) return [knownArcs[1], (x - 1) / (x + 1)];
  if (size < 0x40038000) return [knownArcs[2], (x - 1.5) / (1 + 1.5 * x)];
  return [knownArcs[3], -1 / x];
}

function arcTangentSum(x: number): number {
  const z = x * x;
  const w = z * z;
  const even = z * (a0 + w * (a2 + w * (a4 + w * (a6 + w * (a8 + w * a10)))));
  const odd = w * (a1 + w * (a3 + w * (a5 + w * (a7 + w * a9))));
  return even + odd;
}

const piLow = 2 * arcLow;

/** Angle of the point (x, y) in [−π, π], in radians (fdlibm `e_atan2.c`). */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === 1) return atan(y);
  const isLeft = highWord(x) < 0;
  const isBelow = highWord(y) < 0;
  const signed = (value: number) => (isBelow ? -value : value);
  if (y === 0) return isLeft ? signed(Math.PI) : y;
  if (x === 0) return signed(arcHigh);
  const isEndless = Math.abs(y) === Number.POSITIVE_INFINITY;
  if (Math.abs(x) === Number.POSITIVE_INFINITY) {
    const quarters = isEndless ? 1 : 0;
    return signed(isLeft ? (4 - quarters) * quarterPi : quarters * quarterPi);
  }
  if (isEndless) return signed(arcHigh);
  // How many times 2 the one is greater than the other.
  const powers = ((highWord(y) & signless) - (highWord(x) & signless)) >> 20;
  if (powers > 60) return signed(arcHigh + 0.5 * piLow);
  const value = isLeft && powers < -60 ? 0 : atan(Math.abs(y / x));
  if (!isLeft) return signed(value);
  return isBelow ? value - piLow - Math.PI : Math.PI - (value - piLow);
}
