// What the columns of a run come to: each output's summary with its errors.

import { summarizeTogether } from "../simulation/batchedSummaries.ts";
import { stepOf } from "../simulation/columns.ts";
import { allInOrder } from "../simulation/executor.ts";
import type { Output } from "../simulation/outputDeclarations.ts";
import type { OutputDeclarations } from "../simulation/scenario.ts";
import type { Run, Simulator } from "../simulation/simulator.ts";
import type { ColumnSummary } from "../simulation/statistics/columnSummary.ts";
import type { Estimate, Estimates, Statistic } from "../simulation/statistics/estimate.ts";
import type { OutputSummary } from "./findings.ts";

/** Where the figures of single columns come from: a run that is kept, or tallies of one that is not. */
export interface ColumnFigures {
  /** Of an output at a step (from 0; 0 where it has none). */
  summary(output: string, step: number): ColumnSummary | Promise<ColumnSummary>;
  mean(output: string, step: number): Estimate | Promise<Estimate>;
}

/** The summary of every output of a run. */
export function summarize(
  { scenario, executor }: Simulator,
  run: Run,
): Promise<Record<string, OutputSummary>> {
  const at = (output: string, step: number) => stepOf(run.outputs[output]!, step, run.trials);
  const summarizeOne = summarizeTogether(executor);
  return summarizeOutputs(scenario.outputs, run.steps, {
    summary: (output, step) => summarizeOne(at(output, step)),
    mean: (output, step) => executor.call("mean", at(output, step)),
  });
}

/** The summaries of outputs from the figures of their columns. */
export async function summarizeOutputs(
  outputs: OutputDeclarations,
  steps: number,
  columns: ColumnFigures,
): Promise<Record<string, OutputSummary>> {
  const summaries = Object.entries(outputs).map(async ([name, output]) => [
    name,
    await summarizeOutput(name, output, steps, columns),
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
