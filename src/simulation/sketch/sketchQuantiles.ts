// The quantile function of a sketch: known to the width of a bucket, its values taken as spread evenly over it.
import { binarySearch } from "../../numeric/binarySearch.ts";
import { replicates } from "../../sampling/plan.ts";
import type { Estimate } from "../statistics/estimate.ts";
import { ratioError } from "../statistics/replicateError.ts";
import { type Buckets, bucketEdges } from "./buckets.ts";
import { places, type Sketch } from "./sketch.ts";

/** The quantile function of the values that a sketch with buckets has counted, and its inverse. */
export function sketchQuantiles({ numbers, histogram }: Sketch, buckets: Buckets) {
  const size = histogram.length / replicates;
  const below = countsBelow(histogram);
  const count = below[size]!;
  const isWhole = numbers[places.whole] === 1;
  const totals = numbers.slice(places.counts, places.counts + replicates);

  /** The value at a probability. */
  function at(probability: number): number {
    const value = smooth(probability);
    return isWhole ? Math.round(value) : value;
  }

  /** Share of the values at or below one. */
  function shareUpTo(value: number): number {
    const bucket = bucketWith(value);
    const [low, high] = ends(bucket);
    const part = isWhole && high - low <= 1 ? 1 : partBelow(value, bucket);
    return (below[bucket]! + part * (below[bucket + 1]! - below[bucket]!)) / count;
  }

  /** The value at a probability with Woodruff's (1952) error, as in `quantiles`. */
  function estimate(probability: number): Estimate {
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
    const rise = isWhole ? at(high) - at(low) : smooth(high) - smooth(low);
    return { value, error: (rise / (high - low)) * shareError };
  }

  /** As if the values of a bucket were spread evenly over it. */
  function smooth(probability: number): number {
    const rank = Math.min(count - 1, Math.max(0, (count - 1) * probability));
    const bucket = bucketBefore((later) => below[later]! > rank);
    const [low, high] = ends(bucket);
    const inside = below[bucket + 1]! - below[bucket]!;
    return low + ((rank - below[bucket]! + 0.5) / inside) * (high - low);
  }

  /** How much of its bucket lies below a value; of whole numbers half of those that equal it. */
  function partBelow(value: number, bucket: number): number {
    const [low, high] = ends(bucket);
    if (isWhole && high - low <= 1) return 0.5;
    return high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;
  }

  /** Where the values of a bucket lie: not beyond the smallest and largest that there were. */
  function ends(bucket: number): [number, number] {
    const [low, high] = bucket === buckets.negative ? [0, 0] : bucketEdges(buckets, bucket);
    return [withinAll(low), withinAll(high)];
  }

  function withinAll(value: number): number {
    return Math.min(numbers[places.largest]!, Math.max(numbers[places.smallest]!, value));
  }

  function bucketWith(value: number): number {
    return bucketBefore((later) => bucketEdges(buckets, later)[0] > value);
  }

  /** The bucket before the first that is beyond; the first where all are. */
  function bucketBefore(isBeyond: (bucket: number) => boolean): number {
    return Math.max(0, binarySearch(size, isBeyond) - 1);
  }

  return { at, shareUpTo, estimate };
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
