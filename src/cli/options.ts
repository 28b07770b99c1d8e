// The options that all commands share which run a scenario, as texts, and what is wrong with them.
import type { Command } from "commander";
import { BadInput } from "../assumptions/problems.ts";
import type { Overrides } from "../assumptions/readConfig.ts";

/** What a person may write after `run` and its relatives. */
export interface RunCommandOptions {
  variant?: string[];
  trials?: string;
  seed?: string;
  horizon?: string;
  set?: string[];
  config?: string;
  workers?: string;
  out?: string;
  json?: true;
  quiet?: true;
}

export const defaultOut = "outputs";

/** Options that change what is simulated. */
export function addSimulationOptions(command: Command): Command {
  const collect = (word: string, earlier: string[] = []) => [...earlier, word];
  return command
    .option("--trials <n>", "how many futures to play")
    .option("--seed <text>", "another seed is another set of futures")
    .option("--horizon <time>", 'how far to look: "36 months"')
    .option("--set <name=belief>", 'an assumption, in every variant: "price=11k to 40k"; repeatable', collect)
    .option("--config <file>", "another YAML in place of the scenario's own")
    .option("--workers <n>", "how many threads may be used");
}

/** The folder that `--out` names: "" would be the project itself. */
export function outFolder(word: string): string {
  if (word.trim() !== "") return word;
  throw new BadInput([{ path: "--out", message: `is ${JSON.stringify(word)}, a folder's name is wanted` }]);
}

/** Repeatable `--variant`. */
export function addVariantOption(command: Command): Command {
  const collect = (word: string, earlier: string[] = []) => [...earlier, word];
  return command.option("--variant <name>", "only this variant beside the base; repeatable", collect);
}

/** What the options set otherwise than the config. */
export function overridesOf({ trials, seed, horizon, set }: RunCommandOptions): Overrides {
  return {
    ...(trials !== undefined && { trials }),
    ...(seed !== undefined && { seed }),
    ...(horizon !== undefined && { horizon }),
    ...(set !== undefined && { set }),
  };
}

const maxWorkers = 256;

/** The number of threads asked for, undefined where the machine decides. */
export function workersOf({ workers }: RunCommandOptions): number | undefined {
  if (workers === undefined) return undefined;
  const count = /^\d+$/.test(workers) ? Number(workers) : Number.NaN;
  if (count >= 1 && count <= maxWorkers) return count;
  const message = `is ${JSON.stringify(workers)}, a whole number from 1 to ${maxWorkers} is wanted`;
  throw new BadInput([{ path: "--workers", message }]);
}
