// What all counting families share: whole numbers from 0 on, known by their tails.
import type { Distribution } from "./distribution.ts";
import { normalQuantile } from "./special/normalQuantile.ts";
import { type StepTails, stepQuantile } from "./special/stepQuantile.ts";

/** A distribution on 0, 1, 2, … `high`. */
export function count({
  tails: { lower, upper },
  mean,
  sd,
  skewness,
  high = Number.POSITIVE_INFINITY,
}: {
  tails: StepTails;
  mean: number;
  sd: number;
  skewness: number;
  high?: number;
}): Distribution {
  function at(p: number, q: number): number {
    // Cornish and Fisher (1938), first correction.
    const z = p < q ? normalQuantile(p) : -normalQuantile(q);
    const guess = mean + sd * (z + (skewness * (z * z - 1)) / 6);
    return stepQuantile({ lower, upper }, { p, q, guess, high });
  }
  return {
    kind: "discrete",
    support: [0, high],
    mean,
    sd,
    cdf: (x) => (x < 0 ? 0 : x >= high ? 1 : lower(Math.floor(x))),
    upperTail: (x) => (x < 0 ? 1 : x >= high ? 0 : upper(Math.floor(x))),
    quantile: (p) => at(p, 1 - p),
    upperQuantile: (q) => at(1 - q, q),
    iterative: true,
  };
}
