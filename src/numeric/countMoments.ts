// Mean and standard deviation of a count between two ends: the sum over its values.
import { integrate } from "./gaussLegendre.ts";
import type { QuantileMoments } from "./quantileMoments.ts";

/** A unimodal count restricted to low … high; `high` may be infinite. */
export interface TruncatedCount {
  low: number;
  high: number;
  /** The value in [low, high] of the greatest probability. */
  mode: number;
  /** log P(X = k) up to a constant, continued to real k. */
  logPmf(k: number): number;
}

// So many terms are summed one by one on either side of the mode. Farther out neighbours differ so little that the sum
// equals an integral to the last digit.
const addedSingly = 2048;
// Terms below e^−80 of the greatest change no digit, also when they are far out and squared.
const negligible = -80;
// Panels widen with their distance, so that there are few; the density is smooth over each.
const widening = 1.25;

/**
 * Mean and sd of a truncated count, exact to about 1e-13, however many values there are. Everything is counted from the mode, which is at most √3 sd
 * from the mean (Johnson and Rogers 1951): nothing cancels.
 */
export function countMoments({ low, high, mode, logPmf: logDensity }: TruncatedCount): QuantileMoments {
  const greatest = logDensity(mode);
  const weight = (k: number) => Math.exp(logDensity(k) - greatest);
  const sums = { all: 1, first: 0, second: 0 };
  for (const [direction, end] of [
    [1, high - mode],
    [-1, mode - low],
  ] as const) {
    const at = (distance: number) => weight(mode + direction * distance);
    sums.all += sumBeyond(at, end);
    sums.first += direction * sumBeyond((distance) => at(distance) * distance, end);
    sums.second += sumBeyond((distance) => at(distance) * distance ** 2, end);
  }
  const offset = sums.first / sums.all;
  return { mean: mode + offset, sd: Math.sqrt(Math.max(0, sums.second / sums.all - offset ** 2)) };
}

/** The sum of f(1) … f(end), which falls in the end; `end` may be infinite. */
function sumBeyond(f: (distance: number) => number, end: number): number {
  const smallest = Math.exp(negligible);
  let sum = 0;
  const single = Math.min(end, addedSingly);
  for (let distance = 1; distance <= single; distance++) {
    const part = f(distance);
    sum += part;
    if (part < smallest * sum) return sum;
  }
  if (end <= addedSingly) return sum;

  const start = addedSingly + 0.5;
  // The last one is added by itself: a density may bend sharply at the end of its values.
  const stop = end - 0.5;
  let from = start;
  while (from < stop) {
    const to = Math.min(stop, from * widening);
    const part = integrate(f, from, to);
    sum += part;
    from = to;
    if (part < smallest * sum) break;
  }
  // Euler and Maclaurin: what a sum of midpoints differs by from the integral.
  sum -= (slope(f, from) - slope(f, start)) / 24;
  return from === stop ? sum + f(end) : sum;
}

function slope(f: (distance: number) => number, at: number): number {
  return f(at + 0.5) - f(at - 0.5);
}
