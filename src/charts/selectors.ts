// Finds in the findings what a chart is about.
import type { Findings, OutputSummary, VariantFindings } from "../analysis/findings.ts";

export type Kind = OutputSummary["kind"];
type SummaryOf<K extends Kind> = Extract<OutputSummary, { kind: K }>;

/** The variant without any what-if. */
export function baseOf(findings: Findings): VariantFindings {
  return findings.variants[0]!;
}

/** Names of the outputs of a kind, in the scenario's order. */
export function outputsOf(findings: Findings, kind: Kind): string[] {
  const { outputs } = baseOf(findings);
  return Object.keys(outputs).filter((name) => outputs[name]!.kind === kind);
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
