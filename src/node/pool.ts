// Hands of one or several threads: small runs stay in this one, long ones get worker threads.
import { createEngine } from "../analysis/engine.ts";
import type { Hands } from "../analysis/hands.ts";
import type { Config } from "../assumptions/assumptions.ts";
import type { Scenario } from "../simulation/scenario.ts";
import { inlineMore } from "./inlining.ts";
import { placeInFiles } from "./scenarioStack.ts";
import { defaultWidth, openThreads, type ThreadedEngine, type Threads } from "./threads.ts";

/**
 * Two cold threads take about as long to start as this much work; a run that has lasted so long
 * is worth them.
 */
const worthThreadsMs = 600;

export interface Crew extends Hands {
  /** Threads that did work: 0 where this one did all. */
  threads(): number;
  /** Ends the work; threads that were hired for it go home. */
  dismiss(): Promise<void>;
}

export interface CrewOptions {
  name: string;
  scenario: Scenario;
  /** What gives the scenario in other threads. */
  script: string;
  config: Config;
  /** Columns of data that beliefs name. */
  data?: ReadonlyMap<string, readonly number[]>;
  /** Exactly so many threads, 1 meaning this one; decided by the work itself if absent. */
  workers?: number | undefined;
  /** Threads that are there already: they do all of it. */
  threads?: Threads | undefined;
  /** Ends the work early: whatever waits fails with the signal's reason. */
  signal?: AbortSignal | undefined;
}

interface Waiting {
  method: Parameters<Hands["call"]>[0];
  argument: unknown;
  resolve(result: unknown): void;
  reject(reason: unknown): void;
}

/** Has `act` done by hands that are gathered for it and sent home afterwards, however it ends. */
export async function withCrew<Result>(
  options: CrewOptions,
  act: (hands: Crew) => Promise<Result>,
): Promise<Result> {
  const crew = gatherCrew(options);
  try {
    return await act(crew);
  } finally {
    await crew.dismiss();
  }
}

/** Hands that wait for their turn before each call: what is urgent overtakes them. */
export function inTurn(hands: Hands, { turn }: { turn(): Promise<void> }): Hands {
  const call: Hands["call"] = async (method, argument) => {
    await turn();
    return hands.call(method, argument);
  };
  return { ...hands, call };
}

/** Gathers hands for one scenario. Whoever does the work, the results are the same to the last bit. */
function gatherCrew(options: CrewOptions): Crew {
  inlineMore();
  const { name, scenario, script, config, data = new Map(), workers, signal } = options;
  const engine = createEngine(name, scenario, config);
  const wanted = options.threads?.width ?? workers ?? defaultWidth;
  /** Whether this thread does none of it. */
  const isElsewhere = options.threads !== undefined || (workers !== undefined && workers > 1);
  const queue: Waiting[] = [];
  let threads = options.threads;
  let threaded: ThreadedEngine | undefined;
  let hiring: Promise<void> | undefined;
  let workedMs = 0;
  let busyHere = false;

  /** Hands out what waits: to the threads, or to this one while there are none. */
  function pump(): void {
    if (threaded) {
      for (const { method, argument, resolve, reject } of queue.splice(0))
        threaded.call(method, argument).then(resolve, reject);
      return;
    }
    if (busyHere || queue.length === 0) return;
    if (isElsewhere || (wanted > 1 && workers === undefined && workedMs > worthThreadsMs)) hiring ??= hire();
    if (isElsewhere) return;
    busyHere = true;
    setImmediate(workHere);
  }

  function workHere(): void {
    busyHere = false;
    const waiting = queue.shift();
    if (!waiting) return;
    const started = performance.now();
    try {
      const act = engine[waiting.method] as (argument: unknown) => unknown;
      waiting.resolve(act(waiting.argument));
    } catch (error) {
      placeInFiles(error, script);
      waiting.reject(error);
    }
    workedMs += performance.now() - started;
    pump();
  }

  async function hire(): Promise<void> {
    try {
      threads ??= openThreads(wanted);
      const { seed, steps, correlations } = config;
      threaded = await threads.start({ name, script, config: { seed, steps, correlations }, data });
      pump();
    } catch (error) {
      refuse(error);
    }
  }

  function refuse(reason: unknown): void {
    for (const { reject } of queue.splice(0)) reject(reason);
  }

  function stop(): void {
    refuse(signal!.reason);
    threaded?.release(signal!.reason);
  }
  signal?.addEventListener("abort", stop);

  return {
    width: wanted,
    allocate: (length) => new Float64Array(new SharedArrayBuffer(8 * length)),
    call: (method, argument) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        queue.push({ method, argument, resolve: resolve as (result: unknown) => void, reject });
        pump();
      }),
    threads: () => (threaded ? wanted : 0),
    dismiss: async () => {
      signal?.removeEventListener("abort", stop);
      await hiring?.catch(() => undefined);
      threaded?.release();
      // Threads that were there before stay.
      if (threads !== options.threads) await threads?.end();
    },
  };
}
