// acos.
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

function arcRatio(z: number): number {
  const [p0, p1, p2, p3, p4, p5] = arcTerms;
  const [d1, d2, d3, d4] = arcDivisor;
  const p = z * (p0 + z * (p1 + z * (p2 + z * (p3 + z * (p4 + z * p5)))));
  return p / (1 + z * (d1 + z * (d2 + z * (d3 + z * d4))));
}

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
