// The quantile function of a sketch: which bucket holds a value of some rank is known, where it lies in that bucket is not.
import { binarySearch } from "../../numeric/binarySearch.ts";
import { nextUp } from "../../numeric/nextDouble.ts";
import { replicates } from "../../sampling/plan.ts";
import type { Estimate } from "../statistics/estimate.ts";
import { ratioError } from "../statistics/replicateError.ts";
import { type Buckets, bucketCount } from "./buckets.ts";
import { places, type Sketch } from "./sketch.ts";

/** The exact quantile of the values that were counted lies within so many of an estimate's errors of it, whatever the column. */
export const surelyWithinErrors = 4;

/** Where something is known to lie, and where it would be if values were spread evenly over their bucket. */
interface Place {
  low: number;
  high: number;
  value: number;
}

/** The quantile function of the values that a sketch with buckets has counted, and its inverse. */
export function sketchQuantiles(sketch: Sketch, buckets: Buckets) {
  const { numbers, histogram } = sketch;
  const { size, below, count, isWhole, ends, inside, bucketWith } = contentsOf(sketch, buckets);
  const totals = numbers.slice(places.counts, places.counts + replicates);

  /** The value at a probability (type 7, as in `quantiles`). */
  function at(probability: number): number {
    return placeAt(probability).value;
  }

  /** Shares of the values below one, and at or below it: they differ where it has a bucket of its own. */
  function sharesUpTo(value: number): { below: number; upTo: number } {
    const bucket = bucketWith(value);
    const [low, high] = ends(bucket);
    const part = within(0, 1, (value - low) / (high - low));
    const [less, upTo] = high > low ? [part, part] : [value > low ? 1 : 0, value >= low ? 1 : 0];
    const share = (part: number) => (below[bucket]! + part * inside(bucket)) / count;
    return { below: share(less), upTo: share(upTo) };
  }

  /**
   * The value at a probability. To Woodruff's (1952) error, as in `quantiles`, comes what the bucket leaves open: the exact
   * quantile is surely no farther than `surelyWithinErrors` errors.
   */
  function estimate(probability: number): Estimate {
    const { low, high, value } = placeAt(probability);
    const shareError = Math.max(ratioError(countsUpTo(value), totals), 1 / count);
    const [less, more] = [Math.max(0, probability - shareError), Math.min(1, probability + shareError)];
    const error = ((at(more) - at(less)) / (more - less)) * shareError;
    return { value, error: Math.hypot(error, Math.max(value - low, high - value) / surelyWithinErrors) };
  }

  function placeAt(probability: number): Place {
    const rank = within(0, count - 1, (count - 1) * probability);
    const lower = Math.floor(rank);
    const one = placeOfRank(lower);
    if (lower === rank) return one;
    const next = placeOfRank(lower + 1);
    const between = (a: number, b: number) => (a === b ? a : a + (rank - lower) * (b - a));
    return {
      low: between(one.low, next.low),
      high: between(one.high, next.high),
      value: between(one.value, next.value),
    };
  }

  /** The value at a rank from 0. */
  function placeOfRank(rank: number): Place {
    const bucket = binarySearch(size, (one) => below[one + 1]! > rank);
    const [low, high] = ends(bucket);
    const part = (rank - below[bucket]! + 0.5) / inside(bucket);
    const value = within(low, high, low + part * (high - low));
    // Plus 0: a zero has no sign.
    return { low, high, value: isWhole ? Math.round(value) + 0 : value };
  }

  /** Values at or below one by scrambling; of those that equal it, half. */
  function countsUpTo(value: number): Float64Array {
    const bucket = bucketWith(value);
    const [low, high] = ends(bucket);
    const part = high > low ? within(0, 1, (value - low) / (high - low)) : 0.5;
    const counts = new Float64Array(replicates);
    for (let r = 0; r < replicates; r++) {
      for (let lower = 0; lower < bucket; lower++) counts[r]! += histogram[lower * replicates + r]!;
      counts[r]! += part * histogram[bucket * replicates + r]!;
    }
    return counts;
  }

  return { at, sharesUpTo, estimate };
}

/** What is in the buckets of a sketch. */
function contentsOf({ numbers, histogram }: Sketch, buckets: Buckets) {
  const size = bucketCount(buckets);
  const { edges } = buckets;
  const below = countsBelow(histogram);
  const isWhole = numbers[places.whole] === 1;
  const [smallest, largest] = [numbers[places.smallest]!, numbers[places.largest]!];

  /** The smallest and the largest that a value in a bucket can be: not beyond the smallest and largest that there were. */
  function ends(bucket: number): [number, number] {
    const low = within(smallest, largest, edges[bucket]!);
    const high = within(smallest, largest, edges[bucket + 1]!);
    if (isWhole) {
      const [first, last] = [Math.ceil(low), Math.ceil(edges[bucket + 1]!) - 1];
      return [first, Math.max(first, Math.min(largest, last))];
    }
    return [low, high === nextUp(low) ? low : high];
  }

  function inside(bucket: number): number {
    return below[bucket + 1]! - below[bucket]!;
  }

  function bucketWith(value: number): number {
    return binarySearch(size, (bucket) => edges[bucket + 1]! > value);
  }

  return { size, below, count: below[size]!, isWhole, ends, inside, bucketWith };
}

function within(low: number, high: number, value: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Values in lower buckets, by bucket; the last entry is their number. */
function countsBelow(histogram: Uint32Array): Float64Array {
  const size = histogram.length / replicates;
  const below = new Float64Array(size + 1);
  for (let bucket = 0; bucket < size; bucket++) {
    let inside = 0;
    for (let r = 0; r < replicates; r++) inside += histogram[bucket * replicates + r]!;
    below[bucket + 1] = below[bucket]! + inside;
  }
  return below;
}
