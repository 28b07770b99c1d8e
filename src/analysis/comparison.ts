// Each variant beside the base on the same random numbers: their differences, trial by trial.

import { allInOrder } from "../simulation/executor.ts";
import type { ComparedRun } from "../simulation/run.ts";
import type { Analysis } from "./analysis.ts";
import type { Comparison, OutputComparison } from "./findings.ts";

/** The paired differences of every variant to the base. */
export const comparisons: Analysis<Comparison[]> = () => {
  const found: Comparison[] = [];
  return {
    async compare(run) {
      found.push(await compare(run));
    },
    findings: () => found,
  };
};

/** The paired differences of all scalars and events: `run` minus its base, in the trials in which both happened. */
export async function compare(run: ComparedRun): Promise<Comparison> {
  const compared = Object.entries(run.declared).map(async ([name, output]) => {
    if (output.kind !== "scalar" && output.kind !== "event") return [];
    const { mean, p5, p50, p95, greater } = await run.difference(name);
    const unit = output.kind === "scalar" ? output.unit : "1";
    const difference = { mean, p5, p50, p95 };
    return [
      [name, { label: output.label, unit, difference, chanceGreater: greater } satisfies OutputComparison],
    ];
  });
  const outputs = Object.fromEntries((await allInOrder(compared)).flat());
  return { variant: run.name, against: run.against, outputs };
}
