// Some means say nothing: that of a ratio whose divisor can come near zero is made by the few trials in which it did.

import type { Estimate } from "../simulation/statistics/estimate.ts";
import { atEnd, atStep } from "./atEnd.ts";
import type { OutputSummary } from "./findings.ts";
import { hasProbability, hasSteps } from "./summaries.ts";

/** Stands where a table would have such a mean. */
export const noStableMean = "no stable mean";
/** Stands beside a table that says so. */
export const whyNoStableMean =
  "No stable mean: a handful of trials decide it, and others would give another; the median stands.";

/** A spread that fewer trials than this make is not the spread of all, and the errors that are measured by it are not theirs. */
const fewTrials = 12;
/** From this part of the 90 % interval on an error of the mean is seen. */
const visibleError = 0.03;

/**
 * Whether the mean and the standard deviation of an output say something. They do not where the mean is visibly
 * uncertain and a handful of trials make the spread: with k trials of equal weight the variance has a relative error of
 * 1/√k and the standard deviation of half as much, so its own error tells k. For a mean that does not exist k stays as
 * small however many trials are played (its largest term does not vanish in the sum: Embrechts, Klüppelberg and Mikosch
 * 1997, Modelling Extremal Events, section 6.2).
 */
export function hasStableMean({ mean, sd, p5, p95 }: Record<"mean" | "sd" | "p5" | "p95", Estimate>) {
  const trialsBehind = (sd.value / sd.error / 2) ** 2;
  return !(trialsBehind < fewTrials && mean.error > visibleError * (p95.value - p5.value));
}

/** The same of an output; a series has to have a stable mean at every step. A chance always has. */
export function meanIsStable(output: OutputSummary): boolean {
  if (hasProbability(output)) return true;
  if (hasSteps(output)) return output.steps.every((_, i) => meanIsStable(atStep(output, i)));
  return hasStableMean(output);
}

/** Whether the mean difference of an output says something: where both sides have a mean that does. */
export function meansAreStable(outputs: readonly OutputSummary[]): boolean {
  return outputs.every((output) => meanIsStable(atEnd(output)));
}
