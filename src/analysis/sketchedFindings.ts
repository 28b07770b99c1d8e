// What tallies show: the same findings as from columns that are kept.
import type { OutputDeclarations } from "../simulation/scenario.ts";
import type { Streamed } from "../simulation/sketch/runSketched.ts";
import {
  describeTally,
  exceedanceOfTally,
  meanOfTally,
  sharePositive,
} from "../simulation/sketch/summarizeSketch.ts";
import { compareOutputs } from "./comparison.ts";
import type { Comparison, OutputSummary } from "./findings.ts";
import { summarizeOutputs } from "./summary.ts";

/** The summaries of a variant's outputs. */
export function streamedOutputs(
  { trials, variants }: Streamed,
  variant: string,
  outputs: OutputDeclarations,
  steps: number,
): Promise<Record<string, OutputSummary>> {
  const tallies = variants.get(variant)!.outputs;
  return summarizeOutputs(outputs, steps, {
    summary: (output, step) => describeTally(tallies[output]![step]!, trials),
    mean: (output, step) => meanOfTally(tallies[output]![step]!),
  });
}

/** A variant's paired differences to the base. */
export function streamedComparison(
  { trials, variants }: Streamed,
  names: Pick<Comparison, "variant" | "against">,
  outputs: OutputDeclarations,
): Promise<Comparison> {
  const { differences } = variants.get(names.variant)!;
  return compareOutputs(outputs, names, (output) => {
    const tally = differences[output]!;
    return { ...describeTally(tally, trials), greater: sharePositive(tally) };
  });
}

/** The chance of more than x, of a scalar in a variant. */
export function streamedExceedance(
  { trials, variants }: Streamed,
  variant: string,
  output: string,
): { x: number[]; more: number[] } {
  return exceedanceOfTally(variants.get(variant)!.outputs[output]![0]!, trials);
}
