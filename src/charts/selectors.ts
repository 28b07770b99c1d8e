// Finds in the findings what a chart is about.
import type {
  EventSeriesSummary,
  EventSummary,
  ExceedanceCurve,
  Findings,
  OutputSummary,
  ScalarSummary,
  SeriesSummary,
  VariantFindings,
} from "../analysis/findings.ts";
import { isOf, kindOf } from "../simulation/outputKinds/kindOf.ts";
import type { Quantity, Shape } from "../simulation/outputKinds/outputKind.ts";

/** What there is of a quantity in a shape. */
interface Summaries {
  number: { single: ScalarSummary; series: SeriesSummary };
  chance: { single: EventSummary; series: EventSeriesSummary };
}
type Of<Q extends Quantity, S extends Shape> = Summaries[Q][S];

/** The variant without any what-if. */
export function baseOf(findings: Findings): VariantFindings {
  return findings.variants[0]!;
}

/** A quantity in a shape; either may be left open. */
export interface OutputFilter {
  quantity?: Quantity;
  shape?: Shape;
}

/** Whether an output is of a quantity and a shape. */
export function matches(summary: OutputSummary, { quantity, shape }: OutputFilter): boolean {
  const kind = kindOf(summary);
  return isOf(summary, quantity ?? kind.quantity, shape ?? kind.shape);
}

/** Names of the outputs of a quantity and a shape, in the scenario's order. */
export function outputsOf(findings: Findings, filter: OutputFilter): string[] {
  const { outputs } = baseOf(findings);
  return Object.keys(outputs).filter((name) => matches(outputs[name]!, filter));
}

/** The summary of an output of a quantity and a shape; undefined where it is another or was not played. */
export function summaryIn<Q extends Quantity, S extends Shape>(
  { outputs }: VariantFindings,
  output: string,
  quantity: Q,
  shape: S,
): Of<Q, S> | undefined {
  const summary = outputs[output];
  return summary && isOf(summary, quantity, shape) ? (summary as Of<Q, S>) : undefined;
}

/**
 * The same where it has to be there.
 * @throws RangeError for a mistaken name or quantity, told with what there is
 */
export function summaryOf<Q extends Quantity, S extends Shape>(
  variant: VariantFindings,
  output: string,
  quantity: Q,
  shape: S,
): Of<Q, S> {
  const summary = summaryIn(variant, output, quantity, shape);
  if (!summary) {
    const other = variant.outputs[output];
    const found = other ? `is of kind "${other.kind}"` : "is not among the outputs";
    const wanted = shape === "series" ? `a ${quantity} by step` : `a single ${quantity}`;
    throw new RangeError(
      `output "${output}" of variant "${variant.name}" ${found}; a chart of ${wanted} was asked for`,
    );
  }
  return summary;
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

/** The exceedance curves of an output; undefined where it has none. */
export function exceedanceOf({ exceedance }: Findings, output: string): ExceedanceCurve | undefined {
  return exceedance.find((candidate) => candidate.output === output);
}
