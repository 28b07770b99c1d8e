// Bounds of a metalog: the transform under which it has none.

import { numeral } from "../../numeric/numeral.ts";
import { ParameterProblem } from "../distribution.ts";
import { requireOrder, requireRange } from "../parameters.ts";

/** Bounds of the support, each exclusive; none where it is left out. */
export interface Bounds {
  lower?: number;
  upper?: number;
}

/** An increasing map from the support to the whole real line, and its inverse. */
export interface Transform {
  forward(x: number): number;
  inverse(z: number): number;
}

/**
 * The identity without bounds, the logarithm with one, the log-odds with both (Keelin 2016, section 4).
 * @throws ParameterProblem where a bound is not finite, or lower ≥ upper
 */
export function metalogTransform({ lower, upper }: Bounds): Transform {
  if (lower !== undefined) requireRange("lower", lower, "finite");
  if (upper !== undefined) requireRange("upper", upper, "finite");
  if (lower !== undefined && upper !== undefined) {
    requireOrder({ lower, upper }, "lower", "upper");
    if (lower === upper)
      throw new ParameterProblem(`lower and upper are both ${numeral(lower)}, they must differ`, "lower");
    const width = upper - lower;
    return {
      forward: (x) => Math.log((x - lower) / (upper - x)),
      inverse: (z) => (z < 0 ? lower + width / (1 + Math.exp(-z)) : upper - width / (1 + Math.exp(z))),
    };
  }
  if (lower !== undefined)
    return { forward: (x) => Math.log(x - lower), inverse: (z) => lower + Math.exp(z) };
  if (upper !== undefined)
    return { forward: (x) => -Math.log(upper - x), inverse: (z) => upper - Math.exp(-z) };
  return { forward: (x) => x, inverse: (z) => z };
}
