// Figures from a sketch: mean and sd exact, quantiles within the width of a bucket, all with their standard errors.
import { replicates } from "../../sampling/plan.ts";
import { type Moments, momentsOf, noMoments } from "../statistics/columnMoments.ts";
import { type ColumnSummary, summaryFromMoments } from "../statistics/columnSummary.ts";
import type { Estimate } from "../statistics/estimate.ts";
import { curveProbabilities, type ExceedancePoints } from "../statistics/exceedanceCurve.ts";
import { minShareError, shareAmong, total } from "../statistics/replicateError.ts";
import { places, type Sketch } from "./sketch.ts";
import { sketchQuantiles } from "./sketchQuantiles.ts";

/** Mean, sd and bands of all values that were folded in. `trials` is the number of trials, happened or not. */
export function summarizeSketch(sketch: Sketch, trials: number): ColumnSummary {
  const { buckets } = sketch;
  const quantiles =
    buckets &&
    ((probabilities: readonly number[]) => {
      const { estimate } = sketchQuantiles(sketch, buckets);
      return probabilities.map(estimate);
    });
  return summaryFromMoments(momentsOfSketch(sketch, trials), quantiles);
}

/** The mean alone. */
export function meanOfSketch(sketch: Sketch, trials: number): Estimate {
  return momentsOfSketch(sketch, trials).mean;
}

/** Of an event its probability, never without an error. */
export function chanceOfSketch(sketch: Sketch, trials: number): Estimate {
  const { value, error } = meanOfSketch(sketch, trials);
  return { value, error: Math.max(error, minShareError(trials)) };
}

/** Share of the values that are above zero. */
export function sharePositive({ numbers }: Sketch): Estimate {
  return shareAmong(perReplicate(numbers, places.positives), perReplicate(numbers, places.counts));
}

/** The chance of more than x, as `exceedanceCurve` gives it from a column, but without its steps: buckets have no single values. */
export function exceedanceOfSketch(sketch: Sketch, trials: number): ExceedancePoints {
  const { numbers, buckets } = sketch;
  const happened = total(perReplicate(numbers, places.counts));
  if (happened === 0 || !buckets) return { x: [], more: [] };
  const quantiles = sketchQuantiles(sketch, buckets);
  const x = [numbers[places.smallest]!];
  for (const probability of curveProbabilities) {
    const value = quantiles.at(probability);
    if (value > x.at(-1)!) x.push(value);
  }
  const share = happened / trials;
  return { x, more: x.map((value) => (1 - quantiles.shareUpTo(value)) * share) };
}

function momentsOfSketch({ numbers }: Sketch, trials: number): Moments {
  const counts = perReplicate(numbers, places.counts);
  if (total(counts) === 0) return noMoments;
  const sums = perReplicate(numbers, places.sums);
  const squares = perReplicate(numbers, places.squares);
  return momentsOf({ centre: numbers[places.origin]!, counts, sums, squares }, trials);
}

function perReplicate(numbers: Float64Array, place: number): Float64Array {
  return numbers.slice(place, place + replicates);
}
