// A polynomial through the Chebyshev points of an interval, kept as powers for a fast reading.

const size = 12;

/** The Chebyshev points of [−1, 1]. */
const points = Float64Array.from({ length: size }, (_, i) => -Math.cos((Math.PI * (i + 0.5)) / size));
/** Where a fit is checked: both ends and between the points. */
const between = Float64Array.from({ length: size + 1 }, (_, i) => -Math.cos((Math.PI * i) / size));
/** toPowers[k · size + i]: what the value at point i adds to the coefficient of the k-th power. */
const toPowers = powersFromValues();

/** [centre, 1/half width, coefficients of 1, t, t², …] with t = (x − centre)/half width. */
export type Piece = Float64Array;

/** The value of the piece at x. */
export function readPiece(piece: Piece, x: number): number {
  const t = (x - piece[0]) * piece[1];
  let sum = piece[size + 1];
  for (let k = size; k >= 2; k--) sum = sum * t + piece[k];
  return sum;
}

/** The piece for `f` on [from, to], or undefined where it misses `f` by more than `allowed(f(x))` anywhere looked at. */
export function fitPiece(
  f: (x: number) => number,
  { from, to, allowed }: { from: number; to: number; allowed: (value: number) => number },
): Piece | undefined {
  const centre = (from + to) / 2;
  const half = (to - from) / 2;
  const piece = new Float64Array(size + 2);
  piece[0] = centre;
  piece[1] = 1 / half;
  for (let i = 0; i < size; i++) {
    const value = f(centre + half * points[i]);
    for (let k = 0; k < size; k++) piece[k + 2] += toPowers[k * size + i] * value;
  }
  for (const t of between) {
    const x = centre + half * t;
    const value = f(x);
    // Not "greater than": a NaN is a miss.
    if (!(Math.abs(readPiece(piece, x) - value) <= allowed(value))) return undefined;
  }
  return piece;
}

/** Interpolation in Chebyshev polynomials, each written out in powers. */
function powersFromValues(): Float64Array {
  const powers = new Float64Array(size * size);
  let before = new Float64Array(size);
  let chebyshev = Float64Array.from({ length: size }, (_, k) => (k === 0 ? 1 : 0));
  for (let degree = 0; degree < size; degree++) {
    for (let i = 0; i < size; i++) {
      const atPoint = Math.cos(degree * Math.acos(points[i]));
      const share = (atPoint * (degree === 0 ? 1 : 2)) / size;
      for (let k = 0; k < size; k++) powers[k * size + i] += share * chebyshev[k];
    }
    const current = chebyshev;
    const older = before;
    chebyshev = current.map((_, k) => (degree === 0 ? 1 : 2) * (k > 0 ? current[k - 1] : 0) - older[k]);
    before = current;
  }
  return powers;
}
