// A discrete quantile function as a table of its steps.
import { binarySearch } from "../binarySearch.ts";
import { nextUp } from "../nextDouble.ts";
import { dyadicCells, smallestTail } from "./dyadicCells.ts";

const bits = 4;
const cells = dyadicCells(bits);
// With more steps than this in a cell, going through them costs more than the search that it saves.
const maxSteps = 64;

/** The values that a cell of tails can give, the outermost first, each with the largest tail that gives it. */
interface Steps {
  values: Float64Array;
  tails: Float64Array;
}

/** A discrete distribution seen from one end: the value for a tail, and the tail's probability there. */
export interface SteppedTail {
  /** The value for a tail in (0, 1/2). */
  value(tail: number): number;
  /** The largest tail that still gives this value. */
  largestTail(value: number): number;
}

/** The function of a tail's probability in (0, 1/2), exactly. */
export function stepTable({ value, largestTail }: SteppedTail): (tail: number) => number {
  const stepsOf = new Array<Steps | "ask" | undefined>(cells.count).fill(undefined);
  const cellOf = cells.cellOf;

  function build(cell: number): Steps | "ask" {
    const to = cells.startOf(cell + 1);
    const values: number[] = [];
    const tails: number[] = [];
    for (let tail = cells.startOf(cell); ; ) {
      const here = value(tail);
      const largest = largestTail(here);
      values.push(here);
      tails.push(largest);
      if (!(largest < to)) break;
      if (values.length === maxSteps) return "ask";
      tail = nextUp(Math.max(largest, tail));
    }
    return { values: Float64Array.from(values), tails: Float64Array.from(tails) };
  }

  return (tail) => {
    if (tail < smallestTail) return value(tail);
    const cell = cellOf(tail);
    let steps = stepsOf[cell];
    if (steps === undefined) {
      steps = build(cell);
      stepsOf[cell] = steps;
    }
    if (steps === "ask") return value(tail);
    const { values, tails } = steps;
    if (values.length === 1) return values[0];
    return values[binarySearch(values.length - 1, (i) => tails[i] >= tail)];
  };
}
