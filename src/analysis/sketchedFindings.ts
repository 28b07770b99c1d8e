// What tallies show: the same findings as from columns that are kept.
import type { OutputDeclarations } from "../simulation/scenario.ts";
import type { SketchedRun } from "../simulation/sketch/runSketched.ts";
import {
  exceedanceOfSketch,
  meanOfSketch,
  sharePositive,
  summarizeSketch,
} from "../simulation/sketch/summarizeSketch.ts";
import { compareOutputs } from "./comparison.ts";
import type { Comparison, OutputSummary } from "./findings.ts";
import { summarizeOutputs } from "./summary.ts";

/** The summaries of a variant's outputs. */
export function sketchedOutputs(
  { trials, variants }: SketchedRun,
  variant: string,
  outputs: OutputDeclarations,
  steps: number,
): Promise<Record<string, OutputSummary>> {
  const sketches = variants.get(variant)!.outputs;
  return summarizeOutputs(outputs, steps, (output) => ({
    summary: (step) => summarizeSketch(sketches[output]![step]!, trials),
    mean: (step) => meanOfSketch(sketches[output]![step]!),
  }));
}

/** A variant's paired differences to the base. */
export function sketchedComparison(
  { trials, variants }: SketchedRun,
  names: Pick<Comparison, "variant" | "against">,
  outputs: OutputDeclarations,
): Promise<Comparison> {
  const { differences } = variants.get(names.variant)!;
  return compareOutputs(outputs, names, (output) => {
    const sketch = differences[output]!;
    return { ...summarizeSketch(sketch, trials), greater: sharePositive(sketch) };
  });
}

/** The chance of more than x, of a scalar in a variant. */
export function sketchedExceedance(
  { trials, variants }: SketchedRun,
  variant: string,
  output: string,
): { x: number[]; more: number[] } {
  return exceedanceOfSketch(variants.get(variant)!.outputs[output]![0]!, trials);
}
