// `sandtable readings`: does the headline survive when hedged figures are read otherwise?
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { tryInterpretations, usualCombinations } from "../../analysis/interpretations/tryInterpretations.ts";
import { BadInput } from "../../assumptions/problems.ts";
import { readingsData } from "../../format/interpretationsJson.ts";
import { jsonText } from "../../format/jsonText.ts";
import { writeReadings } from "../../node/output/writeInterpretations.ts";
import { withWorkerPool } from "../../node/workers/workerPool.ts";
import { describeReadings } from "../describeInterpretations.ts";
import { loadScenariosFor } from "../loadScenariosFor.ts";
import { addSimulationOptions, defaultOut, outFolder, type RunCommandOptions } from "../options.ts";
import { progressBar } from "../progress.ts";
import { print } from "../terminal.ts";

interface ReadingsOptions extends RunCommandOptions {
  combinations?: string;
}

export function register(command: Command): void {
  addSimulationOptions(command)
    .option(
      "--combinations <n>",
      `play so many combinations of readings at most (default: ${usualCombinations})`,
    )
    .option("--out <folder>", `where the outputs go (default: ${defaultOut})`, outFolder)
    .option("--json", "print the findings as JSON; files are written only if --out is given too")
    .option("--quiet", "print nothing")
    .action(readings);
}

async function readings(name: string, options: ReadingsOptions): Promise<void> {
  const combinations = combinationsOf(options);
  const { scenarios, workers } = await loadScenariosFor([name], options);
  const loaded = scenarios[0]!;
  const progress = progressBar(process.stderr, Date.now, { silent: options.quiet === true });
  const findings = await withWorkerPool({ ...loaded, workers }, (executor) =>
    tryInterpretations(loaded.name, loaded.scenario, loaded.config, {
      executor,
      combinations,
      onProgress: (share) => progress.show(share, loaded.name),
    }),
  );
  const out = options.out ?? (options.json ? undefined : defaultOut);
  if (out !== undefined) await writeReadings(resolve(out, loaded.name), findings);
  progress.clear();
  if (options.json) print(jsonText(readingsData(findings)));
  else if (!options.quiet) print(`${describeReadings(findings)}\n\n${filesLine(join(out!, loaded.name))}`);
}

function filesLine(folder: string): string {
  return `Files: ${join(folder, "readings.json")}, ${join(folder, "charts", "readings.svg")}`;
}

const maxCombinations = 1_000_000;

function combinationsOf({ combinations }: ReadingsOptions): number {
  if (combinations === undefined) return usualCombinations;
  const count = /^\d+$/.test(combinations) ? Number(combinations) : Number.NaN;
  if (count <= maxCombinations) return count;
  const message = `is ${JSON.stringify(combinations)}, a whole number from 0 to ${maxCombinations} is wanted`;
  throw new BadInput([{ path: "--combinations", message, hint: "0 plays none" }]);
}
