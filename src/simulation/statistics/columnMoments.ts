// Mean and standard deviation of a column with their standard errors.

import { replicates } from "../../sampling/plan.ts";
import type { Estimate } from "./estimate.ts";
import type { JumpErrors } from "./jumpErrors.ts";
import { ratioError, shareAmong, shareOf, total } from "./replicateError.ts";
import type { Sums } from "./spread.ts";
import { type TailErrors, withTail } from "./tailError.ts";

/** Of a column, with standard errors. */
export interface Moments {
  mean: Estimate;
  sd: Estimate;
  /** Trials that did happen, as a share of all. */
  happened: Estimate;
}

/** What the scatter between scramblings does not show of errors. */
export interface LeftOpen {
  tails: TailErrors;
  jumps?: JumpErrors;
}

const noTail = { error: 0, seen: 0, others: 1 };
const noTails: TailErrors = { mean: noTail, square: noTail };
const noJumps: JumpErrors = { mean: 0, square: 0 };

/** What rounding leaves of a number that is the same in every trial, as a part of it. */
const maxRounding = 4 * Number.EPSILON;

/** Of a column in which nothing happened. */
export const noMoments: Moments = {
  mean: { value: Number.NaN, error: Number.NaN },
  sd: { value: Number.NaN, error: Number.NaN },
  happened: { value: 0, error: 0 },
};

/** The share of values for which something holds, among those that are no NaN (did not happen). */
export function shareOfHits(column: Float64Array, isHit: (value: number) => boolean): Estimate {
  const counts = new Float64Array(replicates);
  const hits = new Float64Array(replicates);
  for (let trial = 0; trial < column.length; trial++) {
    const value = column[trial]!;
    if (Number.isNaN(value)) continue;
    counts[trial % replicates]!++;
    if (isHit(value)) hits[trial % replicates]!++;
  }
  return shareAmong(hits, counts);
}

/**
 * Mean and standard deviation from the sums of a column of `trials` trials; sums are of distances from one of the values,
 * so that a small spread around a large number is not lost. An error is infinite where no such number of trials tells it.
 * @param leftOpen what scramblings do not show, for a mean; nothing unless given
 */
export function momentsOf(
  { centre, counts, sums, squares }: Sums,
  trials: number,
  leftOpen?: (mean: number) => LeftOpen,
): Moments {
  const count = total(counts);
  const shift = total(sums) / count;
  // From squares around the centre to squares around the mean.
  const around = squares.map((square, r) => square + shift * (counts[r]! * shift - 2 * sums[r]!));
  const meanError = ratioError(sums, counts);
  // Squares around the estimated mean fall short by the variance of that estimate. For plain sampling it is sd²/n, which
  // gives the usual n − 1; of scrambled points the mean is far better known, and n − 1 would be too much.
  const scatter = Math.sqrt(Math.max(0, total(around)) / count + meanError * meanError);
  // A trial that adds up to the same number in another way misses it by a rounding: that is no spread.
  // Squares of more than 1e154 overflow; what is no number then is no spread of 0.
  const sd = Number.isNaN(scatter)
    ? Number.POSITIVE_INFINITY
    : scatter > maxRounding * Math.abs(centre)
      ? scatter
      : 0;
  const { tails = noTails, jumps = noJumps } = (sd > 0 && leftOpen?.(centre + shift)) || {};
  const scattered = withTail(ratioError(around, counts), tails.square);
  // The squares are around an estimate, whose own error counts where they hardly scatter: of a fair coin, for one.
  const squareError = Math.hypot(Math.max(scattered, jumps.square), Math.SQRT2 * meanError * meanError);
  return {
    mean: { value: centre + shift, error: Math.max(withTail(meanError, tails.mean), jumps.mean) },
    // The variance is a ratio like the mean; the delta method takes its error to the square root.
    sd: { value: sd, error: sd > 0 ? squareError / (2 * sd) : 0 },
    happened: shareOf(counts, trials),
  };
}
