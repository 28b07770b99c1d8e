// What we are certain of: one value.

import type { Distribution } from "./distribution.ts";
import { requireFinite } from "./parameterChecks.ts";

/** The distribution that is always `value`. constant(2000).quantile(0.1) → 2000 */
export function constant(value: number): Distribution {
  requireFinite({ value }, "value");
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
