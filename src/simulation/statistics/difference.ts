// Two columns of the same trials: their difference, trial by trial.

import { shareOfHits } from "./columnMoments.ts";
import { ColumnScratch } from "./columnScratch.ts";
import { type ColumnSummary, summarizeColumn } from "./columnSummary.ts";
import type { Estimate } from "./estimate.ts";

/** The differences of one output; `greater` is the share of trials in which the first is strictly greater. */
export type Difference = ColumnSummary & { greater: Estimate };

/** `column` minus `against`, trial by trial; NaN (did not happen) on either side leaves the trial out. */
export function summarizeDifference(
  column: Float64Array,
  against: Float64Array,
  scratch = new ColumnScratch(),
): Difference {
  const difference = column.map((value, trial) => value - against[trial]!);
  const summary = summarizeColumn(difference, { scratch, isSmoothed: true });
  return { ...summary, greater: shareOfHits(difference, (value) => value > 0) };
}
