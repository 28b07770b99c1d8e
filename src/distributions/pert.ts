// PERT: a most likely value between hard ends, with a smooth hill around it.
import { fourParameterBeta } from "./beta.ts";
import { constant } from "./constant.ts";
import type { Family } from "./distribution.ts";
import { quantity, requireMode, requireRange, signature, unitless } from "./parameters.ts";

/**
 * The (modified) PERT distribution: the beta distribution on [min, max] with alpha = 1 + shape (mode − min)/(max − min)
 * and beta = 1 + shape (max − mode)/(max − min). Mean: (min + shape × mode + max)/(shape + 2).
 * https://en.wikipedia.org/wiki/PERT_distribution
 */
export const pert: Family = {
  name: "pert",
  meaning: "Take it for a most likely value between ends that are possible but rare.",
  signatures: [
    signature(
      [
        quantity("min", "smallest possible value"),
        quantity("mode", "most likely value"),
        quantity("max", "largest possible value"),
        unitless("shape", "how strongly values gather at the mode; 0 is uniform", "notNegative", 4),
      ],
      (parameters) => {
        requireMode(parameters);
        const { min, mode, max, shape } = parameters;
        if (shape > 0) requireRange("shape", shape, "shape");
        if (min === max) return constant(min);
        // Vose (2000): the beta distribution whose mode is here and whose mean is (min + shape·mode + max)/(shape + 2).
        const alpha = 1 + shape * ((mode - min) / (max - min));
        const beta = 1 + shape * ((max - mode) / (max - min));
        return fourParameterBeta({ alpha, beta, min, max });
      },
    ),
  ],
  figures: { kind: "range", low: "min", high: "max", mode: "mode" },
  shapesOf: ({ low, mode, high }) => [
    { name: "PERT", aspect: "shape", parameters: { min: low, mode, max: high } },
  ],
  inWords: ([min, mode, max, ...shape]) =>
    shape.length === 0 ? { quantity: `${min} to ${max}`, remark: `most likely ${mode}` } : undefined,
};
