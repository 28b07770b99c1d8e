// Two passes over a column's blocks: the sums behind its moments, and how its values spread over equal buckets.
import { binarySearch } from "../../numeric/binarySearch.ts";
import { replicates } from "../../sampling/plan.ts";
import type { ColumnScratch } from "./columnScratch.ts";

/** Values a bucket should hold on average: few enough to sort, many enough to keep the counts in cache. */
const valuesPerBucket = 150;
const maxBuckets = 2048;
/** The buckets are laid between these points of a sample, so that an outlier does not empty them. */
const sampleSize = 512;
const sampleTail = 0.01;
/** Trials that both passes see before they go on: 8 kB, which the first leaves in cache for the second. */
const passSize = 1024;

/** Counts, sums and sums of squares, each by scrambling; the distances are from one of the values. */
export interface Sums {
  centre: number;
  counts: Float64Array;
  sums: Float64Array;
  squares: Float64Array;
}

/** How the values of a column spread over equal buckets. */
export interface Spread extends Sums {
  /** Values in all buckets: those that did happen. */
  count: number;
  /** Values in lower buckets, by bucket; its last entry is `count`. The first and the last bucket take what lies outside the others. */
  below: Float64Array;
  /** The same by bucket and scrambling: that of bucket b and scrambling r is at 16 b + r. */
  belowBy: Uint32Array;
  /**
   * The buckets of trials 2k and 2k + 1 in the lower and upper 16 bits of entry k; `absent` where nothing happened.
   * Valid until the next column is spread.
   */
  pairs: Uint32Array;
  absent: number;
  /** Buckets a unit. */
  scale: number;
}

/** The spread of a column, NaN (did not happen) left out; undefined where nothing happened. */
export function spreadOf(column: Float64Array, scratch: ColumnScratch): Spread | undefined {
  const sample = sampleOf(column);
  if (sample.length === 0) return undefined;
  const half = (column.length + 1) >> 1;
  const inner = Math.min(maxBuckets, Math.max(1, Math.floor(column.length / valuesPerBucket)));
  const absent = inner + 2;
  const centre = sample[Math.floor(sampleTail * (sample.length - 1))]!;
  const high = sample[Math.ceil((1 - sampleTail) * (sample.length - 1))]!;
  const scale = inner / (high - centre);
  const laid = { centre, scale: Number.isFinite(scale) ? scale : 0, absent, pairs: scratch.takePairs(half) };
  let found = spreadAll(column, laid);
  // A NaN anywhere makes its scrambling's sum NaN.
  if (found.sums.some(Number.isNaN)) found = spreadPresent(column, laid);
  const { cells, ...sums } = found;
  const below = accumulate(cells);
  return { ...sums, ...laid, count: below[absent]!, below, belowBy: cells };
}

/** From values in each bucket to values in lower buckets, in place by scrambling; gives those of all scramblings. */
function accumulate(cells: Uint32Array): Float64Array {
  const below = new Float64Array(cells.length / replicates);
  for (let replicate = 0; replicate < replicates; replicate++) {
    let lower = 0;
    for (let cell = replicate, bucket = 0; cell < cells.length; cell += replicates, bucket++) {
      const inside = cells[cell]!;
      cells[cell] = lower;
      below[bucket]! += lower;
      lower += inside;
    }
  }
  return below;
}

/** The bucket of a trial. */
export function bucketOfTrial({ pairs }: Spread, trial: number): number {
  return (trial & 1) === 0 ? pairs[trial >> 1]! & 0xffff : pairs[trial >> 1]! >>> 16;
}

/** The bucket that holds the value at a rank from 0; ranks outside are taken to the nearest. */
export function bucketOfRank({ below, absent, count }: Spread, rank: number): number {
  const wanted = Math.min(count - 1, Math.max(0, rank));
  return binarySearch(absent, (bucket) => below[bucket]! > wanted) - 1;
}

/** The bucket that a value falls into. */
export function bucketOfValue({ centre, scale, absent }: Spread, value: number): number {
  return bucketAt((value - centre) * scale + 1, absent - 1);
}

/** Some hundred values of the column, sorted; all of them where NaN leaves the regular ones empty. */
function sampleOf(column: Float64Array): Float64Array {
  // An odd stride visits all scramblings.
  const stride = Math.floor(column.length / sampleSize) | 1;
  const regular = new Float64Array(Math.ceil(column.length / stride));
  for (let k = 0; k < regular.length; k++) regular[k] = column[k * stride]!;
  const present = withoutNaN(regular.sort());
  return present.length > 0 ? present : withoutNaN(column.slice().sort());
}

/** The numbers of a sorted column: NaN stands last. */
export function withoutNaN(sorted: Float64Array): Float64Array {
  let end = sorted.length;
  while (end > 0 && Number.isNaN(sorted[end - 1])) end--;
  return sorted.subarray(0, end);
}

/** Where the buckets lie: bucket 1 begins at `centre`, each is 1/scale wide. */
type Laid = Pick<Spread, "centre" | "scale" | "absent" | "pairs">;

interface Found extends Omit<Sums, "centre"> {
  /** Values by bucket and scrambling, those of `absent` the last. */
  cells: Uint32Array;
}

/** The loops that see every number of a run: without NaN. */
function spreadAll(column: Float64Array, laid: Laid): Found {
  const sums = new Float64Array(replicates);
  const squares = new Float64Array(replicates);
  const cells = new Uint32Array((laid.absent + 1) * replicates);
  for (let first = 0; first < column.length; first += passSize) {
    const end = Math.min(column.length, first + passSize);
    addUp(column, { first, end }, laid.centre, sums, squares);
    fillBuckets(column, { first, end }, laid, cells);
  }
  return { counts: countsOfAll(column.length), sums, squares, cells };
}

/** Trials from `first`, a multiple of the scramblings, to before `end`. */
interface Part {
  first: number;
  end: number;
}

/** Sums and squares of distances from the centre, four scramblings at a time: so many fit a processor's registers. */
function addUp(
  column: Float64Array,
  { first, end }: Part,
  centre: number,
  sums: Float64Array,
  squares: Float64Array,
): void {
  const whole = end - ((end - first) % replicates);
  for (let r = 0; r < replicates; r += 4) {
    let [sum0, sum1, sum2, sum3] = [sums[r]!, sums[r + 1]!, sums[r + 2]!, sums[r + 3]!];
    let [square0, square1, square2, square3] = [
      squares[r]!,
      squares[r + 1]!,
      squares[r + 2]!,
      squares[r + 3]!,
    ];
    for (let trial = first + r; trial < whole; trial += replicates) {
      const d0 = column[trial]! - centre;
      const d1 = column[trial + 1]! - centre;
      const d2 = column[trial + 2]! - centre;
      const d3 = column[trial + 3]! - centre;
      sum0 += d0;
      square0 += d0 * d0;
      sum1 += d1;
      square1 += d1 * d1;
      sum2 += d2;
      square2 += d2 * d2;
      sum3 += d3;
      square3 += d3 * d3;
    }
    sums[r] = sum0;
    sums[r + 1] = sum1;
    sums[r + 2] = sum2;
    sums[r + 3] = sum3;
    squares[r] = square0;
    squares[r + 1] = square1;
    squares[r + 2] = square2;
    squares[r + 3] = square3;
  }
  for (let trial = whole; trial < end; trial++) {
    const distance = column[trial]! - centre;
    sums[trial - whole]! += distance;
    squares[trial - whole]! += distance * distance;
  }
}

/** Puts trials into their buckets, two at a time: half the writing, and half the reading where a bucket is looked for. */
function fillBuckets(
  column: Float64Array,
  { first, end }: Part,
  { centre, scale, absent, pairs }: Laid,
  cells: Uint32Array,
): void {
  const last = absent - 1;
  const mask = replicates - 1;
  const even = end & ~1;
  for (let trial = first; trial < even; trial += 2) {
    const one = bucketAt((column[trial]! - centre) * scale + 1, last);
    const other = bucketAt((column[trial + 1]! - centre) * scale + 1, last);
    pairs[trial >> 1] = one | (other << 16);
    const replicate = trial & mask;
    cells[one * replicates + replicate]!++;
    cells[other * replicates + replicate + 1]!++;
  }
  if (even === end) return;
  const one = bucketAt((column[even]! - centre) * scale + 1, last);
  pairs[even >> 1] = one | (absent << 16);
  cells[one * replicates + (even & mask)]!++;
}

/** Trials by scrambling: they belong to them in turn. */
function countsOfAll(trials: number): Float64Array {
  return Float64Array.from({ length: replicates }, (_, r) => Math.ceil((trials - r) / replicates));
}

/** As `spreadAll`, where not everything happened. */
function spreadPresent(column: Float64Array, { centre, scale, absent, pairs }: Laid): Found {
  const counts = new Float64Array(replicates);
  const sums = new Float64Array(replicates);
  const squares = new Float64Array(replicates);
  const cells = new Uint32Array((absent + 1) * replicates);
  pairs.fill(absent | (absent << 16));
  for (let trial = 0; trial < column.length; trial++) {
    const distance = column[trial]! - centre;
    if (Number.isNaN(distance)) continue;
    const replicate = trial % replicates;
    counts[replicate]!++;
    sums[replicate]! += distance;
    squares[replicate]! += distance * distance;
    const bucket = bucketAt(distance * scale + 1, absent - 1);
    const shift = (trial & 1) * 16;
    pairs[trial >> 1] = (pairs[trial >> 1]! & ~(0xffff << shift)) | (bucket << shift);
    cells[bucket * replicates + replicate]!++;
  }
  return { counts, sums, squares, cells };
}

/** The bucket at a place on the scale of buckets; all that lies outside is in the first and in the last. */
function bucketAt(place: number, last: number): number {
  // Truncation by |0 is what floor does here, and quicker.
  return place < last ? (place < 1 ? 0 : place | 0) : last;
}
