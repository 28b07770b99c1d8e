// The two tails of a continuous family on a logarithmic scale: what the quantile search works with.

/** A family with non-negative values, seen from log x. */
export interface LogScaleTails {
  /** P(X ≤ x), accurate where it is tiny. */
  lower(x: number): number;
  /** P(X > x), accurate where it is tiny. */
  upper(x: number): number;
  /** Density × x: how fast `lower` rises with log x. */
  slope(x: number): number;
  /** How fast log `slope` rises with log x. */
  bend(x: number): number;
}
