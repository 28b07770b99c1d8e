// What a worker thread runs: engines that are called by message.

import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import {
  AssumptionReader,
  type SerializedAssumption,
  type SerializedColumns,
} from "../../assumptions/serialized.ts";
import { createEngine, type Engine, type EngineConfig } from "../../simulation/engine.ts";
import { readThrown } from "../../simulation/readThrown.ts";
import { type Scenario, withUpstream } from "../../simulation/scenario.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { UserCodeWatch } from "../../simulation/userCodeWatch.ts";
import { BuiltIns } from "../project/builtIns.ts";
import { runScript } from "../project/scenarioScript.ts";
import { lateFailure, placeInStages } from "../project/scenarioStack.ts";
import { remembered } from "../project/session.ts";
import type { UserScript } from "../project/userCode.ts";
import { blockProcessExit } from "./blockProcessExit.ts";

/** What an engine is made from. */
export interface EngineStart {
  name: string;
  /** Delivers the scenario. */
  script: string;
  /** Those of the scenarios upstream. */
  upstreams: readonly UserScript[];
  config: EngineConfig;
  /** Data columns that beliefs name. */
  columns: SerializedColumns;
}

/** What a thread is started with. */
export interface ThreadData {
  /** Of the watch that its trials are told. */
  cells: Float64Array;
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

/** The answer to a call. */
export type Reply = { id: number; result: unknown } | Failed;

/** What a scenario has thrown outside of any call: its engine is of no use. */
export type Late = Omit<Failed, "id"> & { engine: number };

/** The answer to a call that threw. */
export interface Failed {
  id: number;
  failure: string;
  isScenario: boolean;
  /** Of what the scenario itself threw, with places in its own files. */
  stack?: string | undefined;
}

type Act = (method: keyof Engine, argument: unknown) => unknown;

interface Running {
  start: EngineStart;
  act: Act;
}

/** Scenarios by their scripts: of one that comes again the compiled one is used again, whose trials are hot already. */
type Scenarios = Map<string, Scenario>;
const maxScenarios = 16;

interface Kept {
  scenarios: Scenarios;
  watch: UserCodeWatch;
  builtIns: BuiltIns;
}

/** Answers the calls that come by message, one reply a call. */
export function serveEngines(): void {
  const port = parentPort!;
  blockProcessExit();
  const engines = new Map<number, Running>();
  const watch = new UserCodeWatch((workerData as ThreadData).cells);
  const kept: Kept = { scenarios: new Map(), watch, builtIns: new BuiltIns() };
  tellUncaught(port, engines);
  port.on("message", (told: Told) => {
    if (told.kind === "start")
      engines.set(told.engine, { start: told.start, act: startEngine(told.start, kept) });
    else if (told.kind === "release") engines.delete(told.engine);
    else port.postMessage(answer(told, engines.get(told.engine)!.act));
  });
}

function answer({ id, method, argument }: Call, act: Act): Reply {
  try {
    return { id, result: act(method, argument) };
  } catch (error) {
    return { id, ...failed(error) };
  }
}

function failed(error: unknown): Omit<Failed, "id"> {
  const failure = readThrown(error).message;
  const cause = error instanceof ScenarioFailure && error.cause instanceof Error ? error.cause : undefined;
  return { failure, isScenario: error instanceof ScenarioFailure, stack: cause?.stack };
}

/** What no one has caught in this thread is told as the failure of the scenario that has thrown it. */
function tellUncaught(port: MessagePort, engines: ReadonlyMap<number, Running>): void {
  process.on("uncaughtException", (thrown) => {
    const running = [...engines].map(([engine, { start }]) => ({ engine, ...start }));
    for (const one of running) {
      const failure = lateFailure(thrown, [one, ...one.upstreams]);
      if (!failure) continue;
      port.postMessage({ engine: one.engine, ...failed(failure) } satisfies Late);
      return;
    }
    throw thrown;
  });
}

/** An engine; where it cannot be made, the first call says why. */
function startEngine(start: EngineStart, kept: Kept): Act {
  try {
    return engineOf(start, kept);
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function engineOf(start: EngineStart, { scenarios, watch, builtIns }: Kept): Act {
  const { name, script, upstreams, config, columns } = start;
  const scenarioOf = (one: UserScript) => {
    const read = () =>
      watch.run(
        () => new Error(),
        () => builtIns.guard(one, () => runScript(one.script) as Scenario),
      );
    return remembered(scenarios, one.script, read, maxScenarios);
  };
  const fed = upstreams.map((one) => [one.name, scenarioOf(one)] as const);
  const scenario = withUpstream(scenarioOf(start), Object.fromEntries(fed));
  const engine = createEngine(name, scenario, config, watch);
  const reader = new AssumptionReader(scenario.inputs, columns);

  const received = (argument: unknown): unknown => {
    const sample = argument as { assumption: SerializedAssumption };
    return { ...sample, assumption: reader.read(sample.assumption) };
  };
  return (method, argument) => {
    const act = engine[method] as (argument: unknown) => unknown;
    try {
      return builtIns.guard(start, () => act(method === "sample" ? received(argument) : argument));
    } catch (error) {
      const stages = upstreams.map((one) => ({ ...one, trial: scenario.upstreams![one.name]!.trial }));
      placeInStages(error, [...stages, { name, script, trial: scenario.trial }]);
      throw error;
    }
  };
}
