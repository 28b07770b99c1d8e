// Single order statistics of a column, by selection: only the buckets that are asked for are sorted.
import { replicates } from "../../sampling/plan.ts";
import type { ColumnScratch } from "./columnScratch.ts";
import { ratioError } from "./replicateError.ts";
import { bucketOfRank, bucketOfTrial, bucketOfValue, type Spread } from "./spread.ts";

/** Neighbouring ranks from 0, both included; those outside the column are taken to the nearest. */
export interface RankRange {
  from: number;
  to: number;
}

/** The order statistics of a column, quickly within the ranges that were asked for. */
export type OrderStatistics = ReturnType<typeof orderStatistics>;

/** Collects the values in the buckets of the ranges; of the others it is known how many there are. */
export function orderStatistics(
  column: Float64Array,
  spread: Spread,
  ranges: readonly RankRange[],
  scratch: ColumnScratch,
) {
  const { below, belowBy } = spread;
  const layout = layOut(spread, ranges);
  const { wanted, starts, values, owners } = layout;
  collect(column, spread, layout, scratch.takeHits(spread.pairs.length));
  const inBucket = (bucket: number) => below[bucket + 1]! - below[bucket]!;

  const sorted = new Map<number, Float64Array>();
  function valuesIn(bucket: number): Float64Array {
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
    return inside;
  }

  /** The value at a whole rank from 0. */
  function at(rank: number): number {
    const bucket = bucketOfRank(spread, rank);
    return valuesIn(bucket)[rank - below[bucket]!]!;
  }

  /** How many values of each scrambling lie below a value that is there, or at it too. */
  function countsBelow(value: number, atIt: boolean): Float64Array {
    const bucket = bucketOfValue(spread, value);
    const row = bucket * replicates;
    const counts = Float64Array.from(belowBy.subarray(row, row + replicates));
    const end = starts[bucket]! + inBucket(bucket);
    for (let place = starts[bucket]!; place < end; place++) {
      const other = values[place]!;
      if (other < value || (atIt && other === value)) counts[owners[place]!]!++;
    }
    return counts;
  }

  return {
    at,
    /** Values of neighbouring ranks, rising; ranks from 0, `to` not included. */
    between(from: number, to: number): Float64Array {
      const values = new Float64Array(to - from);
      for (let rank = from; rank < to; ) {
        const bucket = bucketOfRank(spread, rank);
        const first = rank - below[bucket]!;
        const some = valuesIn(bucket).subarray(first, first + to - rank);
        values.set(some, rank - from);
        rank += some.length;
      }
      return values;
    },
    /** Standard error of the share of values below one that is at a wanted rank, or of those up to it: the greater. */
    shareErrorAt: (value: number) =>
      Math.max(
        ratioError(countsBelow(value, false), spread.counts),
        ratioError(countsBelow(value, true), spread.counts),
      ),
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

function layOut(spread: Spread, ranges: readonly RankRange[]): Layout {
  const { below, absent } = spread;
  const wanted = new Uint8Array(absent + 1);
  for (const { from, to } of ranges) {
    wanted.fill(1, bucketOfRank(spread, from), bucketOfRank(spread, to) + 1);
  }
  const starts = new Uint32Array(absent);
  let size = 0;
  for (let bucket = 0; bucket < absent; bucket++) {
    if (wanted[bucket] === 0) continue;
    starts[bucket] = size;
    size += below[bucket + 1]! - below[bucket]!;
  }
  return { wanted, starts, values: new Float64Array(size), owners: new Uint8Array(size) };
}
