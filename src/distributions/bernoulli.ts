// Bernoulli: it happens or it does not.

import { discrete } from "./discrete.ts";
import type { Family } from "./distribution.ts";
import { requireProbability } from "./parameterChecks.ts";

export const bernoulli: Family = {
  name: "bernoulli",
  meaning: "Take it for something that happens or not: 1 with this probability, else 0.",
  signatures: [
    {
      parameters: [{ name: "probability", meaning: "chance that it happens", kind: "probability" }],
      create(parameters) {
        requireProbability(parameters, "probability");
        const { probability } = parameters;
        return discrete([
          { value: 0, weight: 1 - probability },
          { value: 1, weight: probability },
        ]);
      },
    },
  ],
};
