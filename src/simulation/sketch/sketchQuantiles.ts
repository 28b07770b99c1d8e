// The quantile function of a sketch: which bucket holds a value of some rank is known, where it lies in that bucket is not.
import { binarySearch } from "../../numeric/binarySearch.ts";
import { nextUp } from "../../numeric/nextDouble.ts";
import { replicates } from "../../sampling/plan.ts";
import type { Estimate } from "../statistics/estimate.ts";
import { quantileOf } from "../statistics/quantiles.ts";
import { ratioError, total } from "../statistics/replicateError.ts";
import { type Buckets, bucketCount } from "./buckets.ts";
import { places, type Sketch } from "./sketch.ts";

/** The exact quantile of the values that were counted lies within so many of an estimate's errors of it, whatever the column. */
export const surelyWithinErrors = 4;

/** Where a value is known to lie, and where it would be if values were spread evenly over their bucket. */
interface Place {
  low: number;
  high: number;
  value: number;
}

/** The order statistics of the values that a sketch with buckets has counted, its quantiles, and their inverse. */
export function sketchQuantiles(sketch: Sketch, buckets: Buckets) {
  const { count, totals, below, belowBy, isWhole, ends, inside, bucketWith, bucketOfRank } = contentsOf(
    sketch,
    buckets,
  );

  /** The value at a whole rank from 0; equal for neighbouring ranks where the bucket holds no more than one value. */
  function at(rank: number): number {
    return placeOfRank(within(0, count - 1, rank)).value;
  }

  /** Shares of the values below one, and at or below it: they differ where it has a bucket of its own. */
  function sharesUpTo(value: number): { below: number; upTo: number } {
    const bucket = bucketWith(value);
    const parts = partsUpTo(value, bucket);
    const share = (part: number) => (below[bucket]! + part * inside(bucket)) / count;
    return { below: share(parts.below), upTo: share(parts.upTo) };
  }

  /** As that of `OrderStatistics`. */
  function shareErrorAt(value: number): number {
    const bucket = bucketWith(value);
    const parts = partsUpTo(value, bucket);
    const errorOf = (part: number) => {
      const [row, next] = [bucket * replicates, (bucket + 1) * replicates];
      const counts = totals.map((_, r) => (1 - part) * belowBy[row + r]! + part * belowBy[next + r]!);
      return ratioError(counts, totals);
    };
    return Math.max(errorOf(parts.below), errorOf(parts.upTo));
  }

  /**
   * The value at a probability and its error, by the rule for columns (`quantileOf`). To that error comes what the bucket
   * leaves open: the exact quantile is surely no farther than `surelyWithinErrors` errors.
   */
  function estimate(probability: number): Estimate {
    const { value, error } = quantileOf({ at, shareErrorAt }, probability, count);
    const rank = (count - 1) * probability;
    const [low, high] = [placeOfRank(Math.floor(rank)).low, placeOfRank(Math.ceil(rank)).high];
    return { value, error: Math.hypot(error, bucketError(value, low, high)) };
  }

  /** Between two atoms the value is one of them: the other leaves nothing open. */
  function bucketError(value: number, low: number, high: number): number {
    const { below, upTo } = partsUpTo(value, bucketWith(value));
    return upTo > below ? 0 : Math.max(value - low, high - value) / surelyWithinErrors;
  }

  /** Parts of a bucket's values that are below one, and at or below it. */
  function partsUpTo(value: number, bucket: number): { below: number; upTo: number } {
    const [low, high] = ends(bucket);
    const part = within(0, 1, (value - low) / (high - low));
    return high > low
      ? { below: part, upTo: part }
      : { below: value > low ? 1 : 0, upTo: value >= low ? 1 : 0 };
  }

  function placeOfRank(rank: number): Place {
    const bucket = bucketOfRank(rank);
    const [low, high] = ends(bucket);
    const part = (rank - below[bucket]! + 0.5) / inside(bucket);
    const value = within(low, high, low + part * (high - low));
    // Plus 0: a zero has no sign.
    return { low, high, value: isWhole ? Math.round(value) + 0 : value };
  }

  return { count, at, sharesUpTo, estimate };
}

/** What is in the buckets of a sketch. */
function contentsOf({ numbers, histogram }: Sketch, buckets: Buckets) {
  const size = bucketCount(buckets);
  const { edges } = buckets;
  const belowBy = countsBelow(histogram);
  const below = Float64Array.from({ length: size + 1 }, (_, bucket) =>
    total(belowBy.subarray(bucket * replicates, (bucket + 1) * replicates)),
  );
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

  return {
    count: below[size]!,
    totals: belowBy.subarray(size * replicates),
    below,
    belowBy,
    isWhole,
    ends,
    inside: (bucket: number) => below[bucket + 1]! - below[bucket]!,
    bucketWith: (value: number) => binarySearch(size, (bucket) => edges[bucket + 1]! > value),
    bucketOfRank: (rank: number) => binarySearch(size, (bucket) => below[bucket + 1]! > rank),
  };
}

function within(low: number, high: number, value: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Values in lower buckets, by bucket and scrambling; the last row is of all. */
function countsBelow(histogram: Uint32Array): Float64Array {
  const below = new Float64Array(histogram.length + replicates);
  for (let cell = 0; cell < histogram.length; cell++)
    below[cell + replicates] = below[cell]! + histogram[cell]!;
  return below;
}
