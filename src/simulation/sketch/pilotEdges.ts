// Where the buckets of a column lie: at the values of its first trials, close together where quantiles are asked for.
import { nextUp } from "../../numeric/nextDouble.ts";
import { bandProbabilities } from "../statistics/estimate.ts";

/** Around each band every value of the pilot is an edge, within so many standard errors of its own quantile (and some ranks). */
const [pilotErrors, pilotRanks] = [4, 8];
/** Elsewhere buckets hold this share of the values, and towards both ends less and less. */
const bodyShare = 1 / 256;
const maxBodyShare = 1 / 32;
const tailGrowth = 1.4;
/** So few different values are counted one by one. */
const fewValues = 256;
/** A pilot with fewer values than this knows little of what lies between them: what it has is divided further. */
const minValues = 1024;

/** Beyond the pilot: edges for each doubling of the distance from its median, and how many doublings. */
const beyond = { doublings: 24, edges: 1 / 2 };
/** Where the pilot has few values, and where it has but one. */
const beyondFew = { doublings: 24, edges: 8 };
const beyondNone = { doublings: 100, edges: 8 };
const beyondOne = { doublings: 100, edges: 1 / 4 };
/** Values may be this much smaller than the only one of a pilot, or than 1. */
const smallestReach = 2 ** -40;

/**
 * Edges of the buckets of a column, rising. A value that the pilot has more than once gets a bucket of its own, from it to
 * the next double: there may be atoms anywhere.
 * @param pilot values of the column, sorted, without NaN
 * @param thinning only about every so many-th of the edges that would be best; 1 for all
 */
export function pilotEdges(pilot: Float64Array, thinning: number): Float64Array {
  const atoms = distinctValues(pilot, Math.ceil(fewValues / thinning));
  const inner = atoms ? atoms.flatMap((value) => [value, nextUp(value)]) : edgesAtRanks(pilot, thinning);
  const divided = atoms && pilot.length >= minValues ? inner : divide(inner, pilot.length * thinning);
  const edges = Float64Array.from([...divided, ...edgesBeyond(pilot, -1), ...edgesBeyond(pilot, 1)]).sort();
  return edges.filter((edge, k) => Number.isFinite(edge) && edge !== edges[k - 1]);
}

/** The most edges that a pilot of so many different values leads to. */
export function mostEdges(count: number, thinning: number): number {
  return pilotEdges(
    Float64Array.from({ length: count }, (_, k) => k + 1 / 2),
    thinning,
  ).length;
}

/** The values that occur, if they are no more than `most`. */
function distinctValues(sorted: Float64Array, most: number): number[] | undefined {
  const found: number[] = [];
  for (let k = 0; k < sorted.length; k++) {
    if (k > 0 && sorted[k] === sorted[k - 1]) continue;
    if (found.length === most) return undefined;
    found.push(sorted[k]!);
  }
  return found;
}

function edgesAtRanks(sorted: Float64Array, thinning: number): number[] {
  const edges: number[] = [];
  for (const rank of wantedRanks(sorted.length, thinning)) {
    const value = sorted[rank]!;
    edges.push(value);
    if (value === sorted[rank - 1] || value === sorted[rank + 1]) edges.push(nextUp(value));
  }
  return edges;
}

/** Ranks from 0, in no order. */
function wantedRanks(count: number, thinning: number): Set<number> {
  const ranks = new Set<number>();
  for (const probability of Object.values(bandProbabilities)) {
    const error = Math.sqrt(count * probability * (1 - probability));
    const margin = Math.ceil(pilotErrors * error) + pilotRanks;
    const middle = Math.round((count - 1) * probability);
    for (let k = middle - margin; k <= middle + margin; k += thinning) ranks.add(k);
  }
  const body = Math.max(1, Math.floor(Math.min(maxBodyShare, bodyShare * thinning) * count));
  for (let k = body; k < count; k += body) ranks.add(k);
  for (let k = 0; k < body; k = Math.max(k + 1, Math.floor(k * tailGrowth))) {
    ranks.add(k);
    ranks.add(count - 1 - k);
  }
  for (const rank of ranks) if (rank < 0 || rank >= count) ranks.delete(rank);
  return ranks;
}

/** Puts edges between those of a pilot that has few values. */
function divide(edges: readonly number[], values: number): number[] {
  const parts = Math.ceil(minValues / Math.max(1, values));
  if (parts === 1) return [...edges];
  const rising = Float64Array.from(edges).sort();
  const all: number[] = [];
  for (let k = 0; k < rising.length; k++) {
    const [low, high] = [rising[k]!, rising[k + 1] ?? rising[k]!];
    for (let part = 0; part < parts; part++) all.push(low + (part / parts) * (high - low));
  }
  return all;
}

/** Edges beyond the smallest (side −1) or the largest value (side 1), each farther from the median by the same factor. */
function edgesBeyond(sorted: Float64Array, side: -1 | 1): number[] {
  const count = sorted.length;
  const centre = sorted[count >> 1] ?? 0;
  const [below, above] = [centre - (sorted[0] ?? 0), (sorted[count - 1] ?? 0) - centre];
  const known = side < 0 ? below || above : above || below;
  const reach = known || smallestReach * Math.max(1, Math.abs(centre));
  const few = count < minValues;
  const { doublings, edges } = known > 0 ? (few ? beyondFew : beyond) : few ? beyondNone : beyondOne;
  return Array.from(
    { length: Math.ceil(doublings * edges) },
    (_, k) => centre + side * reach * powerOfTwo((k + 1) / edges),
  );
}

/** 2 ** exponent, straight between whole powers: exact on every machine. */
function powerOfTwo(exponent: number): number {
  const whole = Math.floor(exponent);
  return 2 ** whole * (1 + exponent - whole);
}
