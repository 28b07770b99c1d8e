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
/** Stands beside a table that leaves out a standard deviation. */
export const whyNoStableSd =
  "Where there is no sd, a few large values decide it, and others would give another.";

/**
 * Whether the error of a figure is told. That of a mean or a standard deviation is not, and is infinite (null in JSON),
 * where the tail is so heavy that the trials cannot tell it (`tailErrors`). What never happened has no figure to be unsure of.
 */
export function isTold({ value, error }: Estimate): boolean {
  return !Number.isFinite(value) || Number.isFinite(error);
}

/** Whether a figure, the mean unless given, of an output is told; of a series at every step. A chance always is. */
export function isStable(output: OutputSummary, figure: "mean" | "sd" = "mean"): boolean {
  if (hasProbability(output)) return true;
  if (hasSteps(output)) return output.steps.every((_, i) => isStable(atStep(output, i), figure));
  return isTold(output[figure]);
}

/** Whether all outputs have a mean (or sd) that says something, series at their end. */
export function allAreStable(outputs: readonly OutputSummary[], figure: "mean" | "sd" = "mean"): boolean {
  return outputs.every((output) => isStable(atEnd(output), figure));
}
