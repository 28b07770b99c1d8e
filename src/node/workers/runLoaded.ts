// A loaded scenario is run by worker threads, or by this thread where that is quicker.
import type { Analyses } from "../../analysis/analysis.ts";
import type { analyses } from "../../analysis/index.ts";
import { type RunScenarioOptions, runScenario, type ScenarioRun } from "../../analysis/runScenario.ts";
import { inTurn, type PoolHost, type WorkerPoolOptions, withWorkerPool } from "./workerPool.ts";

/** Which threads run a scenario, and who has precedence. */
export interface RunHost extends PoolHost {
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
  loaded: Omit<WorkerPoolOptions, keyof PoolHost>,
  { turn, ...host }: RunHost,
  options: RunLoadedOptions = {},
): Promise<ScenarioRun> {
  return withWorkerPool({ ...loaded, ...host }, (pool) =>
    runScenario(loaded, { ...options, executor: turn ? inTurn(pool, { turn }) : pool }),
  );
}
