// What the columns of a run come to: each output's summary with its errors.

import type { Variant } from "../assumptions/assumptions.ts";
import { describeInput } from "../assumptions/input.ts";
import { allInOrder } from "../simulation/executor.ts";
import { kindOf } from "../simulation/outputKinds/kindOf.ts";
import { columnFigures, type Run } from "../simulation/run.ts";
import type { Scenario } from "../simulation/scenario.ts";
import type { Analysis } from "./analysis.ts";
import type { AssumptionSummary, OutputSummary, VariantFindings } from "./findings.ts";

/** Every variant with what is believed in it and the summary of each output. */
export const variantSummaries: Analysis<VariantFindings[]> = ({ scenario }) => {
  const found: VariantFindings[] = [];
  return {
    async look(run, { assumptions, ...variant }) {
      const outputs = await summarize(run);
      found.push({ ...variant, assumptions: assumptionSummaries(scenario, assumptions), outputs });
    },
    findings: () => found,
  };
};

function assumptionSummaries(
  scenario: Scenario,
  assumptions: Variant["assumptions"],
): Record<string, AssumptionSummary> {
  const summaries = assumptions.map((assumption): [string, AssumptionSummary] => {
    const { distribution, belief, unit, basis } = assumption;
    const { label, unit: inputUnit } = describeInput(assumption.name, scenario.inputs[assumption.name]!);
    const claims = basis.kind === "claims" ? basis.ids : [];
    const [p5, p50, p95] = [0.05, 0.5, 0.95].map((p) => distribution.quantile(p)) as [number, number, number];
    const estimated = distribution.estimated && { estimated: distribution.estimated };
    return [assumption.name, { label, belief, unit, inputUnit, claims, basis, ...estimated, p5, p50, p95 }];
  });
  return Object.fromEntries(summaries);
}

/** The summary of every output that a run kept. */
export async function summarize(run: Run): Promise<Record<string, OutputSummary>> {
  const summaries = Object.entries(run.declared).map(async ([name, output]) => [
    name,
    await kindOf(output).summarize(output, columnFigures(run, name), run.steps),
  ]);
  return Object.fromEntries(await allInOrder(summaries));
}
