// sin and cos.
// Algorithm and coefficients: fdlibm (see index.ts).
import { highWord, signless, withHighWord } from "./words.ts";

const sineTerms = [
  -0.16666666666666632, 0.00833333333332249, -0.0001984126982985795, 2.7557313707070068e-6,
  -2.5050760253406863e-8, 1.58969099521155e-10,
] as const;
const [s1, s2, s3, s4, s5, s6] = sineTerms;
const cosineTerms = [
  0.0416666666666666, -0.001388888888887411, 2.480158728947673e-5, -2.7557314351390663e-7,
  2.087572321298175e-9, -1.1359647557788195e-11,
] as const;
const [c1, c2, c3, c4, c5, c6] = cosineTerms;

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

/** π/2 in parts of 33 digits, each with what is left beyond it. */
const halfPi = [
  { part: 1.5707963267341256, left: 6.077100506506192e-11 },
  { part: 6.077100506303966e-11, left: 2.0222662487959506e-21 },
  { part: 2.0222662487111665e-21, left: 8.4784276603689e-32 },
] as const;
/** Beyond, more digits of π would be needed. No angle here comes near. */
const largestAngle = 0x413921fb;
const quarterPi = 0x3fe921fb;

/** The angle without whole quarter turns: what remains, in two parts, and how many there were (mod 4). */
function withoutQuarterTurns(angle: number): { x: number; rest: number; turns: number } {
  const high = highWord(angle);
  const size = high & signless;
  const positive = Math.abs(angle);
  if (size < 0x4002d97c) {
    // One quarter turn is taken away without a product.
    const far = positive - halfPi[0].part;
    const [base, { left }] = size === 0x3ff921fb ? [far - halfPi[1].part, halfPi[1]] : [far, halfPi[0]];
    const x = base - left;
    const rest = base - x - left;
    return high > 0 ? { x, rest, turns: 1 } : { x: -x, rest: -rest, turns: 3 };
  }
  const turns = Math.trunc(positive * 0.6366197723675814 + 0.5);
  let r = positive - turns * halfPi[0].part;
  let w = turns * halfPi[0].left;
  let x = r - w;
  const digitsLost = () => (size >> 20) - ((highWord(x) >> 20) & 0x7ff);
  for (const [next, most] of [
    [halfPi[1], 16],
    [halfPi[2], 49],
  ] as const) {
    if (digitsLost() <= most) break;
    const before = r;
    w = turns * next.part;
    r = before - w;
    w = turns * next.left - (before - r - w);
    x = r - w;
  }
  const rest = r - x - w;
  return high > 0 ? { x, rest, turns: turns & 3 } : { x: -x, rest: -rest, turns: -turns & 3 };
}

const engine = { sin: Math.sin, cos: Math.cos };

export function sin(angle: number): number {
  const size = highWord(angle) & signless;
  if (size <= quarterPi) return quarterSine(angle, 0, true);
  if (size > largestAngle) return engine.sin(angle);
  const { x, rest, turns } = withoutQuarterTurns(angle);
  const value = turns % 2 === 0 ? quarterSine(x, rest, false) : quarterCosine(x, rest);
  return turns < 2 ? value : -value;
}

export function cos(angle: number): number {
  const size = highWord(angle) & signless;
  if (size <= quarterPi) return quarterCosine(angle, 0);
  if (size > largestAngle) return engine.cos(angle);
  const { x, rest, turns } = withoutQuarterTurns(angle);
  const value = turns % 2 === 0 ? quarterCosine(x, rest) : quarterSine(x, rest, false);
  return turns === 0 || turns === 3 ? value : -value;
}
