// Finds in the findings what a chart is about.
import type { Findings, OutputSummary, VariantFindings } from "../analysis/findings.ts";

type Kind = OutputSummary["kind"];
type SummaryOf<K extends Kind> = Extract<OutputSummary, { kind: K }>;

/** The variant without any what-if. */
export function baseOf(findings: Findings): VariantFindings {
  return findings.variants[0]!;
}

/** A quantity in a shape; either may be left open. */
export interface OutputFilter {
  /** A number has bands, a chance a probability. */
  quantity?: "number" | "chance";
  /** One figure, or one a step. */
  shape?: "single" | "series";
}

/** Whether an output is of a quantity and a shape. */
export function isOf(summary: OutputSummary, { quantity, shape }: OutputFilter): boolean {
  const found = {
    quantity: "probability" in summary ? "chance" : "number",
    shape: "steps" in summary ? "series" : "single",
  };
  return (quantity ?? found.quantity) === found.quantity && (shape ?? found.shape) === found.shape;
}

/** Names of the outputs of a quantity and a shape, in the scenario's order. */
export function outputsOf(findings: Findings, filter: OutputFilter): string[] {
  const { outputs } = baseOf(findings);
  return Object.keys(outputs).filter((name) => isOf(outputs[name]!, filter));
}

/** The summary of an output of the given kind; a mistaken name or kind is told with what there is. */
export function summaryOf<K extends Kind>(variant: VariantFindings, output: string, kind: K): SummaryOf<K> {
  const summary = variant.outputs[output];
  if (summary?.kind !== kind) {
    const found = summary ? `is of kind "${summary.kind}"` : "is not among the outputs";
    throw new RangeError(
      `output "${output}" of variant "${variant.name}" ${found}; a chart of kind "${kind}" was asked for`,
    );
  }
  return summary as SummaryOf<K>;
}

/** The variant of this name. */
export function variantOf(findings: Findings, name: string): VariantFindings {
  const variant = findings.variants.find((candidate) => candidate.name === name);
  if (!variant) {
    const names = findings.variants.map((candidate) => candidate.name).join(", ");
    throw new RangeError(`there is no variant "${name}"; there are ${names}`);
  }
  return variant;
}
