// Mean and standard deviation from the quantile function, where no closed form exists.
import { integrate } from "./gaussLegendre.ts";

/** A quantile function from both ends: at p from below, at q = 1 − p from above, each accurate near 0. */
export interface TwoSidedQuantile {
  quantile(p: number): number;
  upperQuantile(q: number): number;
}

/** Mean and standard deviation; infinite where they diverge, NaN where there are none. */
export interface QuantileMoments {
  mean: number;
  sd: number;
}

// Panels are even in log p and log q, so that the tails are resolved as well as the centre.
const farthest = 690;
const precision = 1e-12;
const maxDepth = 24;
// Where rounding is all that is left of a difference, halving would go on for ever: a half is cut into at most so many.
const maxPanels = 1000;

// The variance is infinite from this tail index on, the mean from 1 on.
const heavy = 0.5;

/**
 * Mean and sd by quadrature of the quantile function, E f(X) = ∫ f(Q(p)) dp, accurate to about 1e-11; infinite where the
 * tail is too heavy, unless the sd is known to exist (`sdExists`).
 */
export function quantileMoments(
  { quantile, upperQuantile }: TwoSidedQuantile,
  { sdExists = false } = {},
): QuantileMoments {
  const heaviestPossible = sdExists ? heavy - 1e-6 : Number.POSITIVE_INFINITY;
  const lowIndex = Math.min(tailIndex(quantile), heaviestPossible);
  const highIndex = Math.min(tailIndex(upperQuantile), heaviestPossible);
  const heaviest = Math.max(lowIndex, highIndex);
  if (lowIndex >= 1 && highIndex >= 1) return { mean: Number.NaN, sd: Number.NaN };
  if (lowIndex >= 1) return { mean: Number.NEGATIVE_INFINITY, sd: Number.POSITIVE_INFINITY };
  if (highIndex >= 1) return { mean: Number.POSITIVE_INFINITY, sd: Number.POSITIVE_INFINITY };

  const median = quantile(0.5);
  const expectation = (f: (x: number) => number, power: number, rounding: number) =>
    half((p) => f(quantile(p)), power * lowIndex, rounding) +
    half((q) => f(upperQuantile(q)), power * highIndex, rounding);
  // Around the median, so that a narrow distribution far from zero loses no digits.
  const lastDigit = Number.EPSILON * Math.abs(median);
  const offset = expectation((x) => x - median, 1, lastDigit);
  const mean = median + offset;
  if (heaviest >= heavy) return { mean, sd: Number.POSITIVE_INFINITY };
  const middle = upperQuantile(0.25) - quantile(0.25);
  return { mean, sd: Math.sqrt(expectation((x) => (x - mean) ** 2, 2, lastDigit * middle)) };
}

/** The tail index: x ~ tail^−index as the tail shrinks. 0 for light tails, from 1 on there is no mean. */
function tailIndex(quantile: (tail: number) => number): number {
  const near = Math.abs(quantile(1e-250));
  const far = Math.abs(quantile(1e-300));
  if (near === Number.POSITIVE_INFINITY || far === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  if (!(far > near) || near === 0) return 0;
  const rounding = 1e-9;
  const index = Math.log(far / near) / Math.log(1e50);
  return index < rounding ? 0 : index + rounding;
}

/**
 * ∫ f(tail) d tail from 0 to 1/2 over t = −log(tail), no finer than the `rounding` of f. What lies beyond `farthest` falls
 * like a power.
 */
function half(f: (tail: number) => number, index: number, rounding: number): number {
  const integrand = (t: number) => {
    const tail = Math.exp(-t);
    const part = f(tail) * tail;
    // A quantile that overflows so far out: its share there is negligible.
    return Number.isFinite(part) ? part : 0;
  };
  const ends = [Math.LN2, 2, 5, 12, 30, 90, farthest];
  const parts = ends
    .slice(1)
    .map((to, i) => ({ from: ends[i], to, whole: integrate(integrand, ends[i], to) }));
  const scale = parts.reduce((sum, { whole }) => sum + Math.abs(whole), 0);
  const limits = { precision: Math.max(precision * scale, rounding), panelsLeft: maxPanels };
  let sum = 0;
  for (const { from, to, whole } of parts) sum += refined(integrand, { from, to, whole, depth: 0 }, limits);
  return index < 1 ? sum + integrand(farthest) / (1 - index) : sum;
}

interface Panel {
  from: number;
  to: number;
  whole: number;
  depth: number;
}

/** Halves a panel until both halves add up to the whole. */
function refined(
  f: (t: number) => number,
  { from, to, whole, depth }: Panel,
  limits: { precision: number; panelsLeft: number },
): number {
  const middle = (from + to) / 2;
  const left = integrate(f, from, middle);
  const right = integrate(f, middle, to);
  limits.panelsLeft -= 1;
  const isFine = Math.abs(left + right - whole) <= limits.precision;
  if (isFine || depth >= maxDepth || limits.panelsLeft <= 0) return left + right;
  return (
    refined(f, { from, to: middle, whole: left, depth: depth + 1 }, limits) +
    refined(f, { from: middle, to, whole: right, depth: depth + 1 }, limits)
  );
}
