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
 * the first value and then from the mean, so that a small spread around a large number is not lost.
 */
export function moments(column: Float64Array): Moments {
  const first = column.find((value) => !Number.isNaN(value));
  const everyTrial = new Float64Array(replicates).fill(column.length / replicates);
  if (first === undefined) {
    const nothing = { value: Number.NaN, error: Number.NaN };
    return { mean: nothing, sd: nothing, happened: { value: 0, error: 0 } };
  }
  const counts = new Float64Array(replicates);
  const sums = new Float64Array(replicates);
  for (let trial = 0; trial < column.length; trial++) {
    const value = column[trial]!;
    if (Number.isNaN(value)) continue;
    counts[trial % replicates]!++;
    sums[trial % replicates]! += value - first;
  }
  const count = total(counts);
  const mean = first + total(sums) / count;
  const squares = new Float64Array(replicates);
  for (let trial = 0; trial < column.length; trial++) {
    const value = column[trial]!;
    if (Number.isNaN(value)) continue;
    squares[trial % replicates]! += (value - mean) * (value - mean);
  }
  const meanError = ratioError(sums, counts);
  // Squares around the estimated mean fall short by the variance of that estimate. For plain sampling it is sd²/n, which
  // gives the usual n − 1; of scrambled points the mean is far better known, and n − 1 would be too much.
  const sd = Math.sqrt(total(squares) / count + meanError * meanError);
  return {
    mean: { value: mean, error: meanError },
    // The variance is a ratio like the mean; the delta method takes its error to the square root.
    sd: { value: sd, error: sd > 0 ? ratioError(squares, counts) / (2 * sd) : 0 },
    happened: { value: count / column.length, error: ratioError(counts, everyTrial) },
  };
}

function total(numbers: Float64Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
