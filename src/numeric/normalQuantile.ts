// The standard normal's quantile, from either tail: most draws of a run are one call of it.

import { pow } from "./exactMath/pow.ts";
import { chebyshevInterpolation } from "./quantileTable/chebyshev.ts";
import { wichuraQuantile, wichuraRatio } from "./wichuraQuantile.ts";

// What is tabulated is z / (p − 1/2): it is the same from both tails and smooth across the median, where a table of z
// would lose its relative accuracy. A cell is one of 32 parts of an octave of the tail; a polynomial of degree 6 there is
// within 1e-14 of Wichura's approximation, in two thirds of its time.
const twoTo32 = 2 ** 32;
const octaves = 7;
const partBits = 5;
const cells = octaves << partBits;
/** Below this p − 1/2 no longer holds all digits of the tail; one draw in 128 is there. */
const smallestTail = 2 ** -(octaves + 1);

const { size, points, powers } = chebyshevInterpolation(7);
/** A row a cell: its centre, then the coefficients of the powers of the distance from it: one cache line of eight. */
const rowLength = size + 1;
const rows = new Float64Array(cells * rowLength);

/** The z with P(Z ≤ z) = p for a standard normal Z. normalQuantile(0.975) → 1.96 */
export function normalQuantile(p: number): number {
  const fromCentre = p - 0.5;
  const tail = 0.5 - Math.abs(fromCentre);
  if (!(tail >= smallestTail && tail < 0.5)) return wichuraQuantile(p);
  // The octave is the number of zeros before the first bit, the part what follows it.
  const bits = (tail * twoTo32) >>> 0;
  const zeros = Math.clz32(bits);
  const row = (((zeros - 1) << partBits) + ((bits << (zeros + 1)) >>> (32 - partBits))) * rowLength;
  const t = tail - rows[row]!;
  const square = t * t;
  const low = rows[row + 1]! + rows[row + 2]! * t + (rows[row + 3]! + rows[row + 4]! * t) * square;
  const top = rows[row + 5]! + rows[row + 6]! * t + rows[row + 7]! * square;
  return fromCentre * (low + top * (square * square));
}

/** The z with P(Z > z) = q, accurate however small `q` is. normalUpperQuantile(0.025) → 1.96 */
export function normalUpperQuantile(q: number): number {
  return -normalQuantile(q);
}

function fillRow(row: number): void {
  const cell = row / rowLength;
  const parts = 1 << partBits;
  const octave = 2 ** -(2 + (cell >> partBits));
  const half = octave / parts / 2;
  const centre = octave * (1 + (cell % parts) / parts) + half;
  const coefficients = powers(points.map((t) => wichuraRatio(centre + half * t)));
  rows[row] = centre;
  for (let k = 0; k < size; k++) rows[row + 1 + k] = coefficients[k]! / pow(half, k);
}

// All at once, in a millisecond: a check at every draw whether a row is filled would cost more.
for (let row = 0; row < rows.length; row += rowLength) fillRow(row);
