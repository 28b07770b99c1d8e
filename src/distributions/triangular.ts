// Triangular: a most likely value and straight lines down to both ends.

import { constant } from "./constant.ts";
import type { Distribution, Family } from "./distribution.ts";
import { quantity, requireMode, signature } from "./parameters.ts";

/**
 * The triangular distribution on [min, max], with density 2 (x − min) / ((max − min)(mode − min)) below the mode and
 * 2 (max − x) / ((max − min)(max − mode)) above it. Mean: (min + mode + max)/3.
 * https://en.wikipedia.org/wiki/Triangular_distribution
 */
export const triangular: Family = {
  name: "triangular",
  meaning:
    "Take it for a most likely value between hard ends, where the ends are not much rarer than the middle.",
  signatures: [
    signature(
      [
        quantity("min", "smallest possible value"),
        quantity("mode", "most likely value"),
        quantity("max", "largest possible value"),
      ],
      (parameters) => {
        requireMode(parameters);
        const { min, mode, max } = parameters;
        return min === max ? constant(min) : triangle(min, mode, max);
      },
    ),
  ],
  figures: { kind: "range", low: "min", high: "max", mode: "mode" },
  shapesOf: ({ low, mode, high }) => [
    { name: "triangular", aspect: "shape", parameters: { min: low, mode, max: high } },
  ],
};

function triangle(min: number, mode: number, max: number): Distribution {
  const width = max - min;
  const rise = mode - min;
  const fall = max - mode;
  const belowMode = rise / width;
  const aboveMode = fall / width;

  // Each side of the mode is worked from its own end; what is counted from the other end is added to the
  // mode's share as a positive term, so that nothing cancels where a side is short.
  function cdf(x: number): number {
    if (x <= min) return 0;
    if (x >= max) return 1;
    if (x < mode) return ((x - min) / width) * ((x - min) / rise);
    return belowMode + ((x - mode) / width) * ((fall + (max - x)) / fall);
  }
  function upperTail(x: number): number {
    if (x <= min) return 1;
    if (x >= max) return 0;
    if (x >= mode) return ((max - x) / width) * ((max - x) / fall);
    return aboveMode + ((mode - x) / width) * ((rise + (x - min)) / rise);
  }

  /** How far from the mode a side has given `share` of its probability: 1 − √(1 − share), not cancelling. */
  const fromMode = (share: number) => share / (1 + Math.sqrt(1 - share));

  function at(p: number, q: number): number {
    if (p < belowMode) {
      const share = (belowMode - p) / belowMode;
      return share < 0.75 ? mode - rise * fromMode(share) : min + Math.sqrt(p * width) * Math.sqrt(rise);
    }
    const share = p < q ? (p - belowMode) / aboveMode : (aboveMode - q) / aboveMode;
    return share < 0.75
      ? mode + fall * fromMode(Math.max(0, share))
      : max - Math.sqrt(q * width) * Math.sqrt(fall);
  }

  return {
    kind: "continuous",
    support: [min, max],
    mean: min + (width + rise) / 3,
    sd: width * Math.sqrt((1 - belowMode * aboveMode) / 18),
    cdf,
    upperTail,
    quantile: (p) => at(p, 1 - p),
    upperQuantile: (q) => at(1 - q, q),
  };
}
