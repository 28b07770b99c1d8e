// Mean and standard deviation of a column with their standard errors.

import { replicates } from "../../sampling/plan.ts";
import type { Estimate } from "./estimate.ts";
import { ratioError, shareOf, total } from "./replicateError.ts";
import type { Sums } from "./spread.ts";

/** Of a column, with standard errors. */
export interface Moments {
  mean: Estimate;
  sd: Estimate;
  /** Trials that did happen, as a share of all. */
  happened: Estimate;
}

/** What rounding leaves of a number that is the same in every trial, as a part of it. */
const maxRounding = 4 * Number.EPSILON;

/** Of a column in which nothing happened. */
export const noMoments: Moments = {
  mean: { value: Number.NaN, error: Number.NaN },
  sd: { value: Number.NaN, error: Number.NaN },
  happened: { value: 0, error: 0 },
};

/**
 * Mean and standard deviation of a column, NaN (did not happen) left out. Sums are of distances from
 * one of the values, so that a small spread around a large number is not lost.
 */
export function moments(column: Float64Array): Moments {
  const centre = column.find((value) => !Number.isNaN(value));
  return centre === undefined ? noMoments : momentsOf(sumsOf(column, centre), column.length);
}

/** Mean and standard deviation from the sums of a column of `trials` trials. */
export function momentsOf({ centre, counts, sums, squares }: Sums, trials: number): Moments {
  const count = total(counts);
  const shift = total(sums) / count;
  // From squares around the centre to squares around the mean.
  const around = squares.map((square, r) => square + shift * (counts[r]! * shift - 2 * sums[r]!));
  const meanError = ratioError(sums, counts);
  // Squares around the estimated mean fall short by the variance of that estimate. For plain sampling it is sd²/n, which
  // gives the usual n − 1; of scrambled points the mean is far better known, and n − 1 would be too much.
  const scatter = Math.sqrt(Math.max(0, total(around)) / count + meanError * meanError);
  // A trial that adds up to the same number in another way misses it by a rounding: that is no spread.
  const sd = scatter > maxRounding * Math.abs(centre) ? scatter : 0;
  return {
    mean: { value: centre + shift, error: meanError },
    // The variance is a ratio like the mean; the delta method takes its error to the square root.
    sd: { value: sd, error: sd > 0 ? ratioError(around, counts) / (2 * sd) : 0 },
    happened: shareOf(counts, trials),
  };
}

function sumsOf(column: Float64Array, centre: number): Sums {
  const counts = new Float64Array(replicates);
  const sums = new Float64Array(replicates);
  const squares = new Float64Array(replicates);
  for (let trial = 0; trial < column.length; trial++) {
    const distance = column[trial]! - centre;
    if (Number.isNaN(distance)) continue;
    counts[trial % replicates]!++;
    sums[trial % replicates]! += distance;
    squares[trial % replicates]! += distance * distance;
  }
  return { centre, counts, sums, squares };
}
