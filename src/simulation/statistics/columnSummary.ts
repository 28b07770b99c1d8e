// The figures of one column.
import { type Moments, momentsOf, noMoments } from "./columnMoments.ts";
import { ColumnScratch } from "./columnScratch.ts";
import { bandNames, bandProbabilities, byName, type Estimate, type Statistic } from "./estimate.ts";
import { jumpErrors } from "./jumpErrors.ts";
import { orderStatistics } from "./orderStatistics.ts";
import { quantileOf, ranksAround } from "./quantiles.ts";
import { orderColumn, smoothedQuantile } from "./smoothedQuantiles.ts";
import { spreadOf } from "./spread.ts";
import { fitTails, tailErrors, tailLength } from "./tailError.ts";

/** Mean, sd and bands of one column, and the share of NaN ("did not happen"), which the others leave out. */
export interface ColumnSummary extends Record<Statistic, Estimate> {
  never: Estimate;
}

/** How a column is summarized. */
export interface SummaryOptions {
  /** Memory of the thread; its own unless given. */
  scratch?: ColumnScratch;
  /** Whether quantiles are smoothed where that can be done: closer, at the cost of sorting the column. */
  isSmoothed?: boolean;
}

/** The summary of one number a trial. */
export function summarizeColumn(
  column: Float64Array,
  { scratch = new ColumnScratch(), isSmoothed = false }: SummaryOptions = {},
): ColumnSummary {
  const spread = spreadOf(column, scratch);
  if (!spread) return summaryFromMoments(noMoments, undefined);
  const { count } = spread;
  const length = Math.min(tailLength(count), count - 1);
  const ends = [
    { from: 0, to: length },
    { from: count - 1 - length, to: count - 1 },
  ];
  const ranges = Object.values(bandProbabilities).map((probability) => ranksAround(probability, count));
  const values = orderStatistics(column, spread, [...ranges, ...ends], scratch);
  const [lowest, highest] = ends.map(({ from, to }) => values.between(from, to + 1)) as [
    Float64Array,
    Float64Array,
  ];
  const moments = momentsOf(spread, column.length, (mean) => ({
    tails: tailErrors(fitTails({ count, lowest, highest }), count, mean),
    jumps: jumpErrors(spread, { count, lowest, highest }, mean),
  }));
  return summaryFromMoments(moments, (probabilities) => {
    const ordered = isSmoothed ? orderColumn(column) : undefined;
    return probabilities.map(
      (probability) =>
        (ordered && smoothedQuantile(ordered, probability, scratch)) ??
        quantileOf(values, probability, count),
    );
  });
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
