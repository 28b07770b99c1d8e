// `sandtable readings`: does the headline survive when hedged figures are read otherwise?
import { resolve } from "node:path";
import type { Command } from "commander";
import { tryInterpretations, usualCombinations } from "../../analysis/interpretations/tryInterpretations.ts";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { readingsData } from "../../format/interpretationsJson.ts";
import { jsonText } from "../../format/jsonText.ts";
import { writeReadings } from "../../node/output/writeInterpretations.ts";
import { shownPath } from "../../node/project/posix.ts";
import type { Session } from "../../node/project/session.ts";
import { withWorkerPool } from "../../node/workers/workerPool.ts";
import { describeReadings } from "../describeInterpretations.ts";
import { loadScenariosFor } from "../loadScenariosFor.ts";
import {
  addSimulationOptions,
  defaultOut,
  outFolder,
  type RunCommandOptions,
  readWhole,
} from "../options.ts";
import { progressBar } from "../progress.ts";
import { print } from "../terminal.ts";

interface ReadingsOptions extends RunCommandOptions {
  combinations?: string;
}

/** Registers `readings` with the program. */
export function register(command: Command, session: Session): void {
  addSimulationOptions(command)
    .option(
      "--combinations <n>",
      `play so many combinations of readings at most (default: ${usualCombinations})`,
    )
    .option("--out <folder>", `where the outputs go (default: ${defaultOut})`, outFolder)
    .option("--json", "print the findings as JSON; files are written only if --out is given too")
    .option("--quiet", "print nothing")
    .action((name: string, options: ReadingsOptions) => readings(name, options, session));
}

async function readings(name: string, options: ReadingsOptions, session: Session): Promise<void> {
  const combinations = combinationsOf(options);
  const { scenarios, workers } = await loadScenariosFor([name], options, session);
  const loaded = scenarios[0]!;
  const progress = progressBar(process.stderr, Date.now, { silent: options.quiet === true });
  const findings = await withWorkerPool({ ...loaded, workers, session }, (executor) =>
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
  else if (!options.quiet) {
    const [data, picture] = ["readings.json", "charts/readings.svg"].map((file) =>
      shownPath(out!, loaded.name, file),
    );
    print(`${describeReadings(findings)}\n\nFiles: ${data}, ${picture}`);
  }
}

const maxCombinations = 1_000_000;

function combinationsOf({ combinations }: ReadingsOptions): number {
  if (combinations === undefined) return usualCombinations;
  const problems: Problem[] = [];
  const bounds = [0, maxCombinations] as const;
  const count = readWhole("--combinations", combinations, bounds, problems, "0 plays none");
  if (count === undefined) throw new BadInput(problems);
  return count;
}
