// The options that all commands share which run a scenario, as texts, and what is wrong with them.
import type { Command } from "commander";
import { BadInput, type Problem } from "../assumptions/problems.ts";
import type { Overrides } from "../assumptions/readConfig.ts";
import type { Session } from "../node/project/session.ts";
import { userCode } from "../node/project/userCode.ts";
import { defaultLimitMs, limitWords } from "../simulation/userCodeWatch.ts";

/** What a person may write after `run` and its relatives. */
export interface RunCommandOptions {
  variant?: string[];
  trials?: string;
  seed?: string;
  horizon?: string;
  set?: string[];
  config?: string;
  workers?: string;
  trialTimeout?: string;
  out?: string;
  json?: true;
  quiet?: true;
}

/** The folder of the outputs unless `--out` names another. */
export const defaultOut = "outputs";

/** For options that are repeatable: all their values. */
export const collect = (word: string, earlier: string[] = []): string[] => [...earlier, word];

/** Options that change what is simulated. */
export function addSimulationOptions(command: Command): Command {
  return addTrialTimeout(command)
    .option("--trials <n>", "how many futures to play")
    .option("--seed <text>", "another seed is another set of futures")
    .option("--horizon <time>", 'how far to look: "36 months", "to 2025-12"')
    .option("--set <name=belief>", 'an assumption, in every variant: "price=11k to 40k"; repeatable', collect)
    .option("--config <file>", "another YAML in place of the scenario's own; - is standard input")
    .option("--workers <n>", "how many threads may be used");
}

/** For commands that run code of the user: how long it may take. */
export function addTrialTimeout(command: Command): Command {
  return command.option(
    "--trial-timeout <time>",
    `how long a trial, or a file that is read, may take: "60s", "5 min" (default: ${limitWords(defaultLimitMs)})`,
  );
}

const unitMs: Readonly<Record<string, number>> = { s: 1000, min: 60_000, h: 3_600_000 };
const maxTimeoutMs = 24 * 3_600_000;

/** Has a session's watch end what takes longer than the option says; what is wrong with it is added to `problems`. */
export function limitTrials(word: string | undefined, session: Session, problems: Problem[]): void {
  const watch = session.get(userCode);
  watch.limitMs = defaultLimitMs;
  if (word === undefined) return;
  const [, number, unit] = /^\s*(\d+(?:\.\d+)?)\s*(s|min|h)\s*$/.exec(word) ?? [];
  const limitMs = Number(number) * (unitMs[unit ?? ""] ?? Number.NaN);
  if (limitMs > 0 && limitMs <= maxTimeoutMs) watch.limitMs = limitMs;
  else {
    const message = `is ${JSON.stringify(word)}, a time above 0 and up to 24 h is wanted`;
    problems.push({ path: "--trial-timeout", message, hint: "write 60s, 5min or 1h" });
  }
}

/** The folder that `--out` names: "" would be the project itself. */
export function outFolder(word: string): string {
  if (word.trim() !== "") return word;
  throw new BadInput([{ path: "--out", message: `is ${JSON.stringify(word)}, a folder's name is wanted` }]);
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
export function workersOf({ workers }: RunCommandOptions, problems: Problem[]): number | undefined {
  return workers === undefined ? undefined : readWhole("--workers", workers, [1, maxWorkers], problems);
}

/** A whole number within bounds, both included; undefined, with the problem noted, for any other word. */
export function readWhole(
  path: string,
  word: string,
  [min, max]: readonly [number, number],
  problems: Problem[],
  hint?: string,
): number | undefined {
  const count = /^\d+$/.test(word) ? Number(word) : Number.NaN;
  if (count >= min && count <= max) return count;
  const message = `is ${JSON.stringify(word)}, a whole number from ${min} to ${max} is wanted`;
  problems.push({ path, message, ...(hint !== undefined && { hint }) });
  return undefined;
}
