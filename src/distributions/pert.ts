// PERT: a most likely value between hard ends, with a smooth hill around it.
import { fourParameterBeta } from "./beta.ts";
import { constant } from "./constant.ts";
import type { Family } from "./distribution.ts";
import { requireMode, requireNotNegative, requireShape } from "./parameterChecks.ts";

/**
 * The (modified) PERT distribution: the beta distribution on [min, max] with alpha = 1 + shape (mode − min)/(max − min)
 * and beta = 1 + shape (max − mode)/(max − min). Mean: (min + shape × mode + max)/(shape + 2).
 * https://en.wikipedia.org/wiki/PERT_distribution
 */
export const pert: Family = {
  name: "pert",
  meaning: "Take it for a most likely value between ends that are possible but rare.",
  signatures: [
    {
      parameters: [
        { name: "min", meaning: "smallest possible value", kind: "value" },
        { name: "mode", meaning: "most likely value", kind: "value" },
        { name: "max", meaning: "largest possible value", kind: "value" },
        {
          name: "shape",
          meaning: "how strongly values gather at the mode; 0 is uniform",
          kind: "number",
          default: 4,
        },
      ],
      create(parameters) {
        requireMode(parameters);
        requireNotNegative(parameters, "shape");
        if (parameters.shape > 0) requireShape(parameters, "shape");
        const { min, mode, max, shape } = parameters;
        if (min === max) return constant(min);
        // Vose (2000): the beta distribution whose mode is here and whose mean is (min + shape·mode + max)/(shape + 2).
        const alpha = 1 + shape * ((mode - min) / (max - min));
        const beta = 1 + shape * ((max - mode) / (max - min));
        return fourParameterBeta({ alpha, beta, min, max });
      },
    },
  ],
  figures: { kind: "range", low: "min", high: "max", mode: "mode" },
  shapesOf: ({ low, mode, high }) => [
    { name: "PERT", aspect: "shape", parameters: { min: low, mode, max: high } },
  ],
  inWords: ([min, mode, max, ...shape]) =>
    shape.length === 0 ? { quantity: `${min} to ${max}`, remark: `most likely ${mode}` } : undefined,
};
