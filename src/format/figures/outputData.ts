// An output as summary.json holds it. The catalogue reads figures from this shape, of a run in memory and on disk alike.
import type { OutputSummary } from "../../analysis/findings.ts";
import { meanIsStable } from "../../analysis/stableMean.ts";
import type { Statistic } from "../../simulation/statistics/estimate.ts";
import { probabilityWords } from "../probabilityWords.ts";
import { spreadNames } from "./figureNames.ts";

/** A figure with its error and nothing else, in the order in which it is written. */
export function estimateData<Figure>({ value, error }: { value: Figure; error: Figure }) {
  return { value, error };
}

/**
 * An output as plain data, its keys in the order of summary.json. Mean and sd that a handful of trials decide are marked
 * by `meanIsStable: false`, of a series where it is so at any step.
 */
export function outputData(output: OutputSummary) {
  const { kind, label } = output;
  const mark = meanIsStable(output) ? {} : { meanIsStable: false };
  switch (output.kind) {
    case "scalar": {
      const never = output.never === undefined ? {} : { never: estimateData(output.never) };
      return { kind, label, unit: output.unit, ...never, ...mark, ...spreadData(output) };
    }
    case "series":
      return { kind, label, unit: output.unit, steps: output.steps, ...mark, ...spreadData(output) };
    case "event":
      return {
        kind,
        label,
        probability: estimateData(output.probability),
        words: probabilityWords(output.probability),
      };
    case "event-series":
      return { kind, label, steps: output.steps, probability: estimateData(output.probability) };
  }
}

function spreadData<Figure>(output: Readonly<Record<Statistic, { value: Figure; error: Figure }>>) {
  return Object.fromEntries(spreadNames.map((name) => [name, estimateData(output[name])]));
}
