// Mean and standard deviation of a column with their standard errors.
import { replicates } from "../sampling/plan.ts";
import type { Estimate } from "./findings.ts";
import { ratioError } from "./replicateError.ts";

export interface Moments {
  mean: Estimate;
  sd: Estimate;
  /** Trials that did happen, as a share of all. */
  happened: Estimate;
}

/**
 * Mean and standard deviation of a column, NaN (did not happen) left out. Sums are of distances from
 * one of the values, so that a small spread around a large number is not lost.
 */
export function moments(column: Float64Array): Moments {
  const everyTrial = new Float64Array(replicates).fill(column.length / replicates);
  const centre = column.find((value) => !Number.isNaN(value));
  if (centre === undefined) {
    const nothing = { value: Number.NaN, error: Number.NaN };
    return { mean: nothing, sd: nothing, happened: { value: 0, error: 0 } };
  }
  const sums = new Float64Array(replicates);
  const squares = new Float64Array(replicates);
  addDistances(column, centre, sums, squares);
  // A NaN anywhere makes its scrambling's sum NaN.
  const counts = sums.some(Number.isNaN) ? addPresentDistances(column, centre, sums, squares) : everyTrial;
  const count = total(counts);
  const shift = total(sums) / count;
  // From squares around the centre to squares around the mean.
  for (let r = 0; r < replicates; r++) squares[r]! += shift * (counts[r]! * shift - 2 * sums[r]!);
  const meanError = ratioError(sums, counts);
  // Squares around the estimated mean fall short by the variance of that estimate. For plain sampling it is sd²/n, which
  // gives the usual n − 1; of scrambled points the mean is far better known, and n − 1 would be too much.
  const sd = Math.sqrt(Math.max(0, total(squares)) / count + meanError * meanError);
  return {
    mean: { value: centre + shift, error: meanError },
    // The variance is a ratio like the mean; the delta method takes its error to the square root.
    sd: { value: sd, error: sd > 0 ? ratioError(squares, counts) / (2 * sd) : 0 },
    happened: { value: count / column.length, error: ratioError(counts, everyTrial) },
  };
}

// These two loops see every number of a run. Columns begin with scrambling 0 and are a multiple of 16 long, or nearly:
// a last part of fewer is taken trial by trial.

function addDistances(column: Float64Array, from: number, sums: Float64Array, squares: Float64Array): void {
  const whole = column.length - (column.length % replicates);
  for (let start = 0; start < whole; start += replicates) {
    for (let r = 0; r < replicates; r++) {
      const distance = column[start + r]! - from;
      sums[r]! += distance;
      squares[r]! += distance * distance;
    }
  }
  for (let trial = whole; trial < column.length; trial++) {
    const distance = column[trial]! - from;
    sums[trial - whole]! += distance;
    squares[trial - whole]! += distance * distance;
  }
}

/** As `addDistances`, without NaN; gives how many there were of each scrambling. */
function addPresentDistances(
  column: Float64Array,
  from: number,
  sums: Float64Array,
  squares: Float64Array,
): Float64Array {
  const counts = new Float64Array(replicates);
  sums.fill(0);
  squares.fill(0);
  for (let trial = 0; trial < column.length; trial++) {
    if (Number.isNaN(column[trial])) continue;
    const distance = column[trial]! - from;
    counts[trial % replicates]!++;
    sums[trial % replicates]! += distance;
    squares[trial % replicates]! += distance * distance;
  }
  return counts;
}

function total(numbers: Float64Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
