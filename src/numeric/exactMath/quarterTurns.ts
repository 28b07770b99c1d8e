// An angle without its whole quarter turns.
// Algorithm and coefficients: fdlibm (see index.ts).
import { manyTurns } from "./manyTurns.ts";
import { highWord, signless } from "./words.ts";

/** What remains of an angle, in two parts of which the second is what the first cannot hold, and its quarter turns. */
export interface Reduced {
  x: number;
  rest: number;
  /** Modulo 4. */
  turns: number;
}

/** π/2 in parts of 33 digits, each with what is left beyond it. */
const halfPi = [
  { part: 1.5707963267341256, left: 6.077100506506192e-11 },
  { part: 6.077100506303966e-11, left: 2.0222662487959506e-21 },
  { part: 2.0222662487111665e-21, left: 8.4784276603689e-32 },
] as const;
/** High word of the largest angle for which these digits of π are enough. */
const largestAngle = 0x413921fb;

/** For finite angles beyond a quarter of π. */
export function withoutQuarterTurns(angle: number): Reduced {
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
  if (size > largestAngle) {
    const { x, rest, turns } = manyTurns(positive);
    return high > 0 ? { x, rest, turns } : { x: -x, rest: -rest, turns: -turns & 3 };
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
