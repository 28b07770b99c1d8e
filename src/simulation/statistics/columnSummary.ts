// The figures of one column.
import { momentsOf, noMoments } from "./columnMoments.ts";
import { ColumnScratch } from "./columnScratch.ts";
import { bandNames, bandProbabilities, type Estimate, type Statistic } from "./estimate.ts";
import { quantilesOf } from "./quantiles.ts";
import { spreadOf } from "./spread.ts";

/** Mean, sd and bands of one column, and the share of NaN ("did not happen"), which the others leave out. */
export interface ColumnSummary extends Record<Statistic, Estimate> {
  never: Estimate;
}

/** The summary of one number a trial. @param scratch memory of the thread; its own unless given */
export function summarizeColumn(column: Float64Array, scratch = new ColumnScratch()): ColumnSummary {
  const spread = spreadOf(column, scratch);
  const { mean, sd, happened } = spread ? momentsOf(spread, column.length) : noMoments;
  const bands =
    spread && sd.value !== 0
      ? quantilesOf(column, spread, Object.values(bandProbabilities), scratch)
      : bandNames.map(() => ({ value: mean.value, error: sd.value }));
  const [p5, p25, p50, p75, p95] = bands as [Estimate, Estimate, Estimate, Estimate, Estimate];
  const never = { value: 1 - happened.value, error: happened.error };
  return { never, mean, sd, p5, p25, p50, p75, p95 };
}
