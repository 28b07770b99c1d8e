// The far end of a worker thread: an engine that does what it is told by message.
import { parentPort, workerData } from "node:worker_threads";
import { createEngine, type Engine, type EngineConfig } from "../analysis/engine.ts";
import type { Assumption } from "../assumptions/assumptions.ts";
import { believeInput } from "../assumptions/believeInput.ts";
import type { Distribution } from "../assumptions/distributions/distribution.ts";
import { describeInput } from "../assumptions/input.ts";
import { ScenarioFailure } from "../simulation/failure.ts";
import type { Scenario } from "../simulation/scenario.ts";

/** What a thread is started with. */
export interface ThreadStart {
  name: string;
  config: EngineConfig;
  /** Data columns that beliefs name, by `columnKey`. */
  data: ReadonlyMap<string, readonly number[]>;
}

/** A call of one of the engine's methods. A distribution is sent as the belief it is made from. */
export interface Call {
  id: number;
  method: keyof Engine;
  argument: unknown;
}

export type Reply = { id: number; result: unknown } | { id: number; failure: string; isScenario: boolean };

/** An assumption as it is sent. */
export type SentAssumption = Pick<Assumption, "name" | "belief" | "unit">;

export function columnKey(file: string, column: string): string {
  return JSON.stringify([file, column]);
}

/** Answers the calls that come by message, one reply a call. */
export function serveEngine(scenario: Scenario): void {
  const { name, config, data } = workerData as ThreadStart;
  const engine = createEngine(name, scenario, config);
  const port = parentPort!;
  port.on("message", ({ id, method, argument }: Call) => {
    try {
      const act = engine[method] as (argument: unknown) => unknown;
      port.postMessage({
        id,
        result: act(method === "sample" ? received(argument) : argument),
      } satisfies Reply);
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      port.postMessage({ id, failure, isScenario: error instanceof ScenarioFailure } satisfies Reply);
    }
  });

  // An assumption that was met before keeps its distribution, and with it the table that is built for sampling.
  const known = new Map<string, Distribution>();
  function received(argument: unknown): unknown {
    const sample = argument as { assumption: SentAssumption };
    const { name: input, belief, unit } = sample.assumption;
    const key = JSON.stringify([input, belief, unit]);
    let distribution = known.get(key);
    if (!distribution) {
      const readColumn = (file: string, column: string) => data.get(columnKey(file, column))!;
      distribution = believeInput(belief, unit, describeInput(input, scenario.inputs[input]!), {
        readColumn,
      });
      known.set(key, distribution);
    }
    return { ...sample, assumption: { ...sample.assumption, distribution } };
  }
}
