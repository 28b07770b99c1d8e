// `--until "totalPaid 1%"`: its text, what is wrong with it, and what it took.

import type { ConvergenceResult, Goal, GoalStatus } from "../analysis/runUntilPrecise.ts";
import { BadInput, type Problem } from "../assumptions/problems.ts";
import { BeliefProblem } from "../beliefs/beliefProblem.ts";
import { nearestHint } from "../beliefs/nearest.ts";
import { readNumber } from "../beliefs/parseBelief.ts";
import { formatCount, formatNumber } from "../format/numbers.ts";
import type { LoadedScenario } from "../node/project/loadScenarios.ts";

/** Options of `--until`. */
export interface UntilOptions {
  trials?: string;
  until?: string[];
  maxTrials?: string;
}

/** The goals of one scenario, and the trials that they may take. */
export interface ScenarioGoals {
  goals: Goal[];
  maxTrials: number;
}

/** Where nothing is said: minutes, not hours, for most scenarios. */
const defaultMaxTrials = 2 ** 24;
const [minMaxTrials, maxMaxTrials] = [256, 2 ** 31];

/** What is wished of each scenario, in their order; undefined where no word says until when. */
export function goalsFor(
  { trials, until, maxTrials }: UntilOptions,
  scenarios: readonly LoadedScenario[],
): ScenarioGoals[] | undefined {
  const problems: Problem[] = [];
  if (until === undefined) {
    if (maxTrials === undefined) return undefined;
    const hint = "--trials says how many are played";
    throw new BadInput([{ path: "--max-trials", message: "bounds --until, which is not given", hint }]);
  }
  const most = maxTrials === undefined ? defaultMaxTrials : readMost(maxTrials, problems);
  const wishes = scenarios.map((loaded) => {
    const goals = until.flatMap((word) => goalsOf(word, loaded, problems));
    return { goals, maxTrials: most };
  });
  for (const { config } of trials === undefined ? [] : scenarios) {
    if (config.trials <= most) continue;
    const message = `begins with ${formatCount(config.trials)}, --until may take ${formatCount(most)}`;
    problems.push({ path: "--trials", message, hint: "--max-trials allows more" });
  }
  if (problems.length > 0) throw new BadInput(problems);
  return wishes;
}

function readMost(word: string, problems: Problem[]): number {
  const most = read(word);
  if (Number.isInteger(most) && most >= minMaxTrials && most <= maxMaxTrials) return most;
  const message = `is ${JSON.stringify(word)}, a whole number from ${minMaxTrials} to ${maxMaxTrials} is wanted`;
  problems.push({ path: "--max-trials", message });
  return defaultMaxTrials;
}

function read(word: string): number {
  try {
    return readNumber(word);
  } catch (error) {
    if (error instanceof BeliefProblem) return Number.NaN;
    throw error;
  }
}

/** "totalPaid 1%" is one goal, "1%" one for each headline output. */
function goalsOf(word: string, { name, scenario }: LoadedScenario, problems: Problem[]): Goal[] {
  const [, output, figure] = /^\s*(?:([A-Za-z_$][\w$-]*)[\s=:]+)?(\S.*?)\s*$/.exec(word) ?? [];
  const path = `--until ${JSON.stringify(word)}`;
  const relative = read((figure ?? "").replace(/\s+%$/, "%"));
  if (!(relative > 0 && relative < 1)) {
    const message = "a relative error above 0 % and below 100 % is wanted";
    problems.push({ path, message, hint: 'as in "totalPaid 1%" or "1%"' });
  }
  if (output === undefined) return scenario.headline.map((headline) => ({ output: headline, relative }));
  const outputs = Object.keys(scenario.outputs);
  if (!outputs.includes(output)) {
    problems.push({ path, message: `${name} has no output "${output}"`, hint: nearestHint(output, outputs) });
  }
  return [{ output, relative }];
}

/** While it goes on: "65,536 trials; totalPaid p95 ± 1.4 %, 1 % is wanted" */
export function describeStep(trials: number, statuses: readonly GoalStatus[]): string {
  const distance = ({ reached, relative }: GoalStatus) => reached / relative;
  const [furthest] = statuses.filter(({ met }) => !met).sort((one, other) => distance(other) - distance(one));
  const count = `${trials.toLocaleString("en-US")} trials`;
  if (!furthest) return count;
  return `${count}; ${furthest.output} ${describeReached(furthest)}, ${percent(furthest.relative)} is wanted`;
}

/** What it took, in a sentence a goal. */
export function describeConvergence({ trials, met, statuses }: ConvergenceResult): string {
  const count = trials.toLocaleString("en-US");
  const lead = met ? `It took ${count} trials:` : `Not reached with the ${count} trials that were allowed:`;
  const told = statuses.map((status) => {
    const { output, relative, variant } = status;
    const sign = status.met ? "within" : "not within";
    return `  ${output} is ${sign} ${percent(relative)}; its ${describeReached(status)} is the least certain (${variant})`;
  });
  return [lead, ...told].join("\n");
}

/** How far a run came that did not come far enough, in a line. */
export function describeShortfall(scenario: string, { trials, statuses }: ConvergenceResult): string {
  return `${scenario}: --until is not reached: ${describeStep(trials, statuses)}`;
}

function describeReached({ figure, reached }: GoalStatus): string {
  return Number.isFinite(reached) ? `${figure} ± ${percent(reached)}` : `${figure}, which is not known yet,`;
}

function percent(share: number): string {
  return formatNumber(share, { percent: true, digits: 2 });
}
