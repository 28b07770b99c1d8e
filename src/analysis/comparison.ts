// Two variants on the same luck: their difference, trial by trial.

import { allInOrder } from "../simulation/executor.ts";
import type { OutputDeclarations } from "../simulation/scenario.ts";
import type { Run, Simulator } from "../simulation/simulator.ts";
import type { Difference } from "../simulation/statistics/difference.ts";
import type { Comparison, OutputComparison } from "./findings.ts";

/** The paired differences of all scalars and events: `run` minus `base`, in the trials in which both happened. */
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
  const compared = Object.entries(outputs).map(async ([name, output]) => {
    if (output.kind !== "scalar" && output.kind !== "event") return [];
    const { mean, p5, p50, p95, greater } = await differenceOf(name);
    const unit = output.kind === "scalar" ? output.unit : "1";
    const difference = { mean, p5, p50, p95 };
    return [
      [name, { label: output.label, unit, difference, chanceGreater: greater } satisfies OutputComparison],
    ];
  });
  return { variant, against, outputs: Object.fromEntries((await allInOrder(compared)).flat()) };
}
