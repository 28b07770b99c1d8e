// The degenerate distribution: one value that is certain.

import type { Distribution } from "./distribution.ts";
import { requireRange } from "./parameters.ts";

/**
 * The degenerate distribution at `value`, which must be finite. constant(2000).quantile(0.1) → 2000
 * https://en.wikipedia.org/wiki/Degenerate_distribution
 * @throws ParameterProblem where `value` is not finite
 */
export function constant(value: number): Distribution {
  requireRange("value", value, "finite");
  return {
    kind: "discrete",
    support: [value, value],
    mean: value,
    sd: 0,
    cdf: (x) => (x >= value ? 1 : 0),
    upperTail: (x) => (x >= value ? 0 : 1),
    quantile: () => value,
    upperQuantile: () => value,
  };
}
