// Figures from a sketch: mean and sd exact, quantiles within the width of a bucket, all with their standard errors.

import { replicates } from "../../sampling/plan.ts";
import type { ColumnSummary } from "../statistics/columnSummary.ts";
import type { Estimate } from "../statistics/estimate.ts";
import { bandProbabilities } from "../statistics/estimate.ts";
import { curveProbabilities, type ExceedancePoints } from "../statistics/exceedanceCurve.ts";
import { ratioError } from "../statistics/replicateError.ts";
import { type Buckets, bucketEdges } from "./buckets.ts";
import { places, type Sketch } from "./sketch.ts";

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
  const quantile = quantileFunction(sketch, sketch.buckets);
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
  const quantile = quantileFunction(sketch, buckets);
  const x = [numbers[places.smallest]!];
  for (const probability of curveProbabilities) {
    const value = quantile.at(probability);
    if (value > x.at(-1)!) x.push(value);
  }
  const share = happened / trials;
  return { x, more: x.map((value) => (1 - quantile.shareUpTo(value)) * share) };
}

function quantileFunction({ numbers, histogram }: Sketch, buckets: Buckets) {
  const size = histogram.length / replicates;
  const below = new Float64Array(size + 1);
  for (let bucket = 0; bucket < size; bucket++) {
    below[bucket + 1] =
      below[bucket]! + total(histogram.subarray(bucket * replicates, (bucket + 1) * replicates));
  }
  const count = below[size]!;
  const whole = numbers[places.whole] === 1;
  const totals = perReplicate(numbers, places.counts);

  /** Where the values of a bucket lie: not beyond the smallest and largest that there were. */
  function ends(bucket: number): [number, number] {
    const [low, high] = bucket === buckets.negative ? [0, 0] : bucketEdges(buckets, bucket);
    return [withinAll(low), withinAll(high)];
  }

  function withinAll(value: number): number {
    return Math.min(numbers[places.largest]!, Math.max(numbers[places.smallest]!, value));
  }

  function bucketAtRank(rank: number): number {
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (below[middle]! <= rank) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function bucketWith(value: number): number {
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (bucketEdges(buckets, middle)[0] <= value) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** As if the values of a bucket were spread evenly over it. */
  function smooth(probability: number): number {
    const rank = Math.min(count - 1, Math.max(0, (count - 1) * probability));
    const bucket = bucketAtRank(rank);
    const [low, high] = ends(bucket);
    return low + ((rank - below[bucket]! + 0.5) / (below[bucket + 1]! - below[bucket]!)) * (high - low);
  }

  /** How much of its bucket lies below a value; of whole numbers half of those that equal it. */
  function partBelow(value: number, bucket: number): number {
    const [low, high] = ends(bucket);
    if (whole && high - low <= 1) return 0.5;
    return high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;
  }

  function at(probability: number): number {
    const value = smooth(probability);
    return whole ? Math.round(value) : value;
  }

  return {
    at,
    /** Share of the values at or below one. */
    shareUpTo(value: number): number {
      const bucket = bucketWith(value);
      const [low, high] = ends(bucket);
      const part = whole && high - low <= 1 ? 1 : partBelow(value, bucket);
      return (below[bucket]! + part * (below[bucket + 1]! - below[bucket]!)) / count;
    },
    /** With Woodruff's (1952) error, as in `quantiles`. */
    estimate(probability: number): Estimate {
      const value = at(probability);
      const bucket = bucketWith(value);
      const part = partBelow(value, bucket);
      const shares = new Float64Array(replicates);
      for (let r = 0; r < replicates; r++) {
        for (let lower = 0; lower < bucket; lower++) shares[r]! += histogram[lower * replicates + r]!;
        shares[r]! += part * histogram[bucket * replicates + r]!;
      }
      const shareError = Math.max(ratioError(shares, totals), 1 / count);
      const [low, high] = [Math.max(0, probability - shareError), Math.min(1, probability + shareError)];
      // A whole number does not move by a part of one.
      const rise = whole ? at(high) - at(low) : smooth(high) - smooth(low);
      return { value, error: (rise / (high - low)) * shareError };
    },
  };
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
