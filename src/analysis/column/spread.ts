// One pass over a column: the sums behind its moments, and how its values spread over equal buckets.
import { replicates } from "../../sampling/plan.ts";

/** Values a bucket should hold on average: few enough to sort, many enough to keep the counts in cache. */
const valuesPerBucket = 200;
const mostBuckets = 2048;
/** The buckets are laid between these points of a sample, so that an outlier does not empty them. */
const sampleSize = 1024;
const sampleTail = 0.01;

/** Counts, sums and sums of squares, each by scrambling; the distances are from one of the values. */
export interface Sums {
  centre: number;
  counts: Float64Array;
  sums: Float64Array;
  squares: Float64Array;
}

export interface Spread extends Sums {
  /** Values in all buckets: those that did happen. */
  count: number;
  /** Values by bucket. The first and the last take what lies outside the others. */
  inBucket: Uint32Array;
  /** Values in lower buckets, by bucket. */
  below: Float64Array;
  /** The bucket of each trial; `absent` where nothing happened. Valid until the next column is spread. */
  bucketOf: Uint16Array;
  absent: number;
  /** Buckets a unit. */
  scale: number;
}

// Reused from column to column: a run has hundreds of columns of the same length.
let scratch = new Uint16Array(0);

/** The spread of a column, NaN (did not happen) left out; undefined where nothing happened. */
export function spreadOf(column: Float64Array): Spread | undefined {
  const sample = sampleOf(column);
  if (sample.length === 0) return undefined;
  if (scratch.length < column.length) scratch = new Uint16Array(column.length);
  const inner = Math.min(mostBuckets, Math.max(1, Math.floor(column.length / valuesPerBucket)));
  const last = inner + 1;
  const centre = sample[Math.floor(sampleTail * (sample.length - 1))]!;
  const high = sample[Math.ceil((1 - sampleTail) * (sample.length - 1))]!;
  const scale = inner / (high - centre);
  const laid = { centre, scale: Number.isFinite(scale) ? scale : 0, last, bucketOf: scratch };
  let found = spreadAll(column, laid);
  // A NaN anywhere makes its scrambling's sum NaN.
  if (found.sums.some(Number.isNaN)) found = spreadPresent(column, laid);

  const below = new Float64Array(last + 2);
  for (let bucket = 0; bucket <= last; bucket++) below[bucket + 1] = below[bucket]! + found.inBucket[bucket]!;
  return { ...found, ...laid, count: below[last + 1]!, below, absent: last + 1 };
}

/** The bucket that holds the value at a rank from 0; ranks outside are taken to the nearest. */
export function bucketOfRank({ below, absent, count }: Spread, rank: number): number {
  const wanted = Math.min(count - 1, Math.max(0, rank));
  let [low, high] = [0, absent - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (below[middle]! <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The bucket that a value falls into. */
export function bucketOfValue({ centre, scale, absent }: Spread, value: number): number {
  return bucketAt((value - centre) * scale + 1, absent - 1);
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

/** Where the buckets lie: bucket 1 begins at `centre`, each is 1/scale wide. */
interface Laid {
  centre: number;
  scale: number;
  last: number;
  bucketOf: Uint16Array;
}

type Found = Pick<Spread, "counts" | "sums" | "squares" | "inBucket">;

/** The loop that sees every number of a run: without NaN, two values at a time. */
function spreadAll(column: Float64Array, { centre, scale, last, bucketOf }: Laid): Found {
  const sums = new Float64Array(replicates);
  const squares = new Float64Array(replicates);
  const inBucket = new Uint32Array(last + 1);
  const mask = replicates - 1;
  const even = column.length & ~1;
  for (let trial = 0; trial < even; trial += 2) {
    const one = column[trial]! - centre;
    const other = column[trial + 1]! - centre;
    const replicate = trial & mask;
    sums[replicate]! += one;
    squares[replicate]! += one * one;
    sums[replicate + 1]! += other;
    squares[replicate + 1]! += other * other;
    const oneBucket = bucketAt(one * scale + 1, last);
    bucketOf[trial] = oneBucket;
    inBucket[oneBucket]!++;
    const otherBucket = bucketAt(other * scale + 1, last);
    bucketOf[trial + 1] = otherBucket;
    inBucket[otherBucket]!++;
  }
  if (even < column.length) {
    const one = column[even]! - centre;
    sums[even & mask]! += one;
    squares[even & mask]! += one * one;
    const bucket = bucketAt(one * scale + 1, last);
    bucketOf[even] = bucket;
    inBucket[bucket]!++;
  }
  return { counts: countsOfAll(column.length), sums, squares, inBucket };
}

/** Trials by scrambling: they belong to them in turn. */
function countsOfAll(trials: number): Float64Array {
  return Float64Array.from({ length: replicates }, (_, r) => Math.ceil((trials - r) / replicates));
}

/** As `spreadAll`, where not everything happened. */
function spreadPresent(column: Float64Array, { centre, scale, last, bucketOf }: Laid): Found {
  const counts = new Float64Array(replicates);
  const sums = new Float64Array(replicates);
  const squares = new Float64Array(replicates);
  const inBucket = new Uint32Array(last + 1);
  for (let trial = 0; trial < column.length; trial++) {
    const distance = column[trial]! - centre;
    if (Number.isNaN(distance)) {
      bucketOf[trial] = last + 1;
      continue;
    }
    const replicate = trial % replicates;
    counts[replicate]!++;
    sums[replicate]! += distance;
    squares[replicate]! += distance * distance;
    const bucket = bucketAt(distance * scale + 1, last);
    bucketOf[trial] = bucket;
    inBucket[bucket]!++;
  }
  return { counts, sums, squares, inBucket };
}

/** The bucket at a place on the scale of buckets; all that lies outside is in the first and in the last. */
function bucketAt(place: number, last: number): number {
  // Truncation by |0 is what floor does here, and quicker.
  return place < last ? (place < 1 ? 0 : place | 0) : last;
}
