// This kit's side of the comparison: a model under beliefs, one or two threads, warm.
import { fileURLToPath } from "node:url";
import type { Hands } from "../../src/analysis/hands.ts";
import { Stage } from "../../src/analysis/stage.ts";
import { summarize } from "../../src/analysis/summary.ts";
import type { Config } from "../../src/assumptions/assumptions.ts";
import { withCrew } from "../../src/node/pool.ts";
import { readModel } from "../../src/node/readModel.ts";
import { roundTrials } from "../../src/sampling/plan.ts";
import type { Scenario } from "../../src/simulation/scenario.ts";
import { judged } from "../judged.ts";

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
  hands: Hands,
  trials: number,
  outputs?: string[],
): Promise<unknown> {
  const stage = new Stage(model.scenario, hands, { trials: roundTrials(trials), steps: model.steps });
  const run = await stage.run(
    { name: "base", assumptions: judged(model.scenario, model.beliefs) },
    { keep: outputs },
  );
  const kept = Object.fromEntries(
    Object.keys(run.outputs).map((name) => [name, model.scenario.outputs[name]!]),
  );
  const shown = new Stage({ ...model.scenario, outputs: kept }, hands, stage);
  return summarize(shown, run);
}

/** Hands of this thread, or of so many worker threads, for as long as `act` takes. */
export async function withHands<Result>(
  model: KitModel,
  workers: number,
  act: (hands: Hands) => Promise<Result>,
): Promise<Result> {
  const { file } = model;
  const config = { seed: "bench", steps: model.steps, correlations: [] } as unknown as Config;
  const modelFile = fileURLToPath(new URL(`./models/${file}.ts`, import.meta.url));
  const { script, default: exported } = await readModel(modelFile);
  return withCrew({ name: file, scenario: exported as Scenario, script, config, workers }, act);
}
