// A continuous quantile function as a table of polynomials.
import { dyadicCells, smallestTail } from "./dyadicCells.ts";
import { evaluatePiece, fitPiece, type Piece } from "./piece.ts";

const bits = 7;
const cells = dyadicCells(bits);
const parts = 1 << bits;
const relativeError = 1e-10;

const unvisited = 0;
const leftExact = -1;

/**
 * A function of a tail's probability in (0, 1/2), interpolated by polynomials on parts of octaves. An octave is halved
 * until each piece agrees to 1e-10 of the value (or of `unit`, if that is more); where even the smallest part does not,
 * as at a jump, `f` itself is evaluated. Pieces are fitted on first use.
 */
export function curveTable(f: (tail: number) => number, unit: number): (tail: number) => number {
  // 0 unvisited, −1 left exact, otherwise the number of the piece, from 1.
  const pieceOf = new Int32Array(cells.count);
  const pieces: Piece[] = [];
  const allowed = (value: number) => relativeError * Math.max(Math.abs(value), unit);
  const cellOf = cells.cellOf;

  function build(first: number, count: number): void {
    const from = cells.startOf(first);
    const to = from + (cells.startOf(first + 1) - from) * count;
    const piece = fitPiece(f, { from, to, allowed });
    if (piece) {
      pieces.push(piece);
      pieceOf.fill(pieces.length, first, first + count);
    } else if (count === 1) {
      pieceOf[first] = leftExact;
    } else {
      build(first, count / 2);
      build(first + count / 2, count / 2);
    }
  }

  return (tail) => {
    if (tail < smallestTail) return f(tail);
    const cell = cellOf(tail);
    if (pieceOf[cell] === unvisited) build((cell >> bits) << bits, parts);
    const piece = pieceOf[cell];
    return piece === leftExact ? f(tail) : evaluatePiece(pieces[piece - 1], tail);
  };
}
