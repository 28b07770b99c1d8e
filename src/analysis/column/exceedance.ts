// The chance of more than x.
import { withoutNaN } from "./spread.ts";

/** Probabilities at which a curve is known: dense in the tails, where it is read. */
export const curveProbabilities: readonly number[] = [
  0.001, 0.0025, 0.005, 0.01, 0.015,
  ...Array.from({ length: 49 }, (_, k) => (k + 1) / 50),
  0.985, 0.99, 0.995, 0.9975, 0.999,
]; // biome-ignore format: a list

/**
 * The share of all trials with more than x, at quantiles of the column: `more` falls as `x` rises.
 * NaN (did not happen) counts as not more.
 */
export function exceedanceCurve(column: Float64Array): { x: number[]; more: number[] } {
  const happened = withoutNaN(column.slice().sort());
  const x: number[] = [];
  const more: number[] = [];
  if (happened.length === 0) return { x, more };
  const share = happened.length / column.length;
  // Begins and ends the curve where the values do.
  x.push(happened[0]!);
  more.push(shareAbove(happened, happened[0]!) * share);
  for (const probability of curveProbabilities) {
    const value = happened[Math.floor(probability * (happened.length - 1))]!;
    if (value === x.at(-1)) continue;
    x.push(value);
    more.push(shareAbove(happened, value) * share);
  }
  return { x, more };
}

/** Share of a sorted column that lies above `limit`. */
function shareAbove(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return (sorted.length - low) / sorted.length;
}
