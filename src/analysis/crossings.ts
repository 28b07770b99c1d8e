// When series first cross a config's levels, variant by variant.
import type { Level } from "../assumptions/assumptions.ts";
import { isOf, kindOf } from "../simulation/outputKinds/kindOf.ts";
import type { OutputDeclarations } from "../simulation/scenario.ts";
import type { Analysis } from "./analysis.ts";
import type { Crossing } from "./findings.ts";

/** One crossing for each level of the config, with a summary for each variant. */
export const crossings: Analysis<Crossing[]> = ({ scenario, config }) => {
  const found = emptyCrossings(config.levels, scenario.outputs);
  return {
    async look(run, { name, title }) {
      for (const { output, side, level, variants } of found) {
        variants.push({ variant: name, title, ...(await run.crossing(output, side, level)) });
      }
    },
    findings: () => found,
  };
};

function emptyCrossings(levels: readonly Level[], outputs: OutputDeclarations): Crossing[] {
  return levels.flatMap(({ output, side, level, label }) => {
    const declared = outputs[output];
    if (!declared || !isOf(declared, "number", "series")) return [];
    const unit = kindOf(declared).unitOf(declared);
    const own = label === undefined ? {} : { label };
    return [{ output, outputLabel: declared.label, unit, side, level, ...own, variants: [] }];
  });
}
