// Figures from a sketch: mean and sd exact, quantiles within the width of a bucket, all with their standard errors.

import { replicates } from "../../sampling/plan.ts";
import type { ColumnSummary } from "../statistics/columnSummary.ts";
import type { Estimate } from "../statistics/estimate.ts";
import { bandProbabilities } from "../statistics/estimate.ts";
import { curveProbabilities, type ExceedancePoints } from "../statistics/exceedanceCurve.ts";
import { ratioError } from "../statistics/replicateError.ts";
import { places, type Sketch } from "./sketch.ts";
import { SketchQuantiles } from "./sketchQuantiles.ts";

/** Mean, sd and bands of all values that were folded in. `trials` is the number of trials, happened or not. */
export function summarizeSketch(sketch: Sketch, trials: number): ColumnSummary {
  const { numbers } = sketch;
  const counts = perReplicate(numbers, places.counts);
  const count = total(counts);
  const never = shareOf(
    counts.map((happened) => trials / replicates - happened),
    trials,
  );
  if (count === 0) {
    const nothing = { value: Number.NaN, error: Number.NaN };
    return { never, mean: nothing, sd: nothing, ...bandsOf(() => nothing) };
  }
  const sums = perReplicate(numbers, places.sums);
  const shift = total(sums) / count;
  const mean = { value: numbers[places.origin]! + shift, error: ratioError(sums, counts) };
  // Σ(x − mean)² from the sums around the origin.
  const squares = perReplicate(numbers, places.squares).map((square, r) =>
    Math.max(0, square - 2 * shift * sums[r]! + shift * shift * counts[r]!),
  );
  const sd =
    numbers[places.smallest] === numbers[places.largest]
      ? 0
      : Math.sqrt(total(squares) / count + mean.error ** 2);
  if (sd === 0 || !sketch.buckets) {
    const same = { value: mean.value, error: 0 };
    return {
      never,
      mean,
      sd: { value: sd, error: sd > 0 ? ratioError(squares, counts) / (2 * sd) : 0 },
      ...bandsOf(() => same),
    };
  }
  const quantile = new SketchQuantiles(sketch, sketch.buckets);
  return {
    never,
    mean,
    sd: { value: sd, error: ratioError(squares, counts) / (2 * sd) },
    ...bandsOf((probability) => quantile.estimate(probability)),
  };
}

/** The mean alone: of an event its probability. */
export function meanOfSketch({ numbers }: Sketch): Estimate {
  const counts = perReplicate(numbers, places.counts);
  const sums = perReplicate(numbers, places.sums);
  return { value: numbers[places.origin]! + total(sums) / total(counts), error: ratioError(sums, counts) };
}

/** Share of the values that are above zero. */
export function sharePositive({ numbers }: Sketch): Estimate {
  const [positives, counts] = [perReplicate(numbers, places.positives), perReplicate(numbers, places.counts)];
  return { value: total(positives) / total(counts), error: ratioError(positives, counts) };
}

/** The chance of more than x, as `exceedanceCurve` gives it from a column, but without its steps: buckets have no single values. */
export function exceedanceOfSketch(sketch: Sketch, trials: number): ExceedancePoints {
  const { numbers, buckets } = sketch;
  const happened = total(perReplicate(numbers, places.counts));
  if (happened === 0 || !buckets) return { x: [], more: [] };
  const quantile = new SketchQuantiles(sketch, buckets);
  const x = [numbers[places.smallest]!];
  for (const probability of curveProbabilities) {
    const value = quantile.at(probability);
    if (value > x.at(-1)!) x.push(value);
  }
  const share = happened / trials;
  return { x, more: x.map((value) => (1 - quantile.shareUpTo(value)) * share) };
}

function bandsOf(estimate: (probability: number) => Estimate) {
  const { p5, p25, p50, p75, p95 } = bandProbabilities;
  return { p5: estimate(p5), p25: estimate(p25), p50: estimate(p50), p75: estimate(p75), p95: estimate(p95) };
}

function shareOf(counts: ArrayLike<number>, trials: number): Estimate {
  const everyTrial = new Float64Array(replicates).fill(trials / replicates);
  return { value: total(counts) / trials, error: ratioError(counts, everyTrial) };
}

function perReplicate(numbers: Float64Array, place: number): Float64Array {
  return numbers.slice(place, place + replicates);
}

function total(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i]!;
  return sum;
}
