// Hands of one or several threads: small runs stay in this one, long ones get worker threads.

import type { Config } from "../../assumptions/assumptions.ts";
import { createEngine } from "../../simulation/engine.ts";
import type { Executor } from "../../simulation/executor.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import { setInliningFlags } from "./v8Flags.ts";
import {
  defaultConcurrency,
  openThreads,
  scenarioText,
  type ThreadedEngine,
  type Threads,
} from "./workerThreads.ts";

/**
 * Two cold threads take about as long to start as this much work; a run that has lasted so long
 * is worth them.
 */
const worthThreadsMs = 600;

export interface WorkerPool extends Executor {
  /** Threads that did work: 0 where this one did all. */
  threads(): number;
  /** Ends the work; threads that were hired for it go home. */
  terminate(): Promise<void>;
}

export interface WorkerPoolOptions {
  name: string;
  scenario: Scenario;
  /** Absolute path of the scenario's `.ts`. */
  modelFile: string;
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
  method: Parameters<Executor["call"]>[0];
  argument: unknown;
  resolve(result: unknown): void;
  reject(reason: unknown): void;
}

/** Has `act` done by hands that are gathered for it and sent home afterwards, however it ends. */
export async function withWorkerPool<Result>(
  options: WorkerPoolOptions,
  act: (executor: WorkerPool) => Promise<Result>,
): Promise<Result> {
  const pool = createWorkerPool(options);
  try {
    return await act(pool);
  } finally {
    await pool.terminate();
  }
}

/** Hands that wait for their turn before each call: what is urgent overtakes them. */
export function inTurn(executor: Executor, { turn }: { turn(): Promise<void> }): Executor {
  const call: Executor["call"] = async (method, argument) => {
    await turn();
    return executor.call(method, argument);
  };
  return { ...executor, call };
}

/** Gathers hands for one scenario. Whoever does the work, the results are the same to the last bit. */
function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  setInliningFlags();
  const { name, scenario, modelFile, config, data = new Map(), workers, signal } = options;
  const engine = createEngine(name, scenario, config);
  const wanted = options.threads?.concurrency ?? workers ?? defaultConcurrency;
  /** Whether this thread does none of it. */
  const isElsewhere = options.threads !== undefined || (workers !== undefined && workers > 1);
  const queue: Waiting[] = [];
  let threads = options.threads;
  let threaded: ThreadedEngine | undefined;
  let spawning: Promise<void> | undefined;
  let workedMs = 0;
  let busyHere = false;
  let ended = false;

  /** Hands out what waits: to the threads, or to this one while there are none. */
  function pump(): void {
    if (threaded) {
      for (const { method, argument, resolve, reject } of queue.splice(0))
        threaded.call(method, argument).then(resolve, reject);
      return;
    }
    if (busyHere || queue.length === 0) return;
    if (isElsewhere || (wanted > 1 && workers === undefined && workedMs > worthThreadsMs))
      spawning ??= spawn();
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
      waiting.reject(error);
    }
    workedMs += performance.now() - started;
    pump();
  }

  async function spawn(): Promise<void> {
    try {
      const text = await scenarioText(modelFile);
      if (ended) return;
      threads ??= openThreads(wanted);
      const { seed, steps, correlations } = config;
      threaded = await threads.start({ name, scenario: text, config: { seed, steps, correlations }, data });
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
    concurrency: wanted,
    allocate: (length) => new Float64Array(new SharedArrayBuffer(8 * length)),
    call: (method, argument) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        queue.push({ method, argument, resolve: resolve as (result: unknown) => void, reject });
        pump();
      }),
    threads: () => (threaded ? wanted : 0),
    terminate: async () => {
      ended = true;
      signal?.removeEventListener("abort", stop);
      await spawning?.catch(() => undefined);
      threaded?.release();
      // Threads that were there before stay.
      if (threads !== options.threads) await threads?.end();
    },
  };
}
