// Two variants on the same luck: their difference, trial by trial.
import type { Comparison, OutputComparison } from "./findings.ts";
import { allInOrder } from "./hands.ts";
import type { Run, Stage } from "./stage.ts";

/** The paired differences of all scalars and events: `run` minus `base`, in the trials in which both happened. */
export async function compare(stage: Stage, run: Run, base: Run): Promise<Comparison> {
  const compared = Object.entries(stage.scenario.outputs).map(async ([name, output]) => {
    if (output.kind !== "scalar" && output.kind !== "event") return [];
    const columns = [run.outputs[name]!, base.outputs[name]!] as const;
    const { mean, p5, p50, p95, greater } = await stage.hands.call("difference", columns);
    const unit = output.kind === "scalar" ? output.unit : "1";
    const difference = { mean, p5, p50, p95 };
    return [
      [name, { label: output.label, unit, difference, chanceGreater: greater } satisfies OutputComparison],
    ];
  });
  return {
    variant: run.name,
    against: base.name,
    outputs: Object.fromEntries((await allInOrder(compared)).flat()),
  };
}
