// Whether a scenario gives the same trial again: some trials are played in order and then backwards.

import type { Config, Variant } from "../../assumptions/assumptions.ts";
import { allocateOutputs, type OutputColumns } from "../../simulation/columns.ts";
import { createEngine, type Engine } from "../../simulation/engine.ts";
import { kindOf } from "../../simulation/outputKinds/kindOf.ts";
import { askedInputs, type Believed, type StageInputs, withDerived } from "../../simulation/runStages.ts";
import { pickOutputs, type Scenario } from "../../simulation/scenario.ts";
import { stagesOf } from "../../simulation/stages.ts";
import type { UserCodeWatch } from "../../simulation/userCodeWatch.ts";

/** Trials that are played again unless it is said otherwise. */
const usualTrials = 256;

/** How a scenario is checked. */
export interface DeterminismOptions {
  /** Trials of each variant that are played again. */
  trials?: number;
  /** Is told of each trial. */
  watch?: UserCodeWatch;
  /** A call of what gives other values at every call is enough, though these trials came out the same. */
  isCallEnough?: boolean;
}

const noClock = "count the steps, or read their `dates`, which a `start` in the config gives them";

/** What gives other values at every call, and what is said of a trial that asks it. */
const restless: readonly { holder: object; method: string; says: string }[] = [
  {
    holder: Math,
    method: "random",
    says: "it calls Math.random; draw from the trial's own `random` instead",
  },
  { holder: Date, method: "now", says: `it reads the clock (Date.now); ${noClock}` },
  { holder: globalThis, method: "Date", says: `it reads the clock (new Date()); ${noClock}` },
  { holder: performance, method: "now", says: `it reads the clock (performance.now); ${noClock}` },
  {
    holder: crypto,
    method: "getRandomValues",
    says: "it calls crypto.getRandomValues; draw from `random` instead",
  },
];

/** Undefined for a scenario whose trials hang on seed and inputs alone; else what was seen of one that does not. */
export async function checkDeterminism(
  name: string,
  scenario: Scenario,
  config: Config,
  options: DeterminismOptions = {},
): Promise<string | undefined> {
  for (const variant of config.variants) {
    const fault = await replayVariant(name, scenario, config, variant, options);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** The inputs of the first trials of a variant: the scenarios upstream are played once for them. */
async function inputsOf(
  scenario: Scenario,
  config: Config,
  engine: Engine,
  believed: Believed,
  trials: number,
): Promise<StageInputs> {
  const sampled = believed.assumptions.map((assumption) => {
    const column = new Float64Array(trials);
    engine.sample({ assumption, column, first: 0 });
    return [assumption.name, column] as const;
  });
  const columns = withDerived(believed, new Map(sampled), trials);
  const place = { variant: "base", stride: trials, first: 0, offset: 0, count: trials };
  return askedInputs({
    scenario,
    stages: stagesOf(scenario, config.steps),
    believed,
    columns,
    async upstream(stage, _, run) {
      const outputs = allocateOutputs(pickOutputs(stage.scenario, stage.taken), stage.steps, trials);
      engine.runTrials({ ...place, ...run, outputs });
      return outputs;
    },
  });
}

async function replayVariant(
  name: string,
  scenario: Scenario,
  config: Config,
  { name: variant, assumptions, derived }: Variant,
  { trials: replayed = usualTrials, watch, isCallEnough = false }: DeterminismOptions,
): Promise<string | undefined> {
  const engine = createEngine(name, scenario, config, watch);
  const allocate = () => allocateOutputs(scenario.outputs, config.steps, replayed);
  const [inOrder, backwards] = [allocate(), allocate()];
  const asked = await inputsOf(scenario, config, engine, { assumptions, derived }, replayed);
  const block = { variant, ...asked, stride: replayed };
  const calls = watchRestless();
  try {
    engine.runTrials({ ...block, outputs: inOrder, first: 0, offset: 0, count: replayed });
    // Another engine, since a stream starts anew only when the trial is another than the one before.
    const again = createEngine(name, scenario, config, watch);
    for (let trial = replayed - 1; trial >= 0; trial--) {
      again.runTrials({ ...block, outputs: backwards, first: trial, offset: trial, count: 1 });
    }
  } finally {
    calls.end();
  }
  const found = firstDifference(scenario, inOrder, backwards, replayed);
  if (!found) return isCallEnough ? calls.called() : undefined;
  const { output, trial, step, one, other } = found;
  const at = step === undefined ? "" : ` at step ${step + 1}`;
  const where = variant === "base" ? "" : ` of variant ${variant}`;
  const why = calls.called() ?? "it keeps something between trials";
  return `trial ${trial}${where} gave ${one} for "${output}"${at}, and ${other} when it was played again after others: ${why}`;
}

/** Counts the calls of what gives other values at every call, until the end. */
function watchRestless(): { called(): string | undefined; end(): void } {
  const heard = new Set<string>();
  const undo = restless.map(({ holder, method, says }) => {
    const original = Reflect.get(holder, method) as (...values: unknown[]) => unknown;
    const own = Object.getOwnPropertyDescriptor(holder, method);
    const listening = new Proxy(original, {
      apply: (_, __, values) => {
        heard.add(says);
        return Reflect.apply(original, holder, values);
      },
      construct: (target, values, made) => {
        // A date that is made of numbers is always the same.
        if (values.length === 0) heard.add(says);
        return Reflect.construct(target, values, made);
      },
    });
    Object.defineProperty(holder, method, { value: listening, configurable: true, writable: true });
    return () => (own ? Object.defineProperty(holder, method, own) : Reflect.deleteProperty(holder, method));
  });
  return {
    called: () => [...heard][0],
    end: () => {
      for (const restore of undo) restore();
    },
  };
}

function firstDifference(
  scenario: Scenario,
  inOrder: OutputColumns,
  backwards: OutputColumns,
  replayed: number,
) {
  for (const [output, column] of Object.entries(inOrder)) {
    const place = column!.findIndex((value, at) => !Object.is(value, backwards[output]![at]));
    if (place < 0) continue;
    const isSeries = kindOf(scenario.outputs[output]!).shape === "series";
    const step = isSeries ? Math.floor(place / replayed) : undefined;
    return { output, trial: place % replayed, step, one: column![place], other: backwards[output]![place] };
  }
  return undefined;
}
