// Bernoulli: it happens or it does not.

import { discrete } from "./discrete.ts";
import type { Family } from "./distribution.ts";
import { probability, signature } from "./parameters.ts";

/**
 * The Bernoulli distribution: P(X = 1) = probability, P(X = 0) = 1 − probability. Mean: probability.
 * https://en.wikipedia.org/wiki/Bernoulli_distribution
 */
export const bernoulli: Family = {
  name: "bernoulli",
  meaning: "Take it for something that happens or not: 1 with this probability, else 0.",
  signatures: [
    signature([probability("probability", "chance that it happens")], ({ probability }) =>
      discrete([
        { value: 0, weight: 1 - probability },
        { value: 1, weight: probability },
      ]),
    ),
  ],
};
