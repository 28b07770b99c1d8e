// An output as summary.json holds it. The catalogue reads figures from this shape, of a run in memory and on disk alike.

import type { OutputSummary } from "../../analysis/findings.ts";
import { isStable } from "../../analysis/stableMean.ts";
import { hasProbability, hasSteps } from "../../analysis/summaries.ts";
import type { Estimate, Estimates, Statistic } from "../../simulation/statistics/estimate.ts";
import { probabilityWords } from "../probabilityWords.ts";
import { spreadNames } from "./figureNames.ts";

/** A figure with its error and nothing else, in the order in which it is written. */
export function estimateData<Figure>({ value, error }: { value: Figure; error: Figure }) {
  return { value, error };
}

/**
 * An output as plain data, its keys in the order of summary.json. A mean or sd that a handful of trials decide has an
 * infinite error (null in JSON) and is marked by `meanIsStable: false`, `sdIsStable: false`, of a series where it is so at
 * any step.
 */
export function outputData(output: OutputSummary) {
  const { kind, label } = output;
  const steps = hasSteps(output) ? { steps: output.steps } : {};
  if (hasProbability(output)) {
    const { probability } = output;
    const words = hasSteps(output) ? {} : { words: probabilityWords(output.probability) };
    return { kind, label, ...steps, probability: estimateData<unknown>(probability), ...words };
  }
  const never = "never" in output && output.never ? { never: estimateData(output.never) } : {};
  const mark = {
    ...(!isStable(output) && { meanIsStable: false }),
    ...(!isStable(output, "sd") && { sdIsStable: false }),
  };
  return { kind, label, unit: output.unit, ...steps, ...never, ...mark, ...spreadData(output) };
}

function spreadData(output: Readonly<Record<Statistic, Estimate | Estimates>>) {
  return Object.fromEntries(spreadNames.map((name) => [name, estimateData<unknown>(output[name])]));
}
