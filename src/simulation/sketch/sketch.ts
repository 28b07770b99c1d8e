// What remains of a column whose values are not kept: counts, sums and buckets for every scrambling.
import { replicates } from "../../sampling/plan.ts";
import type { ColumnScratch } from "../statistics/columnScratch.ts";
import type { ColumnTails } from "../statistics/tailError.ts";
import { type Buckets, bucketCount, bucketOf } from "./buckets.ts";

/**
 * The sketch of one column. Its numbers can be shared with other threads; parts of a column are added one after the
 * other, in the order of the trials, so that the sums are the same to the last bit whichever thread adds them.
 */
export interface Sketch {
  /** `places` says what stands where; one number a scrambling from `counts` on. */
  numbers: Float64Array;
  /** Values in each bucket by scrambling: histogram[bucket · 16 + r]; none where only sums are wanted. */
  histogram: Uint32Array;
  buckets: Buckets | undefined;
  /** As the pilot shows them: what they leave open is in the errors of mean and sd. */
  tails?: ColumnTails;
}

/** What stands where in a sketch's numbers. */
export const places = {
  /** Sums are of distances from here, so that a small spread around a large number is not lost. */
  origin: 0,
  smallest: 1,
  largest: 2,
  /** 1 while all values are whole numbers. */
  whole: 3,
  counts: 4,
  sums: 4 + replicates,
  squares: 4 + 2 * replicates,
  /** How many values are above zero. */
  positives: 4 + 3 * replicates,
  length: 4 + 4 * replicates,
} as const;

/** An empty sketch. `origin` is any value of the column. */
export function createSketch(
  origin: number,
  buckets: Buckets | undefined,
  allocate: (length: number) => Float64Array,
): Sketch {
  const numbers = allocate(places.length);
  numbers[places.origin] = origin;
  numbers[places.smallest] = Number.POSITIVE_INFINITY;
  numbers[places.largest] = Number.NEGATIVE_INFINITY;
  numbers[places.whole] = 1;
  const counters = buckets ? bucketCount(buckets) * replicates : 0;
  const { buffer, byteOffset } = allocate(Math.ceil(counters / 2));
  return { numbers, histogram: new Uint32Array(buffer, byteOffset, counters), buckets };
}

/** Values to add to a sketch: a part of a column that begins with scrambling 0, or its difference to another. */
export interface SketchUpdate {
  sketch: Sketch;
  values: Float64Array;
  minus?: Float64Array;
}

/** Adds the values to the sketch; NaN (did not happen) is left out. */
export function update({ sketch, values, minus }: SketchUpdate, scratch: ColumnScratch): void {
  if (!minus) {
    add(sketch, values);
    return;
  }
  const differences = scratch.takeDifferences(values.length);
  for (let i = 0; i < values.length; i++) differences[i] = values[i]! - minus[i]!;
  add(sketch, differences);
}

function add({ numbers, histogram, buckets }: Sketch, values: Float64Array): void {
  const origin = numbers[places.origin]!;
  let smallest = numbers[places.smallest]!;
  let largest = numbers[places.largest]!;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    const r = i % replicates;
    const distance = value - origin;
    numbers[places.counts + r]!++;
    numbers[places.sums + r]! += distance;
    numbers[places.squares + r]! += distance * distance;
    if (value > 0) numbers[places.positives + r]!++;
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
  }
  numbers[places.smallest] = smallest;
  numbers[places.largest] = largest;
  if (!buckets) return;
  if (numbers[places.whole] === 1 && !values.every((value) => Number.isInteger(value) || Number.isNaN(value)))
    numbers[places.whole] = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    histogram[bucketOf(buckets, value) * replicates + (i % replicates)]!++;
  }
}
