// The quantile of a non-negative continuous distribution from its tails, to the last digits however small it is.
import type { LogScaleTails } from "./logScaleTails.ts";

// Halley's method converges cubically: from here one more step is exact.
const almost = 1e-5;
const maxSteps = 200;

/**
 * The x with P(X ≤ x) = p and P(X > x) = q, where p + q = 1, between 0 and `high`.
 *
 * Halley's method on the logarithm of the smaller tail as a function of log x, where tails of every shape
 * are nearly straight; a bracket keeps steps from far-off starting points inside.
 */
export function invertTails(
  tails: LogScaleTails,
  { p, q, start, high = Number.POSITIVE_INFINITY }: { p: number; q: number; start: number; high?: number },
): number {
  if (!(start > 0)) return 0;
  const below = p <= q;
  const target = below ? p : q;
  let low = 0;
  let x = Math.min(start, high);
  for (let count = 0; count < maxSteps; count++) {
    const tail = below ? tails.lower(x) : tails.upper(x);
    const miss = Math.log(tail / target);
    if (miss === 0) return x;
    if (miss < 0 === below) low = x;
    else high = x;

    const rate = (below ? 1 : -1) * (tails.slope(x) / tail);
    const newton = miss / rate;
    const correction = 1 - 0.5 * newton * (tails.bend(x) - rate);
    const next = x * Math.exp(-newton / Math.min(2, Math.max(0.5, correction)));
    if (Math.abs(miss) < almost && Number.isFinite(next)) return next;

    x = next > low && next < high ? next : between(low, high, x);
    if (x === 0) return 0;
    if (x === low || x === high) return x;
  }
  return x;
}

/** A point inside the bracket, halfway on the logarithmic scale; a factor of 16 where one end is still open. */
function between(low: number, high: number, x: number): number {
  const factor = 16;
  if (high === Number.POSITIVE_INFINITY) return x * factor;
  if (low === 0) return high / factor;
  return Math.sqrt(low) * Math.sqrt(high);
}
