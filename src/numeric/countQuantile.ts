// The quantile of a count (a distribution on whole numbers) from its tails, exact to the step.

/** Both tails of a count, at whole k. */
export interface CountTails {
  /** P(X ≤ k), accurate where it is tiny. */
  lower(k: number): number;
  /** P(X > k), accurate where it is tiny. */
  upper(k: number): number;
}

/**
 * The smallest whole k in [low, high] with P(X ≤ k) ≥ p, where q = 1 − p. By galloping search from `guess`, then bisection.
 * The smaller tail is compared, so that p near 1 is as exact as p near 0.
 */
export function countQuantile(
  { lower, upper }: CountTails,
  { p, q, guess, low, high }: { p: number; q: number; guess: number; low: number; high: number },
): number {
  if (p <= 0) return low;
  if (q <= 0) return high;
  const reaches = p <= 0.5 ? (k: number) => lower(k) >= p : (k: number) => upper(k) <= q;

  // Steps that double until the answer is between `below`, which does not reach p, and `above`, which does.
  let below = low - 1;
  let above = high;
  let k = Math.min(high, Math.max(low, Math.round(guess)));
  for (let leap = 1; ; leap *= 2) {
    if (reaches(k)) {
      above = k;
      if (k - leap <= below) break;
      k -= leap;
    } else {
      below = k;
      if (k + leap >= above) break;
      k += leap;
    }
    if (above < high && below >= low) break;
  }
  while (above - below > 1) {
    const middle = below + Math.floor((above - below) / 2);
    // Beyond 2^53 neighbouring whole numbers are the same double.
    if (middle === below || middle === above) break;
    if (reaches(middle)) above = middle;
    else below = middle;
  }
  return above;
}
