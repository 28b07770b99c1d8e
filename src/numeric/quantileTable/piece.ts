// One piece of a table: a polynomial on an interval, checked against the function that it approximates.
import { chebyshevInterpolation } from "./chebyshev.ts";

const { size, points, powers } = chebyshevInterpolation(12);
/** Where a fit is checked: at both ends and between the interpolation points. */
const between = Float64Array.from({ length: size + 1 }, (_, i) => -Math.cos((Math.PI * i) / size));

/** [centre, 1/half width, coefficients of 1, t, t², …] with t = (x − centre)/half width. */
export type Piece = Float64Array;

/** The value of the piece at x. */
export function evaluatePiece(piece: Piece, x: number): number {
  const t = (x - piece[0]) * piece[1];
  let sum = piece[size + 1];
  for (let k = size; k >= 2; k--) sum = sum * t + piece[k];
  return sum;
}

/** The piece for `f` on [from, to]; undefined where its error at a checked x is above `allowed(f(x))`. */
export function fitPiece(
  f: (x: number) => number,
  { from, to, allowed }: { from: number; to: number; allowed: (value: number) => number },
): Piece | undefined {
  const centre = (from + to) / 2;
  const half = (to - from) / 2;
  const piece = new Float64Array(size + 2);
  piece[0] = centre;
  piece[1] = 1 / half;
  piece.set(powers(points.map((t) => f(centre + half * t))), 2);
  for (const t of between) {
    const x = centre + half * t;
    const value = f(x);
    // Not "greater than": a NaN is a miss.
    if (!(Math.abs(evaluatePiece(piece, x) - value) <= allowed(value))) return undefined;
  }
  return piece;
}
