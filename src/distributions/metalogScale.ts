// Bounds of a metalog: the scale on which it has none.

import { ParameterProblem } from "./distribution.ts";
import { requireFinite, requireOrder } from "./parameterChecks.ts";

/** What the values cannot be below or above. */
export interface Bounds {
  lower?: number;
  upper?: number;
}

/** From the quantity to the whole line, and back; both rise. */
export interface Scale {
  toLine(x: number): number;
  fromLine(z: number): number;
}

/** Nothing without bounds, a logarithm with one, a log-odds with both (Keelin 2016, section 4). */
export function metalogScale({ lower, upper }: Bounds): Scale {
  if (lower !== undefined) requireFinite({ lower }, "lower");
  if (upper !== undefined) requireFinite({ upper }, "upper");
  if (lower !== undefined && upper !== undefined) {
    requireOrder({ lower, upper }, "lower", "upper");
    if (lower === upper)
      throw new ParameterProblem(`lower and upper are both ${lower}, they must differ`, "lower");
    const width = upper - lower;
    return {
      toLine: (x) => Math.log((x - lower) / (upper - x)),
      fromLine: (z) => (z < 0 ? lower + width / (1 + Math.exp(-z)) : upper - width / (1 + Math.exp(z))),
    };
  }
  if (lower !== undefined)
    return { toLine: (x) => Math.log(x - lower), fromLine: (z) => lower + Math.exp(z) };
  if (upper !== undefined)
    return { toLine: (x) => -Math.log(upper - x), fromLine: (z) => upper - Math.exp(-z) };
  return { toLine: (x) => x, fromLine: (z) => z };
}
