// The quantile function of a sketch: known to the width of a bucket, its values taken as spread evenly over it.
import { replicates } from "../../sampling/plan.ts";
import type { Estimate } from "../statistics/estimate.ts";
import { ratioError } from "../statistics/replicateError.ts";
import { type Buckets, bucketEdges } from "./buckets.ts";
import { places, type Sketch } from "./sketch.ts";

/** Of the values that a sketch with buckets has counted. */
export class SketchQuantiles {
  private readonly buckets: Buckets;
  private readonly histogram: Uint32Array;
  /** Values in lower buckets, by bucket; the last entry is their number. */
  private readonly below: Float64Array;
  private readonly size: number;
  private readonly count: number;
  private readonly smallest: number;
  private readonly largest: number;
  /** Whether all values are whole numbers. */
  private readonly isWhole: boolean;
  /** Values by scrambling. */
  private readonly totals: Float64Array;

  constructor({ numbers, histogram }: Sketch, buckets: Buckets) {
    this.buckets = buckets;
    this.histogram = histogram;
    this.size = histogram.length / replicates;
    this.below = new Float64Array(this.size + 1);
    for (let bucket = 0; bucket < this.size; bucket++) {
      let inside = 0;
      for (let r = 0; r < replicates; r++) inside += histogram[bucket * replicates + r]!;
      this.below[bucket + 1] = this.below[bucket]! + inside;
    }
    this.count = this.below[this.size]!;
    this.smallest = numbers[places.smallest]!;
    this.largest = numbers[places.largest]!;
    this.isWhole = numbers[places.whole] === 1;
    this.totals = numbers.slice(places.counts, places.counts + replicates);
  }

  /** The value at a probability. */
  at(probability: number): number {
    const value = this.smooth(probability);
    return this.isWhole ? Math.round(value) : value;
  }

  /** Share of the values at or below one. */
  shareUpTo(value: number): number {
    const bucket = this.bucketWith(value);
    const [low, high] = this.ends(bucket);
    const part = this.isWhole && high - low <= 1 ? 1 : this.partBelow(value, bucket);
    return (this.below[bucket]! + part * (this.below[bucket + 1]! - this.below[bucket]!)) / this.count;
  }

  /** The value at a probability with Woodruff's (1952) error, as in `quantiles`. */
  estimate(probability: number): Estimate {
    const value = this.at(probability);
    const bucket = this.bucketWith(value);
    const part = this.partBelow(value, bucket);
    const shares = new Float64Array(replicates);
    for (let r = 0; r < replicates; r++) {
      for (let lower = 0; lower < bucket; lower++) shares[r]! += this.histogram[lower * replicates + r]!;
      shares[r]! += part * this.histogram[bucket * replicates + r]!;
    }
    const shareError = Math.max(ratioError(shares, this.totals), 1 / this.count);
    const [low, high] = [Math.max(0, probability - shareError), Math.min(1, probability + shareError)];
    // A whole number does not move by a part of one.
    const rise = this.isWhole ? this.at(high) - this.at(low) : this.smooth(high) - this.smooth(low);
    return { value, error: (rise / (high - low)) * shareError };
  }

  /** As if the values of a bucket were spread evenly over it. */
  private smooth(probability: number): number {
    const rank = Math.min(this.count - 1, Math.max(0, (this.count - 1) * probability));
    const bucket = this.lastBucket((middle) => this.below[middle]! <= rank);
    const [low, high] = this.ends(bucket);
    const inside = this.below[bucket + 1]! - this.below[bucket]!;
    return low + ((rank - this.below[bucket]! + 0.5) / inside) * (high - low);
  }

  /** How much of its bucket lies below a value; of whole numbers half of those that equal it. */
  private partBelow(value: number, bucket: number): number {
    const [low, high] = this.ends(bucket);
    if (this.isWhole && high - low <= 1) return 0.5;
    return high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;
  }

  /** Where the values of a bucket lie: not beyond the smallest and largest that there were. */
  private ends(bucket: number): [number, number] {
    const [low, high] = bucket === this.buckets.negative ? [0, 0] : bucketEdges(this.buckets, bucket);
    return [this.withinAll(low), this.withinAll(high)];
  }

  private withinAll(value: number): number {
    return Math.min(this.largest, Math.max(this.smallest, value));
  }

  private bucketWith(value: number): number {
    return this.lastBucket((middle) => bucketEdges(this.buckets, middle)[0] <= value);
  }

  /** The last bucket for which something holds that holds up to some bucket; the first where it holds for none. */
  private lastBucket(holds: (bucket: number) => boolean): number {
    let [low, high] = [0, this.size - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (holds(middle)) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
