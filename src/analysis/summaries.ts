// What tells the summaries of outputs apart, whatever their kinds: also those of one step, and of interpretations.
import type { Estimate } from "../simulation/statistics/estimate.ts";
import type { OutputSummary } from "./findings.ts";

/** Whether it is a chance, and no quantity. */
export function hasProbability<Summary extends object>(
  summary: Summary,
): summary is Extract<Summary, { probability: unknown }> {
  return "probability" in summary;
}

/** Whether its figures stand by step. */
export function hasSteps<Summary extends object>(
  summary: Summary,
): summary is Extract<Summary, { steps: unknown }> {
  return "steps" in summary;
}

/** The share of trials in which a quantity has no value; undefined where it always has one. */
export function neverOf(summary: OutputSummary): Estimate | undefined {
  return "never" in summary ? summary.never : undefined;
}
