// Two variants under common random numbers: their difference, trial by trial.

import { allInOrder } from "../simulation/executor.ts";
import { kindOf } from "../simulation/outputKinds/kindOf.ts";
import type { OutputDeclarations } from "../simulation/scenario.ts";
import type { Run, Simulator } from "../simulation/simulator.ts";
import type { Difference } from "../simulation/statistics/difference.ts";
import type { Comparison, OutputComparison } from "./findings.ts";

/** The paired differences of all outputs of kinds that are compared: `run` minus `base`, in the trials in which both happened. */
export function compare({ scenario, executor }: Simulator, run: Run, base: Run): Promise<Comparison> {
  return compareOutputs(scenario.outputs, { variant: run.name, against: base.name }, (output) =>
    executor.call("difference", [run.outputs[output]!, base.outputs[output]!]),
  );
}

/** The comparison of two variants from the differences of their outputs. */
export async function compareOutputs(
  outputs: OutputDeclarations,
  { variant, against }: Pick<Comparison, "variant" | "against">,
  differenceOf: (output: string) => Difference | Promise<Difference>,
): Promise<Comparison> {
  const comparisons = Object.entries(outputs).map(async ([name, output]) => {
    const kind = kindOf(output);
    if (!kind.isCompared) return [];
    const { mean, p5, p50, p95, greater } = await differenceOf(name);
    const compared: OutputComparison = {
      label: output.label,
      unit: kind.unitOf(output),
      difference: { mean, p5, p50, p95 },
      chanceGreater: greater,
    };
    return [[name, compared]];
  });
  return { variant, against, outputs: Object.fromEntries((await allInOrder(comparisons)).flat()) };
}
