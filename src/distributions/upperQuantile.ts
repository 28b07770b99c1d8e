// The quantile from above (inverse survival function), with a fallback where a distribution does not define it.

import type { Distribution } from "./distribution.ts";

/** inf{x : P(X > x) ≤ q} for q in [0, 1]; from `quantile(1 − q)`, less exact for tiny q, where there is no `upperQuantile`. */
export function upperQuantile(distribution: Distribution, q: number): number {
  return distribution.upperQuantile?.(q) ?? distribution.quantile(1 - q);
}
