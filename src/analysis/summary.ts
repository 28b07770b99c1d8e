// What the columns of a run come to: each output's summary with its errors.

import { assumptionInput } from "../assumptions/assumptionInput.ts";
import type { Variant } from "../assumptions/assumptions.ts";
import type { DerivedAssumption } from "../assumptions/derived.ts";
import { describeInput } from "../assumptions/input.ts";
import { allInOrder } from "../simulation/executor.ts";
import { kindOf } from "../simulation/outputKinds/kindOf.ts";
import { columnFigures, type Run } from "../simulation/run.ts";
import type { Scenario } from "../simulation/scenario.ts";
import type { Analysis } from "./analysis.ts";
import type { AssumptionSummary, DerivedSummary, OutputSummary, VariantFindings } from "./findings.ts";

/** Every variant with what is believed in it and the summary of each output. */
export const variantSummaries: Analysis<VariantFindings[]> = ({ scenario }) => {
  const found: VariantFindings[] = [];
  return {
    async look(run, { assumptions, derived, ...variant }) {
      const outputs = await summarize(run);
      found.push({
        ...variant,
        assumptions: assumptionSummaries(scenario, assumptions),
        ...(derived && { derived: Object.fromEntries(derived.map(derivedSummary)) }),
        outputs,
      });
    },
    findings: () => found,
  };
};

function assumptionSummaries(
  scenario: Scenario,
  assumptions: Variant["assumptions"],
): Record<string, AssumptionSummary> {
  const summaries = assumptions.map((assumption): [string, AssumptionSummary] => {
    const { distribution, belief, unit, basis, origin } = assumption;
    const { label, unit: inputUnit } = assumptionInput(scenario, assumption);
    const claims = basis.kind === "claims" ? basis.ids : [];
    const [p5, p50, p95] = [0.05, 0.5, 0.95].map((p) => distribution.quantile(p)) as [number, number, number];
    const { estimated } = distribution;
    return [
      assumption.name,
      {
        label,
        belief,
        unit,
        inputUnit,
        claims,
        basis,
        ...(estimated && { estimated }),
        ...(origin !== undefined && { origin }),
        p5,
        p50,
        p95,
      },
    ];
  });
  return Object.fromEntries(summaries);
}

function derivedSummary({ name, is, unit, why, origin, input }: DerivedAssumption): [string, DerivedSummary] {
  const { label } = describeInput(name, input);
  return [
    name,
    { label, is, unit, ...(why !== undefined && { why }), ...(origin !== undefined && { origin }) },
  ];
}

/** The summary of every output that a run kept. */
export async function summarize(run: Run): Promise<Record<string, OutputSummary>> {
  const summaries = Object.entries(run.declared).map(async ([name, output]) => [
    name,
    await kindOf(output).summarize(output, columnFigures(run, name), run.steps),
  ]);
  return Object.fromEntries(await allInOrder(summaries));
}
