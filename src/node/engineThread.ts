// The far end of a worker thread: engines that do what they are told by message.
import { parentPort } from "node:worker_threads";
import { createEngine, type Engine, type EngineConfig } from "../analysis/engine.ts";
import type { Assumption } from "../assumptions/assumptions.ts";
import { believeInput } from "../assumptions/believeInput.ts";
import type { Distribution } from "../assumptions/distributions/distribution.ts";
import { describeInput } from "../assumptions/input.ts";
import { ScenarioFailure } from "../simulation/failure.ts";
import type { Scenario } from "../simulation/scenario.ts";
import { forbidExit } from "./noExit.ts";
import { runScript } from "./scenarioScript.ts";
import { placeInFiles } from "./scenarioStack.ts";

/** What an engine is made from. */
export interface EngineStart {
  name: string;
  /** Delivers the scenario. */
  script: string;
  config: EngineConfig;
  /** Data columns that beliefs name, by `columnKey`. */
  data: ReadonlyMap<string, readonly number[]>;
}

/** A call of one of an engine's methods. A distribution is sent as the belief it is made from. */
export interface Call {
  kind: "call";
  id: number;
  engine: number;
  method: keyof Engine;
  argument: unknown;
}

/** What a thread is told; only calls are answered. */
export type Told =
  | Call
  | { kind: "start"; engine: number; start: EngineStart }
  | { kind: "release"; engine: number };

export type Reply = { id: number; result: unknown } | Failed;

export interface Failed {
  id: number;
  failure: string;
  isScenario: boolean;
  /** Of what the scenario itself threw, with places in its own files. */
  stack?: string | undefined;
}

/** An assumption as it is sent. */
export type SentAssumption = Pick<Assumption, "name" | "belief" | "unit">;

export function columnKey(file: string, column: string): string {
  return JSON.stringify([file, column]);
}

type Act = (method: keyof Engine, argument: unknown) => unknown;

/** Answers the calls that come by message, one reply a call. */
export function serveEngines(): void {
  const port = parentPort!;
  forbidExit();
  const engines = new Map<number, Act>();
  port.on("message", (told: Told) => {
    if (told.kind === "start") engines.set(told.engine, startEngine(told.start));
    else if (told.kind === "release") engines.delete(told.engine);
    else port.postMessage(answer(told, engines.get(told.engine)!));
  });
}

function answer({ id, method, argument }: Call, act: Act): Reply {
  try {
    return { id, result: act(method, argument) };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    const cause = error instanceof ScenarioFailure && error.cause instanceof Error ? error.cause : undefined;
    return { id, failure, isScenario: error instanceof ScenarioFailure, stack: cause?.stack };
  }
}

/** An engine; where it cannot be made, the first call says why. */
function startEngine(start: EngineStart): Act {
  try {
    return engineOf(start);
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function engineOf({ name, script, config, data }: EngineStart): Act {
  const scenario = scenarioFrom(script);
  const engine = createEngine(name, scenario, config);
  // An assumption that was met before keeps its distribution, and with it the table that is built for sampling.
  const known = new Map<string, Distribution>();
  const readColumn = (file: string, column: string) => data.get(columnKey(file, column))!;

  function received(argument: unknown): unknown {
    const sample = argument as { assumption: SentAssumption };
    const { name: input, belief, unit } = sample.assumption;
    const key = JSON.stringify([input, belief, unit]);
    let distribution = known.get(key);
    if (!distribution) {
      const described = describeInput(input, scenario.inputs[input]!);
      distribution = believeInput(belief, unit, described, { readColumn });
      known.set(key, distribution);
    }
    return { ...sample, assumption: { ...sample.assumption, distribution } };
  }
  return (method, argument) => {
    const act = engine[method] as (argument: unknown) => unknown;
    try {
      return act(method === "sample" ? received(argument) : argument);
    } catch (error) {
      placeInFiles(error, script);
      throw error;
    }
  };
}

// Of a script that comes again the compiled scenario is used again: its trials are hot already.
const scenarios = new Map<string, Scenario>();
const mostScenarios = 16;

function scenarioFrom(script: string): Scenario {
  const known = scenarios.get(script);
  if (known) return known;
  const scenario = runScript(script) as Scenario;
  if (scenarios.size >= mostScenarios) scenarios.delete(scenarios.keys().next().value!);
  scenarios.set(script, scenario);
  return scenario;
}
