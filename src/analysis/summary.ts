// What the columns of a run come to: each output's summary with its errors.
import { stepOf } from "../simulation/columns.ts";
import type { Output } from "../simulation/outputs.ts";
import {
  type Band,
  bandNames,
  type Estimate,
  type Estimates,
  type OutputSummary,
  type Statistic,
} from "./findings.ts";
import { allInOrder, type Hands } from "./hands.ts";
import { moments } from "./moments.ts";
import { quantiles } from "./quantiles.ts";
import type { Run, Stage } from "./stage.ts";
import { probabilityWords } from "./words.ts";

export const bandProbabilities: Readonly<Record<Band, number>> = {
  p5: 0.05,
  p25: 0.25,
  p50: 0.5,
  p75: 0.75,
  p95: 0.95,
};

/** The summary of every output of a run. */
export async function summarize(
  { scenario, hands }: Stage,
  run: Run,
): Promise<Record<string, OutputSummary>> {
  const summaries = Object.entries(scenario.outputs).map(async ([name, output]) => [
    name,
    await summarizeOutput(output, run.outputs[name]!, run, hands),
  ]);
  return Object.fromEntries(await allInOrder(summaries));
}

async function summarizeOutput(
  output: Output,
  column: Float64Array,
  run: Run,
  hands: Hands,
): Promise<OutputSummary> {
  switch (output.kind) {
    case "scalar": {
      const { kind, unit, label, mayNotHappen } = output;
      const { never, ...statistics } = await hands.call("summarize", column);
      return { kind, unit, label, ...(mayNotHappen && { never }), ...statistics };
    }
    case "event": {
      const { kind, label } = output;
      const probability = await hands.call("mean", column);
      return { kind, label, probability, words: probabilityWords(probability.value) };
    }
    case "series": {
      const { kind, unit, label } = output;
      const summaries = await allInOrder(
        stepColumns(column, run).map((step) => hands.call("summarize", step)),
      );
      const all = (statistic: Statistic) => transpose(summaries.map((summary) => summary[statistic]));
      const [p5, p25, p50, p75, p95] = [all("p5"), all("p25"), all("p50"), all("p75"), all("p95")];
      return {
        kind,
        unit,
        label,
        steps: stepNumbers(run),
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
      const chances = await allInOrder(stepColumns(column, run).map((step) => hands.call("mean", step)));
      return { kind, label, steps: stepNumbers(run), probability: transpose(chances) };
    }
  }
}

/** Mean, sd and bands of one column, and the share of NaN ("did not happen"), which the others leave out. */
export interface ColumnSummary extends Record<Statistic, Estimate> {
  never: Estimate;
}

export function summarizeColumn(column: Float64Array): ColumnSummary {
  const { mean, sd, happened } = moments(column);
  const bands =
    sd.value === 0
      ? bandNames.map(() => ({ value: mean.value, error: 0 }))
      : quantiles(column, Object.values(bandProbabilities));
  const [p5, p25, p50, p75, p95] = bands as [Estimate, Estimate, Estimate, Estimate, Estimate];
  const never = { value: 1 - happened.value, error: happened.error };
  return { never, mean, sd, p5, p25, p50, p75, p95 };
}

function stepColumns(column: Float64Array, { steps, trials }: Run): Float64Array[] {
  return Array.from({ length: steps }, (_, step) => stepOf(column, step, trials));
}

function stepNumbers({ steps }: Run): number[] {
  return Array.from({ length: steps }, (_, step) => step + 1);
}

function transpose(estimates: readonly Estimate[]): Estimates {
  return { value: estimates.map(({ value }) => value), error: estimates.map(({ error }) => error) };
}
