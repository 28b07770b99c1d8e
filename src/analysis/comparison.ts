// Each variant beside the base on the same random numbers: their differences, trial by trial.

import { allInOrder } from "../simulation/executor.ts";
import { kindOf } from "../simulation/outputKinds/kindOf.ts";
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

/** The paired differences of all outputs of kinds that are compared: `run` minus its base, in the trials in which both happened. */
export async function compare(run: ComparedRun): Promise<Comparison> {
  const compared = Object.entries(run.declared).map(async ([name, output]) => {
    const kind = kindOf(output);
    if (!kind.isCompared) return [];
    const { mean, p5, p50, p95, greater } = await run.difference(name);
    const comparison: OutputComparison = {
      label: output.label,
      unit: kind.unitOf(output),
      difference: { mean, p5, p50, p95 },
      chanceGreater: greater,
    };
    return [[name, comparison]];
  });
  const outputs = Object.fromEntries((await allInOrder(compared)).flat());
  return { variant: run.name, against: run.against, outputs };
}
