// cbrt and hypot.
import { fromWords, highWord, lowWord, signless } from "./words.ts";

const [p0, p1, p2, p3, p4] = [
  1.87595182427177, -1.8849797954337717, 1.6214297201053545, -0.758397934778766, 0.14599619288661245,
] as const;
/** What the high word of a third root is above a third of the number's: for usual numbers and for those times 2^54. */
const rootAbove = 715094163;
const rootAboveOfScaled = 696219795;

/** Algorithm and coefficients: fdlibm as FreeBSD has improved it (see index.ts). */
export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const size = highWord(x) & signless;
  // A third of the exponent gives the root to 5 bits,
  const rough =
    size < 0x00100000
      ? Math.trunc((highWord(x * 2 ** 54) & signless) / 3) + rootAboveOfScaled
      : Math.trunc(size / 3) + rootAbove;
  let t = fromWords(rough, 0);
  if (x < 0) t = -t;
  // a polynomial to 23, rounded away from zero so that its square is exact,
  const r = t * t * (t / x);
  t *= p0 + r * (p1 + r * p2) + r * r * r * (p3 + r * p4);
  const low = lowWord(t) >>> 0;
  t = fromWords(highWord(t) + (low >= 0x80000000 ? 1 : 0), (low + 0x80000000) & 0xc0000000);
  // and one step of Newton's to all.
  const quotient = x / (t * t);
  return t + t * ((quotient - t) / (t + t + quotient));
}

/** The root of the sum of squares, as V8 sums them (Kahan 1965). */
export function hypot(...values: number[]): number {
  const sizes = values.map(Math.abs);
  if (sizes.includes(Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  const largest = sizes.reduce((most, size) => (size > most ? size : most), 0);
  if (sizes.some(Number.isNaN)) return Number.NaN;
  if (largest === 0) return 0;
  let sum = 0;
  let lost = 0;
  for (const size of sizes) {
    const share = size / largest;
    const added = share * share - lost;
    const next = sum + added;
    lost = next - sum - added;
    sum = next;
  }
  return Math.sqrt(sum) * largest;
}
