// What runs have left: the figures of scenarios, from their summary.json.
import { join } from "node:path";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { figureCatalogue } from "../../format/figures/catalogue.ts";
import type { FigureNode } from "../../format/figures/figure.ts";
import { MissingFile, readText } from "../project/readText.ts";

/** The figures of these scenarios by name; a missing or broken summary is told with what would make it. */
export function readSummaries(out: string, names: readonly string[]): Map<string, FigureNode> {
  const problems: Problem[] = [];
  const trees = new Map<string, FigureNode>();
  for (const name of names) {
    const path = join(out, name, "summary.json");
    const hint = `\`sandtable run ${name}\` writes it`;
    try {
      trees.set(name, figureCatalogue(JSON.parse(readText(path, "output"))));
    } catch (error) {
      if (error instanceof MissingFile) problems.push({ path, message: "is not there yet", hint });
      else if (error instanceof BadInput) problems.push(...error.problems);
      else if (error instanceof SyntaxError) problems.push({ path, message: "is no JSON", hint });
      else throw error;
    }
  }
  if (problems.length > 0) throw new BadInput(problems);
  return trees;
}
