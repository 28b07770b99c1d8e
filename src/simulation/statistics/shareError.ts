// The chance of something that happens or not in a trial, with an error that is never nothing.
import { replicates } from "../../sampling/plan.ts";
import type { Estimate } from "./estimate.ts";
import { ratioError, t95 } from "./replicateError.ts";

/**
 * The 95 % limit of what happened in none of n trials is 3/n: the rule of three (Jovanovic and Levy 1997). It is the
 * least half width of a share's interval, also where all scramblings agree: their last strata can be cut by the event's
 * edge so near to an end that none of 16 points shows it.
 */
const ruleOfThree = 3;

/** The least standard error of a share of `trials` trials. */
export function minShareError(trials: number): number {
  return ruleOfThree / t95 / trials;
}

/**
 * A share, Σ hits / Σ counts, from both by scrambling: its error is the scatter between the scramblings, but never below
 * the rule of three. NaN where there were no trials.
 */
export function shareEstimate(hits: ArrayLike<number>, counts: ArrayLike<number>): Estimate {
  let [hit, count] = [0, 0];
  for (let r = 0; r < replicates; r++) {
    hit += hits[r]!;
    count += counts[r]!;
  }
  if (count === 0) return { value: Number.NaN, error: Number.NaN };
  return { value: hit / count, error: Math.max(ratioError(hits, counts), minShareError(count)) };
}
