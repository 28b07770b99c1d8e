// Outputs at one moment, for a table of single figures: a series stands at its last step.

import type { Estimate, Estimates } from "../simulation/statistics/estimate.ts";
import type { EventSummary, Findings, OutputSummary, ScalarSummary, VariantFindings } from "./findings.ts";

/** An output at its end; a scalar and an event are what they are. */
export function atEnd(output: OutputSummary): ScalarSummary | EventSummary {
  return "steps" in output ? atStep(output, output.steps.length - 1) : output;
}

/** A series at one of its steps, from 0. */
export function atStep(
  output: Extract<OutputSummary, { steps: number[] }>,
  index: number,
): ScalarSummary | EventSummary {
  const at = ({ value, error }: Estimates): Estimate => ({ value: value[index]!, error: error[index]! });
  const { label } = output;
  if (output.kind === "event-series") {
    const probability = at(output.probability);
    return { kind: "event", label, probability };
  }
  const { unit, mean, sd, p5, p25, p50, p75, p95 } = output;
  const bands = { p5: at(p5), p25: at(p25), p50: at(p50), p75: at(p75), p95: at(p95) };
  return { kind: "scalar", unit, label, mean: at(mean), sd: at(sd), ...bands };
}

/**
 * All outputs, those of the headline first, without what would be told twice: of a series and a figure that are the same at
 * the end in every variant ("paid so far" and "paid by the end"), the figure stays, unless the series alone is a headline.
 */
export function toldOnce({ headline, variants }: Pick<Findings, "headline" | "variants">): string[] {
  const { outputs } = variants[0]!;
  const names = [...headline, ...Object.keys(outputs).filter((name) => !headline.includes(name))];
  const hasSteps = (name: string) => "steps" in outputs[name]!;
  const figures = new Map(names.map((name) => [name, figuresOf(name, variants)]));
  const rank = (name: string) => (headline.includes(name) ? 0 : 2) + (hasSteps(name) ? 1 : 0);
  const kept = new Map<string, string>();
  for (const name of [...names].sort((a, b) => rank(a) - rank(b))) {
    const key = figures.get(name)!;
    if (!kept.has(key)) kept.set(key, name);
  }
  return names.filter((name) => {
    const same = kept.get(figures.get(name)!)!;
    return same === name || !(hasSteps(same) || hasSteps(name));
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
