// Figures from a sketch, all with their errors: mean and sd exact, quantiles to within a bucket.
import { replicates } from "../../sampling/plan.ts";
import { type Moments, momentsOf, noMoments } from "../statistics/columnMoments.ts";
import { type ColumnSummary, summaryFromMoments } from "../statistics/columnSummary.ts";
import type { Estimate } from "../statistics/estimate.ts";
import { curveProbabilities, type ExceedancePoints, minStep } from "../statistics/exceedanceCurve.ts";
import { minShareError, shareAmong, total } from "../statistics/replicateError.ts";
import { tailErrors } from "../statistics/tailError.ts";
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

/** The chance of more than x, as `exceedanceCurve` gives it from a column. */
export function exceedanceOfSketch(sketch: Sketch, trials: number): ExceedancePoints {
  const { numbers, buckets } = sketch;
  const happened = total(perReplicate(numbers, places.counts));
  const [x, more]: [number[], number[]] = [[], []];
  if (happened === 0 || !buckets) return { x, more };
  const quantiles = sketchQuantiles(sketch, buckets);
  const share = happened / trials;
  const values = curveProbabilities.map((p) => quantiles.at(Math.floor(p * (quantiles.count - 1))));
  for (const value of [numbers[places.smallest]!, ...values]) {
    if (value <= x.at(-1)!) continue;
    const { below, upTo } = quantiles.sharesUpTo(value);
    if (upTo - below >= minStep) {
      x.push(value);
      more.push((1 - below) * share);
    }
    x.push(value);
    more.push((1 - upTo) * share);
  }
  return { x, more };
}

function momentsOfSketch({ numbers, tails }: Sketch, trials: number): Moments {
  const counts = perReplicate(numbers, places.counts);
  const count = total(counts);
  if (count === 0) return noMoments;
  const sums = perReplicate(numbers, places.sums);
  const squares = perReplicate(numbers, places.squares);
  const leftOpen = tails && ((mean: number) => ({ tails: tailErrors(tails, count, mean) }));
  return momentsOf({ centre: numbers[places.origin]!, counts, sums, squares }, trials, leftOpen);
}

function perReplicate(numbers: Float64Array, place: number): Float64Array {
  return numbers.slice(place, place + replicates);
}
