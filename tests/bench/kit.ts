// This kit's side of the comparison: a model under beliefs, one or two threads, warm.
import { fileURLToPath } from "node:url";
import { summarize } from "../../src/analysis/summary.ts";
import type { Config } from "../../src/assumptions/assumptions.ts";
import { readModel } from "../../src/node/project/readModel.ts";
import { withWorkerPool } from "../../src/node/workers/workerPool.ts";
import { roundTrials } from "../../src/sampling/plan.ts";
import type { Executor } from "../../src/simulation/executor.ts";
import type { Scenario } from "../../src/simulation/scenario.ts";
import { Simulator } from "../../src/simulation/simulator.ts";
import { judged } from "../judged.ts";

/** A model under beliefs. */
export interface KitModel {
  /** File name in models/, without ending. */
  file: string;
  scenario: Scenario;
  beliefs: Readonly<Record<string, string>>;
  steps: number;
}

/** All outputs of a model with their quantile bands and errors; inputs are sampled anew each time. */
export async function play(
  model: KitModel,
  executor: Executor,
  trials: number,
  outputs?: string[],
): Promise<unknown> {
  const simulator = new Simulator(model.scenario, executor, {
    trials: roundTrials(trials),
    steps: model.steps,
  });
  const run = await simulator.run(
    { name: "base", assumptions: judged(model.scenario, model.beliefs) },
    { keep: outputs },
  );
  return summarize(run);
}

/** An executor of this thread, or of so many worker threads, for as long as `act` takes. */
export async function withExecutor<Result>(
  model: KitModel,
  workers: number,
  act: (executor: Executor) => Promise<Result>,
): Promise<Result> {
  const { file } = model;
  const none = { correlations: [], levels: [], variants: [], claims: new Map() };
  const config: Config = { seed: "bench", trials: 0, steps: model.steps, ...none };
  const modelFile = fileURLToPath(new URL(`./models/${file}.ts`, import.meta.url));
  const { script, default: exported } = await readModel(modelFile);
  const scenario = exported as Scenario;
  return withWorkerPool({ name: file, scenario, script, config, data: new Map(), workers }, act);
}
