// A loaded scenario is run by worker threads, or by this thread where that is quicker.
import type { Analyses } from "../../analysis/analysis.ts";
import type { analyses } from "../../analysis/index.ts";
import { type RunScenarioOptions, runScenario, type ScenarioRun } from "../../analysis/runScenario.ts";
import type { LoadedScenario } from "../project/project.ts";
import { inTurn, withWorkerPool } from "./workerPool.ts";
import type { Threads } from "./workerThreads.ts";

/** Which threads run a scenario, and who has precedence. */
export interface RunHost {
  /** Exactly so many threads, 1 meaning this one; decided by the work itself if absent. */
  workers?: number | undefined;
  /** Threads that are there already: they do all of it. */
  threads?: Threads | undefined;
  /** Ends the run early: it fails with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Waits until it is this run's turn; asked before each piece of work. */
  turn?: (() => Promise<void>) | undefined;
}

/** What a run is told; the executor is that of the host. */
export type RunLoadedOptions<Asked extends Analyses = typeof analyses> = Omit<
  RunScenarioOptions<Asked>,
  "executor"
>;

/** Runs all variants with a worker pool that is there for this run alone. Throws as `runScenario` does. */
export function runLoaded(
  loaded: Pick<LoadedScenario, "name" | "scenario" | "config" | "script" | "data">,
  { turn, ...host }: RunHost,
  options: RunLoadedOptions = {},
): Promise<ScenarioRun> {
  return withWorkerPool({ ...loaded, ...host }, (pool) =>
    runScenario(loaded, { ...options, executor: turn ? inTurn(pool, { turn }) : pool }),
  );
}
