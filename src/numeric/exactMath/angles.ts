// sin, cos and tan.
// Algorithm and coefficients: fdlibm (see index.ts).
import { withoutQuarterTurns } from "./quarterTurns.ts";
import { highWord, signless, withHighWord, withoutLowWord } from "./words.ts";

const [s1, s2, s3, s4, s5, s6] = [
  -0.16666666666666632, 0.00833333333332249, -0.0001984126982985795, 2.7557313707070068e-6,
  -2.5050760253406863e-8, 1.58969099521155e-10,
] as const;
const [c1, c2, c3, c4, c5, c6] = [
  0.0416666666666666, -0.001388888888887411, 2.480158728947673e-5, -2.7557314351390663e-7,
  2.087572321298175e-9, -1.1359647557788195e-11,
] as const;

/** Sine of x + rest for |x| up to a quarter of π. */
function quarterSine(x: number, rest: number, isExact: boolean): number {
  if ((highWord(x) & signless) < 0x3e400000) return x;
  const z = x * x;
  const v = z * x;
  const r = s2 + z * (s3 + z * (s4 + z * (s5 + z * s6)));
  return isExact ? x + v * (s1 + z * r) : x - (z * (0.5 * rest - v * r) - rest - v * s1);
}

/** Cosine of x + rest for |x| up to a quarter of π. */
function quarterCosine(x: number, rest: number): number {
  const size = highWord(x) & signless;
  if (size < 0x3e400000) return 1;
  const z = x * x;
  const r = z * (c1 + z * (c2 + z * (c3 + z * (c4 + z * (c5 + z * c6)))));
  if (size < 0x3fd33333) return 1 - (0.5 * z - (z * r - x * rest));
  const quarter = size > 0x3fe90000 ? 0.28125 : withHighWord(0, size - 0x00200000);
  const half = 0.5 * z - quarter;
  return 1 - quarter - (half - (z * r - x * rest));
}

const [t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12] = [
  0.3333333333333341, 0.13333333333320124, 0.05396825397622605, 0.021869488294859542, 0.0088632398235993,
  0.0035920791075913124, 0.0014562094543252903, 0.0005880412408202641, 0.0002464631348184699,
  0.00007817944429395571, 0.00007140724913826082, -0.000018558637485527546, 0.000025907305186363371,
] as const;
const quarterOfPi = { high: 0.7853981633974483, low: 3.061616997868383e-17 };
/** High word of the angle from which the distance to a quarter of π is taken. */
const nearQuarter = 0x3fe59428;

/** Tangent of x + rest for |x| up to a quarter of π, or −1 divided by it. */
function quarterTangent(angle: number, restOfAngle: number, inverse: boolean): number {
  let x = angle;
  let rest = restOfAngle;
  const high = highWord(x);
  const size = high & signless;
  if (size < 0x3e300000) return inverse ? minusInverse(x + rest, x, rest) : x;
  if (size >= nearQuarter) {
    if (high < 0) {
      x = -x;
      rest = -rest;
    }
    x = quarterOfPi.high - x + (quarterOfPi.low - rest);
    rest = 0;
  }
  const z = x * x;
  const w = z * z;
  const odd = t1 + w * (t3 + w * (t5 + w * (t7 + w * (t9 + w * t11))));
  const even = z * (t2 + w * (t4 + w * (t6 + w * (t8 + w * (t10 + w * t12)))));
  const s = z * x;
  const r = rest + z * (s * (odd + even) + rest) + t0 * s;
  const sum = x + r;
  if (size >= nearQuarter) {
    const one = inverse ? -1 : 1;
    const value = one - 2 * (x - ((sum * sum) / (sum + one) - r));
    return high < 0 ? -value : value;
  }
  return inverse ? minusInverse(sum, x, r) : sum;
}

/** −1/(x + rest) to the last digit; `sum` is x + rest as a double. */
function minusInverse(sum: number, x: number, rest: number): number {
  const upper = withoutLowWord(sum);
  const lower = rest - (upper - x);
  const inverse = -1 / sum;
  const t = withoutLowWord(inverse);
  return t + inverse * (1 + t * upper + t * lower);
}

/** High words: of a quarter of π, and of what is no number or has no end. */
const quarterPi = 0x3fe921fb;
const notFinite = 0x7ff00000;

/** Sine of an angle in radians, the bits of fdlibm (`s_sin.c`); NaN for what is not finite. */
export function sin(angle: number): number {
  const size = highWord(angle) & signless;
  if (size <= quarterPi) return quarterSine(angle, 0, true);
  if (size >= notFinite) return Number.NaN;
  const { x, rest, turns } = withoutQuarterTurns(angle);
  const value = turns % 2 === 0 ? quarterSine(x, rest, false) : quarterCosine(x, rest);
  return turns < 2 ? value : -value;
}

/** Cosine of an angle in radians, the bits of fdlibm (`s_cos.c`); NaN for what is not finite. */
export function cos(angle: number): number {
  const size = highWord(angle) & signless;
  if (size <= quarterPi) return quarterCosine(angle, 0);
  if (size >= notFinite) return Number.NaN;
  const { x, rest, turns } = withoutQuarterTurns(angle);
  const value = turns % 2 === 0 ? quarterCosine(x, rest) : quarterSine(x, rest, false);
  return turns === 0 || turns === 3 ? value : -value;
}

/** Tangent of an angle in radians, the bits of fdlibm (`s_tan.c`); NaN for what is not finite. */
export function tan(angle: number): number {
  const size = highWord(angle) & signless;
  if (size <= quarterPi) return quarterTangent(angle, 0, false);
  if (size >= notFinite) return Number.NaN;
  const { x, rest, turns } = withoutQuarterTurns(angle);
  return quarterTangent(x, rest, turns % 2 === 1);
}
