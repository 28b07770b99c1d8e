// The figures of one column.
import { type Moments, momentsOf, noMoments } from "./columnMoments.ts";
import { ColumnScratch } from "./columnScratch.ts";
import { bandNames, bandProbabilities, byName, type Estimate, type Statistic } from "./estimate.ts";
import { quantilesOf } from "./quantiles.ts";
import { spreadOf } from "./spread.ts";

/** Mean, sd and bands of one column, and the share of NaN ("did not happen"), which the others leave out. */
export interface ColumnSummary extends Record<Statistic, Estimate> {
  never: Estimate;
}

/** The summary of one number a trial. @param scratch memory of the thread; its own unless given */
export function summarizeColumn(column: Float64Array, scratch = new ColumnScratch()): ColumnSummary {
  const spread = spreadOf(column, scratch);
  if (!spread) return summaryFromMoments(noMoments, undefined);
  return summaryFromMoments(momentsOf(spread, column.length), (probabilities) =>
    quantilesOf(column, spread, probabilities, scratch),
  );
}

/** A summary from moments; `quantiles` is asked where values differ, and where it is undefined there are no bands but the mean. */
export function summaryFromMoments(
  { mean, sd, happened }: Moments,
  quantiles: ((probabilities: readonly number[]) => Estimate[]) | undefined,
): ColumnSummary {
  const never = { value: 1 - happened.value, error: happened.error };
  const found = sd.value === 0 ? undefined : quantiles?.(Object.values(bandProbabilities));
  const same = { value: mean.value, error: Number.isNaN(sd.value) ? Number.NaN : 0 };
  const bands = byName(bandNames, (band) => found?.[bandNames.indexOf(band)] ?? same);
  return { never, mean, sd, ...bands };
}
