// The quantile counted from above, of distributions that say it and of those that do not.
import type { Distribution } from "./distribution.ts";

/** inf{x : P(X > x) ≤ q}; less exact for tiny q where the distribution has no way of its own. */
export function upperQuantile(distribution: Distribution, q: number): number {
  return distribution.upperQuantile?.(q) ?? distribution.quantile(1 - q);
}
