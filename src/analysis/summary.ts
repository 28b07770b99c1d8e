// What the columns of a run come to: each output's summary with its errors.

import { summarizeTogether } from "../simulation/batchedSummaries.ts";
import { stepOf } from "../simulation/columns.ts";
import { allInOrder } from "../simulation/executor.ts";
import { kindOf } from "../simulation/outputKinds/kindOf.ts";
import type { ColumnFigures } from "../simulation/outputKinds/outputKind.ts";
import type { OutputDeclarations } from "../simulation/scenario.ts";
import type { Run, Simulator } from "../simulation/simulator.ts";
import type { OutputSummary } from "./findings.ts";

/** The summary of every output of a run. */
export function summarize(
  { scenario, executor }: Simulator,
  run: Run,
): Promise<Record<string, OutputSummary>> {
  const summarizeOne = summarizeTogether(executor);
  return summarizeOutputs(scenario.outputs, run.steps, (output) => {
    const at = (step: number) => stepOf(run.outputs[output]!, step, run.trials);
    return {
      summary: (step) => summarizeOne(at(step)),
      mean: (step) => executor.call("mean", at(step)),
    };
  });
}

/** The summaries of outputs from the figures of their columns, which a run in memory or a sketched one has. */
export async function summarizeOutputs(
  outputs: OutputDeclarations,
  steps: number,
  columnsOf: (output: string) => ColumnFigures,
): Promise<Record<string, OutputSummary>> {
  const summaries = Object.entries(outputs).map(async ([name, output]) => [
    name,
    await kindOf(output).summarize(output, columnsOf(name), steps),
  ]);
  return Object.fromEntries(await allInOrder(summaries));
}
