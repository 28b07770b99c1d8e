// `sandtable run`: plays scenarios, writes what they show, and says it.
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { analyse } from "../analysis/analyse.ts";
import type { Findings } from "../analysis/findings.ts";
import { jsonText } from "../analysis/jsonText.ts";
import { summaryOf } from "../analysis/summaryJson.ts";
import { drawCharts } from "../node/draw.ts";
import { withCrew } from "../node/pool.ts";
import { writeRun } from "../node/writeRun.ts";
import { describeFindings } from "./describeFindings.ts";
import { addSimulationOptions, addVariantOption, defaultOut, overridesOf, type RunWords } from "./options.ts";
import { print } from "./output.ts";
import { prepare } from "./prepare.ts";
import { progressBar } from "./progress.ts";

export function define(command: Command): void {
  addSimulationOptions(addVariantOption(command))
    .option("--out <folder>", `where the outputs go (default: ${defaultOut})`)
    .option("--json", "print the summary as JSON; files are written only if --out is given too")
    .option("--quiet", "print nothing")
    .action(async (scenarios: string[], words: RunWords) => {
      await runScenarios(scenarios, words);
    });
}

// Drawing takes about this part of a run; only the progress bar relies on it.
const drawingShare = 0.7;

/** Runs the named scenarios (all for no name) and gives the folders that were written, as paths to show. */
export async function runScenarios(names: readonly string[], words: RunWords): Promise<string[]> {
  const { project, scenarios, workers } = await prepare(names, words);
  const out = words.out ?? (words.json ? undefined : defaultOut);
  const progress = progressBar(process.stderr, Date.now, { silent: words.quiet === true });
  const summaries: unknown[] = [];
  const folders: string[] = [];
  for (const [index, loaded] of scenarios.entries()) {
    const { name, scenario, config } = loaded;
    const show = (share: number) => progress.show((index + share) / scenarios.length, name);
    const simulationShare = out === undefined ? 1 : 1 - drawingShare;
    const started = new Date();
    const findings = await withCrew({ ...loaded, workers }, (hands) =>
      analyse(name, scenario, config, { hands, onProgress: (share) => show(share * simulationShare) }),
    );
    summaries.push(summaryOf(findings));
    if (out !== undefined) {
      const charts = await drawCharts(findings, (share) => show(simulationShare + share * drawingShare));
      const seconds = (Date.now() - started.getTime()) / 1000;
      const record = { project, loaded, overrides: overridesOf(words), workers, started, seconds };
      await writeRun(resolve(out, name), record, findings, charts);
      folders.push(join(out, name));
    }
    progress.clear();
    if (!words.json && !words.quiet) print(textOf(findings, folders.at(-1), index));
  }
  if (words.json) print(jsonText(summaries.length === 1 ? summaries[0] : summaries));
  return folders;
}

function textOf(findings: Findings, folder: string | undefined, index: number): string {
  const files =
    folder === undefined ? "" : `\n\nFiles: ${join(folder, "summary.json")}, ${join(folder, "charts/")}`;
  return `${index > 0 ? "\n" : ""}${describeFindings(findings)}${files}`;
}
