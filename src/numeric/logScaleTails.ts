// The tails of a non-negative continuous distribution as functions of log x, for the quantile search.

/** Both tails with their first and second derivatives along log x. */
export interface LogScaleTails {
  /** P(X ≤ x), accurate where it is tiny. */
  lower(x: number): number;
  /** P(X > x), accurate where it is tiny. */
  upper(x: number): number;
  /** Density × x: the derivative of `lower` along log x. */
  slope(x: number): number;
  /** The derivative of log `slope` along log x. */
  bend(x: number): number;
}
