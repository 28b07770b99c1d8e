// A discrete quantile function as a table of its steps.
import { binarySearch } from "../binarySearch.ts";
import { nextUp } from "../nextDouble.ts";
import { dyadicCells, smallestTail } from "./dyadicCells.ts";

const bits = 4;
const cells = dyadicCells(bits);
// With more steps than this in a cell the table costs more than the search that it saves: `value` is called directly.
const maxSteps = 64;

/** The values that a cell of tails can give, the outermost first, each with the largest tail that gives it. */
interface Steps {
  values: Float64Array;
  tails: Float64Array;
}

/** One tail of a discrete distribution: its quantile function, and the probability at which each value ends. */
export interface SteppedTail {
  /** The value for a tail in (0, 1/2). */
  value(tail: number): number;
  /** The largest tail with this value. */
  largestTail(value: number): number;
}

/** `value` for tails in (0, 1/2), from a table of its steps: the same values exactly. Cells are filled on first use. */
export function stepTable({ value, largestTail }: SteppedTail): (tail: number) => number {
  const stepsOf = new Array<Steps | "direct" | undefined>(cells.count).fill(undefined);
  const cellOf = cells.cellOf;

  function build(cell: number): Steps | "direct" {
    const to = cells.startOf(cell + 1);
    const values: number[] = [];
    const tails: number[] = [];
    for (let tail = cells.startOf(cell); ; ) {
      const here = value(tail);
      const largest = largestTail(here);
      values.push(here);
      tails.push(largest);
      if (!(largest < to)) break;
      if (values.length === maxSteps) return "direct";
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
    if (steps === "direct") return value(tail);
    const { values, tails } = steps;
    if (values.length === 1) return values[0];
    return values[binarySearch(values.length - 1, (i) => tails[i] >= tail)];
  };
}
