// Quantiles of a column with their standard errors, by selection: no column is sorted whole.
import { replicates } from "../sampling/plan.ts";
import type { Estimate } from "./findings.ts";
import { ratioError } from "./replicateError.ts";

/** Trials a bucket should hold on average: few enough to sort, many enough to keep the counts in cache. */
const trialsPerBucket = 200;
const mostBuckets = 2048;
/** The buckets are laid between these points of a sample, so that an outlier does not empty them. */
const sampleSize = 1024;
const sampleTail = 0.01;
/** A quantile's slope is taken over at least this many neighbouring values on each side. */
const fewestNeighbours = 8;
/** Values are gathered this many standard errors of plain sampling around each quantile. */
const reach = 4;

/**
 * Quantiles (type 7, as in simple-statistics, numpy and R) and their standard errors.
 *
 * The error is Woodruff's (1952): the scatter between the scramblings of the share below the
 * quantile, carried over to the value by the slope of the quantile function there. Where scramblings agree
 * on the share, `placeError` says what is left.
 *
 * @param column one value a trial; NaN did not happen and is left out
 * @param probabilities rising, in (0, 1)
 * @returns one estimate a probability; NaN where nothing happened
 */
export function quantiles(column: Float64Array, probabilities: readonly number[]): Estimate[] {
  const buckets = sortIntoBuckets(column);
  if (!buckets) return probabilities.map(() => ({ value: Number.NaN, error: Number.NaN }));
  const wanted = probabilities.map((probability) => {
    const rank = (buckets.count - 1) * probability;
    const margin = reach * Math.sqrt(buckets.count * probability * (1 - probability)) + fewestNeighbours + 1;
    return { probability, rank, lowest: rank - margin, highest: rank + margin };
  });
  const values = gather(column, buckets, wanted);
  return wanted.map(({ probability, rank }) => {
    const value = values.at(rank);
    const shareError = Math.max(values.shareErrorBelow(value), placeError(probability, buckets.count));
    const step = Math.max(shareError, fewestNeighbours / buckets.count);
    const [low, high] = [Math.max(0, probability - step), Math.min(1, probability + step)];
    const rise = values.at(high * (buckets.count - 1)) - values.at(low * (buckets.count - 1));
    return { value, error: (rise / (high - low)) * shareError };
  });
}

/**
 * Error of a quantile, as a share, where a stratum ends at it: all scramblings have the same share below, and the
 * quantile is put between the largest of the 16 values that lie below in the last stratum and the smallest of those above.
 * Both are the extreme of 16 uniforms; type 7 weighs them p : 1 − p.
 */
function placeError(probability: number, count: number): number {
  const r = replicates;
  const distance = r / (r + 1);
  const variance = (r * r * r) / ((r + 1) ** 2 * (r + 2));
  const [below, above] = [probability, 1 - probability];
  return Math.sqrt((below ** 2 + above ** 2) * variance + ((above - below) * distance) ** 2) / count;
}

/** How the values of a column spread over equal buckets. Bucket 0 and the last take what lies outside. */
interface Buckets {
  low: number;
  scale: number;
  last: number;
  /** Values in all buckets. */
  count: number;
  counts: Uint32Array;
  /** By bucket and scrambling: counts[bucket · 16 + r]. */
  byReplicate: Uint32Array;
  /** Number of values in lower buckets. */
  below: Float64Array;
}

// Reused from column to column: a run has hundreds of columns of the same length.
let bucketOf = new Uint16Array(0);
const noBucket = 0xffff;

function sortIntoBuckets(column: Float64Array): Buckets | undefined {
  const sample = sampleOf(column);
  if (sample.length === 0) return undefined;
  const number = Math.min(mostBuckets, Math.max(1, Math.floor(column.length / trialsPerBucket)));
  const low = sample[Math.floor(sampleTail * (sample.length - 1))]!;
  const high = sample[Math.ceil((1 - sampleTail) * (sample.length - 1))]!;
  const ratio = number / (high - low);
  const scale = Number.isFinite(ratio) ? ratio : 0;
  const last = number + 1;
  if (bucketOf.length < column.length) bucketOf = new Uint16Array(column.length);
  const byReplicate = new Uint32Array((last + 1) * replicates);
  const buckets = bucketOf; // a variable of the module is looked up anew for every value
  for (let start = 0; start < column.length; start += replicates) {
    const end = Math.min(replicates, column.length - start);
    for (let r = 0; r < end; r++) {
      const value = column[start + r]!;
      const bucket = bucketFor(low, scale, last, value);
      buckets[start + r] = bucket;
      if (bucket !== noBucket) byReplicate[bucket * replicates + r]!++;
    }
  }
  const counts = new Uint32Array(last + 1);
  const below = new Float64Array(last + 2);
  for (let bucket = 0; bucket <= last; bucket++) {
    for (let r = 0; r < replicates; r++) counts[bucket]! += byReplicate[bucket * replicates + r]!;
    below[bucket + 1] = below[bucket]! + counts[bucket]!;
  }
  return { low, scale, last, count: below[last + 1]!, counts, byReplicate, below };
}

/** About a thousand values of the column, sorted; all of them where NaN leaves the regular ones empty. */
function sampleOf(column: Float64Array): Float64Array {
  // An odd stride visits all scramblings.
  const stride = Math.floor(column.length / sampleSize) | 1;
  const regular = new Float64Array(Math.ceil(column.length / stride));
  for (let k = 0; k < regular.length; k++) regular[k] = column[k * stride]!;
  const present = regular.filter((value) => !Number.isNaN(value));
  return (present.length > 0 ? present : column.filter((value) => !Number.isNaN(value))).sort();
}

interface Gathered {
  /** The value at a rank from 0, between two ranks by linear interpolation. */
  at(rank: number): number;
  /** Standard error of the share of values below `value` (of equal ones, half). */
  shareErrorBelow(value: number): number;
}

/** Collects the values of the buckets that the wanted ranks fall into. */
function gather(
  column: Float64Array,
  buckets: Buckets,
  wanted: readonly { lowest: number; highest: number }[],
): Gathered {
  const { below, last, counts } = buckets;
  const starts = new Int32Array(last + 1).fill(-1);
  let size = 0;
  for (const { lowest, highest } of wanted) {
    for (let bucket = bucketAt(buckets, lowest); bucket <= bucketAt(buckets, highest); bucket++) {
      if (starts[bucket] !== -1) continue;
      starts[bucket] = size;
      size += counts[bucket]!;
    }
  }
  const values = new Float64Array(size);
  const owners = new Uint8Array(size);
  const next = starts.slice();
  const places = bucketOf;
  for (let trial = 0; trial < column.length; trial++) {
    const place = next[places[trial]!]!;
    if (!(place >= 0)) continue; // a bucket that is not wanted, or no bucket
    next[places[trial]!] = place + 1;
    values[place] = column[trial]!;
    owners[place] = trial % replicates;
  }
  const sorted = new Map<number, Float64Array>();
  const total = Array.from({ length: replicates }, (_, r) => {
    let sum = 0;
    for (let bucket = 0; bucket <= last; bucket++) sum += buckets.byReplicate[bucket * replicates + r]!;
    return sum;
  });

  function exactly(rank: number): number {
    const bucket = bucketAt(buckets, rank);
    let inside = sorted.get(bucket);
    if (!inside) {
      const start = starts[bucket]!;
      // Outside what was gathered: an error far above that of plain sampling.
      inside = start === -1 ? valuesOf(column, bucket) : values.slice(start, start + counts[bucket]!);
      sorted.set(bucket, inside.sort());
    }
    return inside[rank - below[bucket]!]!;
  }

  return {
    at(rank) {
      const lower = Math.floor(rank);
      const value = exactly(lower);
      if (lower === rank) return value;
      const next = exactly(lower + 1);
      return value === next ? value : value + (rank - lower) * (next - value);
    },
    shareErrorBelow(value) {
      const bucket = bucketFor(buckets.low, buckets.scale, last, value);
      const shares = new Float64Array(replicates);
      for (let b = 0; b < bucket; b++) {
        for (let r = 0; r < replicates; r++) shares[r]! += buckets.byReplicate[b * replicates + r]!;
      }
      const start = starts[bucket]!;
      for (let place = start; place < start + counts[bucket]!; place++) {
        const other = values[place]!;
        if (other <= value) shares[owners[place]!]! += other === value ? 0.5 : 1;
      }
      return ratioError(shares, total);
    },
  };
}

function valuesOf(column: Float64Array, bucket: number): Float64Array {
  return column.filter((_, trial) => bucketOf[trial] === bucket);
}

/** The bucket that holds the value at a rank; ranks outside are taken to the nearest. */
function bucketAt({ below, last, count }: Buckets, rank: number): number {
  const wanted = Math.min(count - 1, Math.max(0, rank));
  let [low, high] = [0, last];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (below[middle]! <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The bucket that a value falls into; none for NaN. */
function bucketFor(low: number, scale: number, last: number, value: number): number {
  const position = (value - low) * scale;
  // Truncation by |0 is what floor does here, and quicker.
  if (position >= 0) return position < last - 1 ? 1 + (position | 0) : last;
  return position < 0 ? 0 : noBucket;
}
