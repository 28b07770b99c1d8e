// What the columns of a run come to: each output's summary with its errors.

import type { Variant } from "../assumptions/assumptions.ts";
import { describeInput } from "../assumptions/input.ts";
import { allInOrder } from "../simulation/executor.ts";
import type { Output } from "../simulation/outputDeclarations.ts";
import type { ColumnFigures, Run } from "../simulation/run.ts";
import type { Scenario } from "../simulation/scenario.ts";
import type { Estimate, Estimates, Statistic } from "../simulation/statistics/estimate.ts";
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
    return [assumption.name, { label, belief, unit, inputUnit, claims, basis, p5, p50, p95 }];
  });
  return Object.fromEntries(summaries);
}

/** The summary of every output that a run kept. */
export async function summarize(run: Run): Promise<Record<string, OutputSummary>> {
  const summaries = Object.entries(run.declared).map(async ([name, output]) => [
    name,
    await summarizeOutput(name, output, run.steps, run),
  ]);
  return Object.fromEntries(await allInOrder(summaries));
}

async function summarizeOutput(
  name: string,
  output: Output,
  steps: number,
  columns: ColumnFigures,
): Promise<OutputSummary> {
  const stepNumbers = Array.from({ length: steps }, (_, step) => step + 1);
  switch (output.kind) {
    case "scalar": {
      const { kind, unit, label, mayNotHappen } = output;
      const { never, ...statistics } = await columns.summary(name, 0);
      return { kind, unit, label, ...(mayNotHappen && { never }), ...statistics };
    }
    case "event": {
      const { kind, label } = output;
      const probability = await columns.mean(name, 0);
      return { kind, label, probability };
    }
    case "series": {
      const { kind, unit, label } = output;
      const summaries = await allInOrder(stepNumbers.map(async (step) => columns.summary(name, step - 1)));
      const all = (statistic: Statistic) => transpose(summaries.map((summary) => summary[statistic]));
      const [p5, p25, p50, p75, p95] = [all("p5"), all("p25"), all("p50"), all("p75"), all("p95")];
      return {
        kind,
        unit,
        label,
        steps: stepNumbers,
        mean: all("mean"),
        sd: all("sd"),
        p5,
        p25,
        p50,
        p75,
        p95,
      };
    }
    case "event-series": {
      const { kind, label } = output;
      const chances = await allInOrder(stepNumbers.map(async (step) => columns.mean(name, step - 1)));
      return { kind, label, steps: stepNumbers, probability: transpose(chances) };
    }
  }
}

function transpose(estimates: readonly Estimate[]): Estimates {
  return { value: estimates.map(({ value }) => value), error: estimates.map(({ error }) => error) };
}
