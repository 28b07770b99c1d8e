// Poisson noise by inversion, exact: one uniform, and the count rises with it and with the mean.

import { poissonTails } from "../../distributions/poisson.ts";
import { countQuantile } from "../../numeric/countQuantile.ts";
import { normalQuantile } from "../../numeric/normalQuantile.ts";
import type { Sfc32 } from "../sfc32.ts";

/** Below this mean probabilities are added up. */
const smallMean = 10;
/** As far from the median as the bound on the expansion's error was looked at, in standard deviations. */
const farthest = 5;
/** Rounding of the expansion, as a share of the mean. */
const rounding = 1e-15;

/**
 * Poisson with this mean; takes one uniform. Mean 0 gives 0.
 *
 * The count is the whole part of the x at which the regularised gamma function Q(x, mean) is the uniform. Of x the expansion
 * in powers of 1/√mean is known with a bound on its error (Giles 2016, "Algorithm 955: approximation of the inverse
 * Poisson cumulative distribution function", there QN2; the bound is twice his, and held by a test). Only where a whole
 * number lies within the bound are the probabilities themselves asked: two in a hundred draws at mean 10, two in
 * ten thousand at mean 1,000.
 */
export function drawPoisson(source: Sfc32, mean: number): number {
  const uniform = source.uniform();
  if (mean < smallMean) return addUp(mean, uniform);
  const w = normalQuantile(uniform);
  const square = w * w;
  const root = Math.sqrt(mean);
  // Root and inverse at the same time: a processor need not wait for one to begin the other.
  const inverse = 1 / mean;
  const x = mean + root * w + (1 / 3 + square / 6) - w * (1 / 36 + square / 72) * (root * inverse);
  const bound = (1 / 20 + square * (1 / 40 + square / 80)) * inverse + rounding * mean;
  const count = Math.floor(x - bound);
  return x + bound < count + 1 && Math.abs(w) < farthest ? count : ask(mean, uniform, count);
}

/** Smallest k with P(X ≤ k) ≥ u, by adding up probabilities. */
function addUp(mean: number, uniform: number): number {
  let probability = Math.exp(-mean);
  let sum = probability;
  let count = 0;
  while (uniform > sum) {
    count++;
    probability *= mean / count;
    // The last terms no longer raise the sum: the rounding of a uniform next to 1.
    if (sum + probability === sum && count > mean) break;
    sum += probability;
  }
  return count;
}

function ask(mean: number, uniform: number, guess: number): number {
  return countQuantile(poissonTails(mean), {
    low: 0,
    p: uniform,
    q: 1 - uniform,
    guess,
    high: Number.POSITIVE_INFINITY,
  });
}
