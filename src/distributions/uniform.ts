// Uniform: every value between two ends is as likely as any other.

import { constant } from "./constant.ts";
import type { Distribution, Family } from "./distribution.ts";
import { quantity, requireOrder, signature } from "./parameters.ts";

/**
 * The uniform distribution on [min, max], with density 1/(max − min). Mean: (min + max)/2.
 * https://en.wikipedia.org/wiki/Continuous_uniform_distribution
 */
export const uniform: Family = {
  name: "uniform",
  meaning: "Take it where only the ends are known and no value between them is likelier than another.",
  signatures: [
    signature(
      [quantity("min", "smallest possible value"), quantity("max", "largest possible value")],
      (parameters) => {
        requireOrder(parameters, "min", "max");
        const { min, max } = parameters;
        return min === max ? constant(min) : between(min, max);
      },
    ),
  ],
  figures: { kind: "range", low: "min", high: "max" },
  shapesOf: ({ low, high }) => [{ name: "uniform", aspect: "shape", parameters: { min: low, max: high } }],
  inWords: ([min, max, ...rest]) =>
    rest.length === 0 ? { quantity: `${min} to ${max}`, remark: "each as likely" } : undefined,
};

function between(min: number, max: number): Distribution {
  const width = max - min;
  // From the nearer end, so that neither end is missed by a rounding.
  const at = (p: number, q: number) => (p < q ? min + p * width : max - q * width);
  return {
    kind: "continuous",
    support: [min, max],
    mean: min + width / 2,
    sd: width / Math.sqrt(12),
    cdf: (x) => (x <= min ? 0 : x >= max ? 1 : (x - min) / width),
    upperTail: (x) => (x <= min ? 1 : x >= max ? 0 : (max - x) / width),
    quantile: (p) => at(p, 1 - p),
    upperQuantile: (q) => at(1 - q, q),
  };
}
