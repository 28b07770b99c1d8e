// What runs have left: the figures of scenarios, from their summary.json.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { figureCatalogue } from "../../format/figures/catalogue.ts";
import type { FigureNode } from "../../format/figures/figure.ts";
import type { RunSettings } from "../../report/html/runChanges.ts";
import { isOfAnotherRun, runSettingsOf } from "./runSettings.ts";

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

/** How the run of this scenario was set; as its config has it where run.json is missing or broken. */
export function readRunSettings(out: string, name: string): RunSettings {
  return runSettingsOf(name, readManifest(out, name));
}

/** Whether summary.json and run.json of this scenario are of different runs. */
export function isMixed(out: string, name: string): boolean {
  return isOfAnotherRun(readFileSync(join(out, name, "summary.json"), "utf8"), readManifest(out, name));
}

function readManifest(out: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(out, name, "run.json"), "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
