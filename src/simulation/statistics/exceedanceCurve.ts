// The chance of more than x.
import { binarySearch } from "../../numeric/binarySearch.ts";
import { withoutNaN } from "./spread.ts";

/** Probabilities at which a curve is known: dense in the tails, where it is read. */
export const curveProbabilities: readonly number[] = [
  0.001, 0.0025, 0.005, 0.01, 0.015,
  ...Array.from({ length: 49 }, (_, k) => (k + 1) / 50),
  0.985, 0.99, 0.995, 0.9975, 0.999,
]; // biome-ignore format: a list

/** A value that so large a share of the trials has is a step of the curve. */
export const minStep = 0.005;

/** Two arrays of the same length: `more` is the share of all trials with more than `x`, falling as `x` rises. */
export interface ExceedancePoints {
  x: number[];
  more: number[];
}

/**
 * The share of all trials with more than x, at quantiles of the column: `more` falls as `x` rises. Where many trials
 * have one value, `x` is there twice: just below it and at it. NaN (did not happen) counts as not more.
 */
export function exceedanceCurve(column: Float64Array): ExceedancePoints {
  const happened = withoutNaN(column.slice().sort());
  const x: number[] = [];
  const more: number[] = [];
  if (happened.length === 0) return { x, more };
  // Begins and ends the curve where the values do.
  for (const probability of [0, ...curveProbabilities]) {
    const value = happened[Math.floor(probability * (happened.length - 1))]!;
    if (value === x.at(-1)) continue;
    const [atLeast, above] = [true, false].map(
      (counts) => countAbove(happened, value, counts) / column.length,
    );
    if (atLeast! - above! >= minStep) {
      x.push(value);
      more.push(atLeast!);
    }
    x.push(value);
    more.push(above!);
  }
  return { x, more };
}

/** How many of a sorted column lie above `limit`, or at it too. */
function countAbove(sorted: Float64Array, limit: number, atIt: boolean): number {
  const isAbove = atIt ? (i: number) => sorted[i]! >= limit : (i: number) => sorted[i]! > limit;
  return sorted.length - binarySearch(sorted.length, isAbove);
}
