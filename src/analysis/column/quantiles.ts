// Quantiles of a column with their standard errors, by selection: no column is sorted whole.
import { replicates } from "../../sampling/plan.ts";
import type { Estimate } from "../findings.ts";
import { ratioError } from "./replicateError.ts";
import { bucketOfRank, bucketOfValue, type Spread, spreadOf } from "./spread.ts";

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
  const spread = spreadOf(column);
  if (!spread) return probabilities.map(() => ({ value: Number.NaN, error: Number.NaN }));
  return quantilesOf(column, spread, probabilities);
}

/** As `quantiles`, of a column that has just been spread. */
export function quantilesOf(
  column: Float64Array,
  spread: Spread,
  probabilities: readonly number[],
): Estimate[] {
  const { count } = spread;
  const ranges = probabilities.map((probability) => {
    const rank = (count - 1) * probability;
    const margin = reach * Math.sqrt(count * probability * (1 - probability)) + fewestNeighbours + 1;
    return { from: bucketOfRank(spread, rank - margin), to: bucketOfRank(spread, rank + margin) };
  });
  const values = gather(column, spread, ranges);
  return probabilities.map((probability) => {
    const value = values.at((count - 1) * probability);
    const shareError = Math.max(values.shareErrorBelow(value), placeError(probability, count));
    const step = Math.max(shareError, fewestNeighbours / count);
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

interface Gathered {
  /** The value at a rank from 0, between two ranks by linear interpolation. */
  at(rank: number): number;
  /** Standard error of the share of values below `value` (of equal ones, half); one that is at a wanted rank. */
  shareErrorBelow(value: number): number;
}

/** Collects the values of the wanted buckets, and counts the others by scrambling. */
function gather(column: Float64Array, spread: Spread, ranges: readonly Range[]): Gathered {
  const { below, inBucket, bucketOf, absent } = spread;
  const { regionOf, starts, size } = layOut(spread, ranges);
  const values = new Float64Array(size);
  const owners = new Uint8Array(size);
  // By region and scrambling.
  const inRegion = new Uint32Array((regionOf[absent]! + 1) * replicates);
  collect(column, { bucketOf, regionOf, next: starts.slice(), inRegion, values, owners });

  const sorted = new Map<number, Float64Array>();
  function exactly(rank: number): number {
    const bucket = bucketOfRank(spread, rank);
    let inside = sorted.get(bucket);
    if (!inside) {
      const start = starts[bucket]!;
      // Outside what was gathered: an error far above that of plain sampling.
      inside = isWanted(regionOf[bucket]!)
        ? values.slice(start, start + inBucket[bucket]!)
        : column.filter((_, trial) => bucketOf[trial] === bucket);
      sorted.set(bucket, inside.sort());
    }
    return inside[rank - below[bucket]!]!;
  }

  /** Values by scrambling in the regions below, then one by one those of the region up to its own. */
  function sharesBelow(value: number): Float64Array {
    const bucket = bucketOfValue(spread, value);
    const region = regionOf[bucket]!;
    const shares = new Float64Array(replicates);
    for (let k = 0; k < region * replicates; k++) shares[k % replicates]! += inRegion[k]!;
    let first = bucket;
    while (first > 0 && regionOf[first - 1] === region) first--;
    for (let place = starts[first]!; place < starts[bucket]! + inBucket[bucket]!; place++) {
      const other = values[place]!;
      if (other <= value) shares[owners[place]!]! += other === value ? 0.5 : 1;
    }
    return shares;
  }

  return {
    at(rank) {
      const lower = Math.floor(rank);
      const value = exactly(lower);
      if (lower === rank) return value;
      const next = exactly(lower + 1);
      return value === next ? value : value + (rank - lower) * (next - value);
    },
    shareErrorBelow: (value) => ratioError(sharesBelow(value), spread.counts),
  };
}

interface Collecting {
  bucketOf: Uint16Array;
  regionOf: Uint8Array;
  next: Uint32Array;
  inRegion: Uint32Array;
  values: Float64Array;
  owners: Uint8Array;
}

/** A function by itself, as variables that a closure shares are looked up anew for every value. */
function collect(
  column: Float64Array,
  { bucketOf, regionOf, next, inRegion, values, owners }: Collecting,
): void {
  const rowLength = replicates;
  for (let trial = 0; trial < column.length; trial++) {
    const bucket = bucketOf[trial]!;
    const region = regionOf[bucket]!;
    const replicate = trial & (rowLength - 1);
    inRegion[region * rowLength + replicate]!++;
    if (!isWanted(region)) continue;
    const place = next[bucket]!;
    next[bucket] = place + 1;
    values[place] = column[trial]!;
    owners[place] = replicate;
  }
}

/** Buckets in a row that are all wanted, or all not, are a region; regions are numbered from below. */
interface Layout {
  regionOf: Uint8Array;
  /** Where the values of a wanted bucket are put. */
  starts: Uint32Array;
  size: number;
}

/** The first region is one that is not wanted, if empty; from then on they take turns. */
function isWanted(region: number): boolean {
  return (region & 1) === 1;
}

function layOut({ inBucket, absent }: Spread, ranges: readonly Range[]): Layout {
  const wanted = new Uint8Array(absent);
  for (const { from, to } of ranges) wanted.fill(1, from, to + 1);
  const regionOf = new Uint8Array(absent + 1);
  const starts = new Uint32Array(absent);
  let region = 0;
  let size = 0;
  for (let bucket = 0; bucket < absent; bucket++) {
    if (isWanted(region) !== (wanted[bucket] === 1)) region++;
    regionOf[bucket] = region;
    if (!isWanted(region)) continue;
    starts[bucket] = size;
    size += inBucket[bucket]!;
  }
  // What did not happen is not wanted, and below nothing.
  regionOf[absent] = isWanted(region) ? region + 1 : region;
  return { regionOf, starts, size };
}
