// `npm start`: everything there is, one part after the other, and where to look at it.
import { join } from "node:path";
import type { Command } from "commander";
import { addSimulationOptions, defaultOut, outFolder, type RunCommandOptions } from "../options.ts";
import { print } from "../terminal.ts";
import { runNotebooks } from "./notebook.ts";
import { runScenarios } from "./run.ts";

export function register(command: Command): void {
  addSimulationOptions(command)
    .option("--out <folder>", "where the outputs go", outFolder, defaultOut)
    .option("--quiet", "print nothing")
    .action(all);
}

async function all(options: RunCommandOptions): Promise<void> {
  await runScenarios([], options);
  const { out = defaultOut, trials, quiet } = options;
  await runNotebooks([], { out, ...(trials !== undefined && { trials }), ...(quiet && { quiet }) });
  if (options.quiet) return;
  print(`\nLook at this first, in a browser:\n  ${join(options.out ?? defaultOut, "index.html")}`);
}
