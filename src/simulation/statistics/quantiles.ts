// Quantiles of a column with their standard errors.

import { replicates } from "../../sampling/plan.ts";
import type { Estimate } from "./estimate.ts";
import type { OrderStatistics, RankRange } from "./orderStatistics.ts";
import { minShareError, t95 } from "./replicateError.ts";

/** A quantile's slope is taken over at least this many neighbouring values on each side. */
const minNeighbours = 8;
/**
 * A quantile with fewer values than this beyond it may be beyond them all: (1 − p)^n is then more than 2.5 %, and its
 * interval has no end.
 */
const minTailCount = 3.7;
/** An interval that ends at an atom holds the atom, whatever rounding makes of its error. */
const endIncluded = 1 + 1e-9;
/** Values are gathered this many standard errors of plain sampling around each quantile. */
const reach = 3;

/** What a quantile is made of: of a column, or of what a sketch knows of one. */
export type QuantileSource = Pick<OrderStatistics, "at" | "shareErrorAt">;

/** The ranks that a quantile of `count` values and its error are made of. */
export function ranksAround(probability: number, count: number): RankRange {
  const rank = (count - 1) * probability;
  const margin = reach * Math.sqrt(count * probability * (1 - probability)) + minNeighbours + 1;
  return { from: rank - margin, to: rank + margin };
}

/**
 * A quantile and its standard error. Between two values it is interpolated (type 7, as in simple-statistics, numpy and R);
 * where both are atoms, values that more than one trial has, it is the smallest value at which the probability is reached
 * (type 1): a count or a choice has no values between.
 *
 * The error is Woodruff's (1952): the 95 % interval of the share at the quantile, from the scatter between the
 * scramblings, carried over to the values at its ends; the farther one counts. Where scramblings agree on the share,
 * `placeError` and the rule of three say what is left. Infinite where that interval has no end among the values.
 *
 * @param values of the `count` values that happened
 */
export function quantileOf(values: QuantileSource, probability: number, count: number): Estimate {
  const value = valueAt(values, probability, count);
  const shareError = Math.max(
    values.shareErrorAt(value),
    isAtom(values, Math.floor((count - 1) * probability), count)
      ? minShareError(count)
      : placeError(probability, count),
  );
  // How far the value moves within a margin of the share, on the side where it is farther, in parts of the margin.
  const slopeWithin = (margin: number) => {
    const slopes = [probability - margin, probability + margin].map((end) => {
      const within = Math.min(1, Math.max(0, end));
      return Math.abs(valueAt(values, within, count) - value) / Math.abs(within - probability);
    });
    return Math.max(...slopes);
  };
  const margin = t95 * shareError;
  // A slope takes some neighbours; a jump nearer than they are must not be averaged away.
  const slope = Math.max(slopeWithin(margin), slopeWithin(Math.max(margin, minNeighbours / count)));
  const isOpen = Math.min(probability, 1 - probability) < Math.min(margin, minTailCount / count);
  return { value, error: isOpen && slope > 0 ? Number.POSITIVE_INFINITY : slope * shareError * endIncluded };
}

function valueAt(values: QuantileSource, probability: number, count: number): number {
  const rank = (count - 1) * probability;
  const lower = Math.floor(rank);
  const value = values.at(lower);
  if (lower === rank) return value;
  const next = values.at(lower + 1);
  if (value === next) return value;
  if (isAtom(values, lower, count) && isAtom(values, lower + 1, count)) {
    return lower + 1 >= probability * count ? value : next;
  }
  return value + (rank - lower) * (next - value);
}

/** Whether more than one trial has the value at a rank. */
function isAtom(values: QuantileSource, rank: number, count: number): boolean {
  const value = values.at(rank);
  return (rank > 0 && values.at(rank - 1) === value) || (rank + 1 < count && values.at(rank + 1) === value);
}

/**
 * Error of a quantile, as a share, where a stratum ends at it: all scramblings have the same share below, and the
 * quantile is put between the largest of the 16 values that lie below in the last stratum and the smallest of those above.
 * Both are the extreme of 16 uniforms; type 7 weighs them p : 1 − p.
 */
function placeError(probability: number, count: number): number {
  const r = replicates;
  const distance = r / (r + 1);
  const variance = (r * r * r) / ((r + 1) ** 2 * (r + 2));
  const [below, above] = [probability, 1 - probability];
  return Math.sqrt((below ** 2 + above ** 2) * variance + ((above - below) * distance) ** 2) / count;
}
