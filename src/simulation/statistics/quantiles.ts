// Quantiles of a column with their standard errors, by selection: no column is sorted whole.

import { replicates } from "../../sampling/plan.ts";
import { ColumnScratch } from "./columnScratch.ts";
import type { Estimate } from "./estimate.ts";
import { ratioError } from "./replicateError.ts";
import { bucketOfRank, bucketOfTrial, bucketOfValue, type Spread, spreadOf } from "./spread.ts";

/** A quantile's slope is taken over at least this many neighbouring values on each side. */
const minNeighbours = 8;
/** Values are gathered this many standard errors of plain sampling around each quantile. */
const reach = 3;

/**
 * Quantiles (type 7, as in simple-statistics, numpy and R) and their standard errors.
 *
 * The error is Woodruff's (1952): the scatter between the scramblings of the share below the
 * quantile, carried over to the value by the slope of the quantile function there. Where scramblings agree
 * on the share, `placeError` says what is left.
 *
 * @param column one value a trial; NaN did not happen and is left out
 * @param probabilities rising, in (0, 1)
 * @param scratch memory of the thread; its own unless given
 * @returns one estimate a probability; NaN where nothing happened
 */
export function quantiles(
  column: Float64Array,
  probabilities: readonly number[],
  scratch = new ColumnScratch(),
): Estimate[] {
  const spread = spreadOf(column, scratch);
  if (!spread) return probabilities.map(() => ({ value: Number.NaN, error: Number.NaN }));
  return quantilesOf(column, spread, probabilities, scratch);
}

/** As `quantiles`, of a column that has just been spread. */
export function quantilesOf(
  column: Float64Array,
  spread: Spread,
  probabilities: readonly number[],
  scratch: ColumnScratch,
): Estimate[] {
  const { count } = spread;
  const ranges = probabilities.map((probability) => {
    const rank = (count - 1) * probability;
    const margin = reach * Math.sqrt(count * probability * (1 - probability)) + minNeighbours + 1;
    return { from: bucketOfRank(spread, rank - margin), to: bucketOfRank(spread, rank + margin) };
  });
  const values = gather(column, spread, ranges, scratch);
  return probabilities.map((probability) => {
    const value = values.at((count - 1) * probability);
    const shareError = Math.max(values.shareErrorBelow(value), placeError(probability, count));
    const step = Math.max(shareError, minNeighbours / count);
    const [low, high] = [Math.max(0, probability - step), Math.min(1, probability + step)];
    const rise = values.at(high * (count - 1)) - values.at(low * (count - 1));
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

/** Neighbouring buckets, the last included. */
interface Range {
  from: number;
  to: number;
}

/** Collects the values of the wanted buckets; of the others it is known how many there are. */
function gather(column: Float64Array, spread: Spread, ranges: readonly Range[], scratch: ColumnScratch) {
  const { below, belowBy } = spread;
  const layout = layOut(spread, ranges);
  const { wanted, starts, values, owners } = layout;
  collect(column, spread, layout, scratch.takeHits(spread.pairs.length));
  const inBucket = (bucket: number) => below[bucket + 1]! - below[bucket]!;

  const sorted = new Map<number, Float64Array>();
  function exactly(rank: number): number {
    const bucket = bucketOfRank(spread, rank);
    let inside = sorted.get(bucket);
    if (!inside) {
      const start = starts[bucket]!;
      // Outside what was gathered: an error far above that of plain sampling.
      inside =
        wanted[bucket] === 1
          ? values.slice(start, start + inBucket(bucket))
          : column.filter((_, trial) => bucketOfTrial(spread, trial) === bucket);
      sorted.set(bucket, inside.sort());
    }
    return inside[rank - below[bucket]!]!;
  }

  /** Values by scrambling in the buckets below, then one by one those of its own. */
  function sharesBelow(value: number): Float64Array {
    const bucket = bucketOfValue(spread, value);
    const row = bucket * replicates;
    const shares = Float64Array.from(belowBy.subarray(row, row + replicates));
    const end = starts[bucket]! + inBucket(bucket);
    for (let place = starts[bucket]!; place < end; place++) {
      const other = values[place]!;
      if (other <= value) shares[owners[place]!]! += other === value ? 0.5 : 1;
    }
    return shares;
  }

  return {
    /** The value at a rank from 0, between two ranks by linear interpolation. */
    at(rank: number): number {
      const lower = Math.floor(rank);
      const value = exactly(lower);
      if (lower === rank) return value;
      const next = exactly(lower + 1);
      return value === next ? value : value + (rank - lower) * (next - value);
    },
    /** Standard error of the share of values below `value` (of equal ones, half); one that is at a wanted rank. */
    shareErrorBelow: (value: number) => ratioError(sharesBelow(value), spread.counts),
  };
}

/** Functions by themselves, as variables that a closure shares are looked up anew for every value. @param hits room for the pairs that are found */
function collect(
  column: Float64Array,
  { pairs }: Spread,
  { wanted, starts, values, owners }: Layout,
  hits: Uint32Array,
): void {
  const next = starts.slice();
  const found = findPairs(pairs, wanted, hits);
  for (let hit = 0; hit < found; hit++) {
    const pair = pairs[hits[hit]!]!;
    for (let side = 0; side < 2; side++) {
      const bucket = side === 0 ? pair & 0xffff : pair >>> 16;
      if (wanted[bucket] === 0) continue;
      const trial = 2 * hits[hit]! + side;
      const place = next[bucket]!;
      next[bucket] = place + 1;
      values[place] = column[trial]!;
      owners[place] = trial % replicates;
    }
  }
}

/** The pairs of trials of which at least one is in a wanted bucket: few, so that the loop over all is short. */
function findPairs(pairs: Uint32Array, wanted: Uint8Array, found: Uint32Array): number {
  let count = 0;
  for (let k = 0; k < pairs.length; k++) {
    const pair = pairs[k]!;
    if ((wanted[pair & 0xffff]! | wanted[pair >>> 16]!) !== 0) found[count++] = k;
  }
  return count;
}

interface Layout {
  /** 1 for each bucket that is collected. */
  wanted: Uint8Array;
  /** Where the values of a wanted bucket are put. */
  starts: Uint32Array;
  values: Float64Array;
  /** The scrambling of each value. */
  owners: Uint8Array;
}

function layOut({ below, absent }: Spread, ranges: readonly Range[]): Layout {
  const wanted = new Uint8Array(absent + 1);
  for (const { from, to } of ranges) wanted.fill(1, from, to + 1);
  const starts = new Uint32Array(absent);
  let size = 0;
  for (let bucket = 0; bucket < absent; bucket++) {
    if (wanted[bucket] === 0) continue;
    starts[bucket] = size;
    size += below[bucket + 1]! - below[bucket]!;
  }
  return { wanted, starts, values: new Float64Array(size), owners: new Uint8Array(size) };
}
