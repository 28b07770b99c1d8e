// `npm start`: everything there is, one part after the other, and where to look at it.
import { join } from "node:path";
import type { Command } from "commander";
import type { Session } from "../../node/project/session.ts";
import { addSimulationOptions, defaultOut, outFolder, type RunCommandOptions } from "../options.ts";
import { print } from "../terminal.ts";
import { runNotebooks } from "./notebook.ts";
import { runScenarios } from "./run.ts";

/** Registers `all` with the program. */
export function register(command: Command, session: Session): void {
  addSimulationOptions(command)
    .option("--out <folder>", "where the outputs go", outFolder, defaultOut)
    .option("--quiet", "print nothing")
    .action((options: RunCommandOptions) => all(options, session));
}

async function all(options: RunCommandOptions, session: Session): Promise<void> {
  await runScenarios([], options, session);
  const { out = defaultOut, trials, trialTimeout, quiet } = options;
  const forNotebooks = {
    out,
    ...(trials !== undefined && { trials }),
    ...(trialTimeout !== undefined && { trialTimeout }),
    ...(quiet && { quiet }),
  };
  await runNotebooks([], forNotebooks, session);
  if (options.quiet) return;
  print(`\nLook at this first, in a browser:\n  ${join(options.out ?? defaultOut, "index.html")}`);
}
