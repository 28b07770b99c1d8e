// What runs have left: the figures of scenarios, from their summary.json.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { figureCatalogue } from "../../format/figures/catalogue.ts";
import type { FigureNode } from "../../format/figures/figure.ts";

/** The figures of these scenarios by name; a missing or broken summary is told with what would make it. */
export function readSummaries(out: string, names: readonly string[]): Map<string, FigureNode> {
  const problems: Problem[] = [];
  const trees = new Map<string, FigureNode>();
  for (const name of names) {
    const path = join(out, name, "summary.json");
    const hint = `\`sandtable run ${name}\` writes it`;
    try {
      trees.set(name, figureCatalogue(JSON.parse(readFileSync(path, "utf8"))));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT")
        problems.push({ path, message: "is not there yet", hint });
      else if (error instanceof SyntaxError) problems.push({ path, message: "is no JSON", hint });
      else throw error;
    }
  }
  if (problems.length > 0) throw new BadInput(problems);
  return trees;
}
