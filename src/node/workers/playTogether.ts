// Several loaded scenarios, played one after the other on the same random numbers.
import { outputsAsked } from "../../analysis/together/condition.ts";
import type { PlayedWorld } from "../../analysis/together/futures.ts";
import {
  outputsWorthKeeping,
  type PlayedScenario,
  playScenario,
} from "../../analysis/together/playedScenario.ts";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { roundTrials } from "../../sampling/plan.ts";
import type { LoadedScenario } from "../project/loadScenarios.ts";
import type { RunHost } from "./runLoaded.ts";
import { SharedUpstream } from "./sharedUpstream.ts";
import { inTurn, withWorkerPool } from "./workerPool.ts";
import { keptThreads } from "./workerThreads.ts";

/** What is played together. */
export interface TogetherOptions {
  /** Names of the assumptions in common.yaml. */
  common: readonly string[];
  /** Conditions whose outputs are kept; those of headlines and levels are in any case. */
  given?: readonly string[];
  /** Whether all outputs are kept, for conditions that are not known yet. */
  keepAll?: boolean;
  /** Called with the share of the work that is done, and the scenario that is played. */
  onProgress?: (share: number, scenario: string) => void;
}

/**
 * Plays scenarios on the same trials.
 * @throws BadInput where their seeds or trials differ: then a trial of one is no trial of the others
 */
export async function playTogether(
  scenarios: readonly LoadedScenario[],
  { turn, session, ...host }: RunHost,
  { common, given = [], keepAll = false, onProgress }: TogetherOptions,
): Promise<PlayedWorld> {
  refuseDifferentTrials(scenarios);
  const asked = outputsAsked(given);
  const sharedUpstream = session?.get(keptThreads).upstream ?? new SharedUpstream();
  const played: PlayedScenario[] = [];
  for (const [index, loaded] of scenarios.entries()) {
    const { name, scenario, config } = loaded;
    const known = Object.keys(scenario.outputs);
    const wanted = new Set([...outputsWorthKeeping(scenario, config.levels), ...(asked.get(name) ?? [])]);
    const keep = keepAll ? known : known.filter((output) => wanted.has(output));
    const show = (share: number) => onProgress?.((index + share) / scenarios.length, name);
    show(0);
    played.push(
      await withWorkerPool({ ...loaded, ...host, session, sharedUpstream }, (pool) =>
        playScenario(loaded, turn ? inTurn(pool, { turn }) : pool, { keep, common, onProgress: show }),
      ),
    );
  }
  const { seed, trials } = scenarios[0]!.config;
  return { seed, trials: roundTrials(trials), scenarios: played, common };
}

function refuseDifferentTrials(scenarios: readonly LoadedScenario[]): void {
  const problems = (["seed", "trials"] as const).flatMap((setting): Problem[] => {
    const values = scenarios.map(({ name, config }) => ({ name, value: config[setting] }));
    if (new Set(values.map(({ value }) => value)).size < 2) return [];
    const told = values.map(({ name, value }) => `${name} has ${JSON.stringify(value)}`).join(", ");
    const message = `differs: ${told}; a trial is the same world only where all have the same`;
    return [{ path: setting, message, hint: `give it once, in scenarios/common.yaml, or as --${setting}` }];
  });
  if (problems.length > 0) throw new BadInput(problems);
}
