// Outputs at one moment, for a table of single figures: a series stands at its last step.

import { kindOf, type SingleSummary } from "../simulation/outputKinds/kindOf.ts";
import type { Findings, OutputSummary, VariantFindings } from "./findings.ts";
import { hasSteps } from "./summaries.ts";

/** An output at its end; one without steps is what it is. */
export function atEnd(output: OutputSummary): SingleSummary {
  return atStep(output, hasSteps(output) ? output.steps.length - 1 : 0);
}

/** A series at one of its steps, from 0. */
export function atStep(output: OutputSummary, index: number): SingleSummary {
  return kindOf(output).atStep(output, index);
}

/**
 * All outputs, those of the headline first, without what would be told twice: of a series and a figure that are the same at
 * the end in every variant ("paid so far" and "paid by the end"), the figure stays, unless the series alone is a headline.
 */
export function toldOnce({ headline, variants }: Pick<Findings, "headline" | "variants">): string[] {
  const { outputs } = variants[0]!;
  const names = [...headline, ...Object.keys(outputs).filter((name) => !headline.includes(name))];
  const isSeries = (name: string) => hasSteps(outputs[name]!);
  const figures = new Map(names.map((name) => [name, figuresOf(name, variants)]));
  const rank = (name: string) => (headline.includes(name) ? 0 : 2) + (isSeries(name) ? 1 : 0);
  const kept = new Map<string, string>();
  for (const name of [...names].sort((a, b) => rank(a) - rank(b))) {
    const key = figures.get(name)!;
    if (!kept.has(key)) kept.set(key, name);
  }
  return names.filter((name) => {
    const same = kept.get(figures.get(name)!)!;
    return same === name || !(isSeries(same) || isSeries(name));
  });
}

/** All that a table says of an output but its name. */
function figuresOf(name: string, variants: readonly VariantFindings[]): string {
  const ends = variants.map(({ outputs }) => {
    const { label: _, ...rest } = atEnd(outputs[name]!);
    return Object.entries(rest).sort();
  });
  return JSON.stringify(ends);
}
