// The crossings of a config's levels, variant by variant.
import type { Level } from "../assumptions/assumptions.ts";
import { isOf, kindOf } from "../simulation/outputKinds/kindOf.ts";
import type { OutputDeclarations } from "../simulation/scenario.ts";
import type { Run, Simulator } from "../simulation/simulator.ts";
import type { Crossing } from "./findings.ts";

/** One crossing for each level, to be filled variant by variant. */
export function startCrossings(levels: readonly Level[], outputs: OutputDeclarations): Crossing[] {
  return levels.flatMap(({ output, side, level, label }) => {
    const declared = outputs[output];
    if (!declared || !isOf(declared, "number", "series")) return [];
    const unit = kindOf(declared).unitOf(declared);
    const own = label === undefined ? {} : { label };
    return [{ output, outputLabel: declared.label, unit, side, level, ...own, variants: [] }];
  });
}

/** Adds what a run of a variant shows to each crossing. */
export async function addCrossings(
  simulator: Simulator,
  crossings: readonly Crossing[],
  { name, title }: { name: string; title: string },
  { outputs, trials, steps }: Run,
): Promise<void> {
  for (const { output, side, level, variants } of crossings) {
    const column = outputs[output]!;
    const summary = await simulator.executor.call("crossing", { column, trials, steps, side, level });
    variants.push({ variant: name, title, ...summary });
  }
}
