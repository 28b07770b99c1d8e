// Hands of one or several threads: small runs stay in this one, long ones get worker threads.
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { createEngine, type Engine } from "../analysis/engine.ts";
import type { Hands } from "../analysis/hands.ts";
import type { Config } from "../assumptions/assumptions.ts";
import { ScenarioFailure } from "../simulation/failure.ts";
import type { Scenario } from "../simulation/scenario.ts";
import type { Call, Reply, ThreadStart } from "./engineThread.ts";
import { inlineMore } from "./inlining.ts";

/**
 * Two cold threads take about as long to start as this much work; a run that has lasted so long
 * is worth them.
 */
const worthThreadsMs = 600;

/** The most that one machine is asked for without a word from the user. */
const mostThreads = 16;

export interface Crew extends Hands {
  /** Threads that did work: 0 where this one did all. */
  threads(): number;
  /** Ends the threads. */
  dismiss(): Promise<void>;
}

export interface CrewOptions {
  name: string;
  scenario: Scenario;
  /** Absolute path of the scenario's `.ts`. */
  modelFile: string;
  config: Config;
  /** Columns of data that beliefs name. */
  data?: ReadonlyMap<string, readonly number[]>;
  /** Exactly so many threads, 1 meaning this one; decided by the work itself if absent. */
  workers?: number | undefined;
}

interface Waiting {
  call: Call;
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

/** Gathers hands for one scenario. Whoever does the work, the results are the same to the last bit. */
function gatherCrew({ name, scenario, modelFile, config, data = new Map(), workers }: CrewOptions): Crew {
  inlineMore();
  const engine = createEngine(name, scenario, config);
  const queue: Waiting[] = [];
  const threads: Thread[] = [];
  const wanted = workers ?? Math.min(mostThreads, availableParallelism());
  let next = 0;
  let workedMs = 0;
  let busyHere = false;
  let hiring: Promise<void> | undefined;
  let ended = false;

  /** Hands out what waits: to idle threads, or to this one while there are none. */
  function pump(): void {
    if (threads.length > 0) {
      for (const thread of threads) if (queue.length > 0 && thread.isIdle()) thread.take(queue.shift()!);
      return;
    }
    if (busyHere || queue.length === 0) return;
    if (wanted > 1 && (workers !== undefined || workedMs > worthThreadsMs)) hiring ??= hire();
    if (hiring && workers !== undefined) return;
    busyHere = true;
    setImmediate(workHere);
  }

  function workHere(): void {
    busyHere = false;
    const waiting = queue.shift();
    if (!waiting) return;
    const started = performance.now();
    try {
      const act = engine[waiting.call.method] as (argument: unknown) => unknown;
      waiting.resolve(act(waiting.call.argument));
    } catch (error) {
      waiting.reject(error);
    }
    workedMs += performance.now() - started;
    pump();
  }

  async function hire(): Promise<void> {
    try {
      const text = await engineText(modelFile);
      if (ended) return;
      const start: ThreadStart = {
        name,
        config: { seed: config.seed, steps: config.steps, correlations: config.correlations },
        data,
      };
      const hired = Array.from({ length: wanted }, () => new Thread(text, start, pump));
      await Promise.all(hired.map((thread) => thread.ready));
      threads.push(...hired);
      pump();
    } catch (error) {
      for (const { reject } of queue.splice(0)) reject(error);
    }
  }

  return {
    width: wanted,
    allocate: (length) => new Float64Array(new SharedArrayBuffer(8 * length)),
    call: (method, argument) =>
      new Promise((resolve, reject) => {
        const call = { id: next++, method, argument };
        queue.push({ call, resolve: resolve as (result: unknown) => void, reject });
        pump();
      }),
    threads: () => threads.length,
    dismiss: async () => {
      ended = true;
      await hiring?.catch(() => undefined);
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

/** One worker thread, doing one call at a time. */
class Thread {
  readonly ready: Promise<void>;
  private readonly worker: Worker;
  private current: Waiting | undefined;
  private dead: Error | undefined;

  constructor(text: string, start: ThreadStart, idle: () => void) {
    this.worker = new Worker(text, { eval: true, workerData: start, execArgv: [] });
    this.ready = new Promise((resolve, reject) => {
      this.worker.once("online", resolve);
      this.worker.once("error", reject);
    });
    this.worker.on("message", (reply: Reply) => {
      const { resolve, reject } = this.current!;
      this.current = undefined;
      if ("result" in reply) resolve(reply.result);
      else reject(reply.isScenario ? new ScenarioFailure(reply.failure) : new Error(reply.failure));
      idle();
    });
    this.worker.on("error", (error) => this.die(`a worker thread failed: ${error.message}`, idle));
    // A thread can also end without a word, even with exit code 0.
    this.worker.on("exit", (code) =>
      this.die(`a worker thread ended before its work was done (exit code ${code})`, idle),
    );
  }

  isIdle(): boolean {
    return this.current === undefined;
  }

  take(waiting: Waiting): void {
    if (this.dead) {
      waiting.reject(this.dead);
      return;
    }
    this.current = waiting;
    this.worker.postMessage(sent(waiting.call));
  }

  async end(): Promise<void> {
    this.worker.removeAllListeners("exit");
    await this.worker.terminate();
  }

  private die(message: string, idle: () => void): void {
    this.dead ??= new WorkerDied(message);
    const interrupted = this.current;
    this.current = undefined;
    interrupted?.reject(this.dead);
    idle();
  }
}

/** A worker thread is gone: the surroundings failed, exit code 4. */
class WorkerDied extends Error {
  constructor(message: string) {
    super(message);
    this.name = "WorkerDied";
  }
}

/** A call as it can be sent: an assumption without its distribution, which is functions. */
function sent(call: Call): Call {
  if (call.method !== "sample") return call;
  const { assumption, ...rest } = call.argument as Parameters<Engine["sample"]>[0];
  const { name, belief, unit } = assumption;
  return { ...call, argument: { ...rest, assumption: { name, belief, unit } } };
}

/** The script of a thread: engine and scenario in one text. */
async function engineText(modelFile: string): Promise<string> {
  // esbuild is loaded by those alone who need threads.
  const { bundle } = await import("./bundle.ts");
  const thread = fileURLToPath(new URL("./engineThread.ts", import.meta.url));
  const entry = `import scenario from ${JSON.stringify(modelFile)};
import { serveEngine } from ${JSON.stringify(thread)};
serveEngine(scenario);`;
  return bundle({ entry, folder: dirname(modelFile), platform: "node" });
}
