// Worker threads that play for whoever asks. They know the engine; which scenario they play they are told.
// A thread that stays needs no start and has its code compiled hot: worth most of a small run.
import { availableParallelism } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { serializeAssumption } from "../../assumptions/serialized.ts";
import type { Engine } from "../../simulation/engine.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import type { Call, EngineStart, Failed, Reply, Told } from "./engineWorker.ts";
import { setInliningFlags } from "./v8Flags.ts";

/** The most that one machine is asked for without a word from the user. */
const maxThreads = 16;

/** No call of a reasonable scenario takes longer. */
const patienceMs = 500;

/** Calls that a thread has at a time: the one it does, and the next, so that it need not wait for this thread. */
const depth = 2;

export const defaultConcurrency = Math.min(maxThreads, availableParallelism());

/** Threads; they are started when the first engine is wanted, and again where one has died. */
export interface Threads {
  readonly concurrency: number;
  /** Starts them before they are needed. */
  prepare(): Promise<void>;
  /** An engine in each of them. Several can be there at a time. */
  start(start: EngineStart): Promise<ThreadedEngine>;
  /** Ends them, whatever they do. */
  end(): Promise<void>;
}

/** The engine of one scenario and config, in all threads. */
export interface ThreadedEngine {
  call<Method extends keyof Engine>(method: Method, argument: unknown): Promise<unknown>;
  /** Forgets it; calls that are not answered yet fail with this reason. */
  release(reason?: unknown): void;
}

interface Waiting {
  call: Call;
  resolve(result: unknown): void;
  reject(reason: unknown): void;
}

export function openThreads(concurrency = defaultConcurrency): Threads {
  let threads: Thread[] = [];
  let queue: Waiting[] = [];
  let engines = 0;
  let calls = 0;
  let ended = false;
  /** Engines that somebody uses: a thread that comes later is told of them. */
  const used = new Map<number, EngineStart>();

  function pump(): void {
    for (let most = 0; most < depth; most++) {
      for (const thread of threads) if (queue.length > 0 && thread.has(most)) thread.take(queue.shift()!);
    }
  }

  /** Nobody knows what killed it: all that waits is given back. */
  function died(failure: Error): void {
    for (const { reject } of queue.splice(0)) reject(failure);
  }

  async function spawn(): Promise<void> {
    setInliningFlags();
    const text = await engineText();
    // A trial that never ends would keep its thread for ever.
    const left = await Promise.all(threads.map((thread) => thread.comesBack(used)));
    queue.unshift(...left.flat());
    if (ended) return;
    threads = threads.filter((thread) => thread.isAlive());
    while (threads.length < concurrency) {
      const thread = new Thread(text, pump, died);
      for (const [engine, start] of used) thread.tell({ kind: "start", engine, start });
      threads.push(thread);
    }
    await Promise.all(threads.map((thread) => thread.online));
    pump();
  }

  return {
    concurrency,
    prepare: spawn,
    async start(start) {
      await spawn();
      const engine = engines++;
      used.set(engine, start);
      for (const thread of threads) thread.tell({ kind: "start", engine, start });
      return {
        call: (method, argument) =>
          new Promise((resolve, reject) => {
            if (!threads.some((thread) => thread.isAlive())) return reject(threads[0]?.failure);
            const call: Call = {
              kind: "call",
              id: calls++,
              engine,
              method,
              argument: sent(method, argument),
            };
            // Whoever came last is served first: the others have had their time.
            const behind = queue.findIndex((waiting) => waiting.call.engine < engine);
            queue.splice(behind < 0 ? queue.length : behind, 0, { call, resolve, reject });
            pump();
          }),
        release: (reason) => {
          const mine = queue.filter(({ call }) => call.engine === engine);
          queue = queue.filter(({ call }) => call.engine !== engine);
          for (const { reject } of mine) reject(reason);
          used.delete(engine);
          for (const thread of threads) thread.forsake(engine, reason);
          for (const thread of threads) thread.tell({ kind: "release", engine });
        },
      };
    },
    async end() {
      ended = true;
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

/** One worker thread. It does one call after the other, and answers in that order. */
class Thread {
  readonly online: Promise<void>;
  failure: Error | undefined;
  private readonly worker: Worker;
  private readonly taken: Waiting[] = [];

  constructor(text: string, idle: () => void, died: (failure: Error) => void) {
    this.worker = new Worker(text, { eval: true, execArgv: [] });
    this.online = new Promise((resolve, reject) => {
      this.worker.once("online", resolve);
      this.worker.once("error", reject);
    });
    this.worker.on("message", (reply: Reply) => {
      // One that was given up may still have answered.
      const answered = this.taken.shift();
      if (answered === undefined) return;
      const { resolve, reject } = answered;
      if ("result" in reply) resolve(reply.result);
      else reject(failureOf(reply));
      idle();
    });
    const die = (message: string) => {
      this.failure ??= new WorkerDied(message);
      for (const { reject } of this.taken.splice(0)) reject(this.failure);
      died(this.failure);
    };
    this.worker.on("error", (error) => die(`a worker thread failed: ${error.message}`));
    // A thread can also end without a word, even with exit code 0.
    this.worker.on("exit", (code) =>
      die(`a worker thread ended before its work was done (exit code ${code})`),
    );
  }

  /** What it does for this engine nobody waits for any more. */
  forsake(engine: number, reason: unknown): void {
    for (const { call, reject } of this.taken) if (call.engine === engine) reject(reason);
  }

  /**
   * Waits a little for a thread that does what nobody wants any more; then it is given up.
   * @returns calls that it has not begun and that somebody else must do
   */
  async comesBack(used: ReadonlyMap<number, unknown>): Promise<Waiting[]> {
    const first = this.taken[0];
    if (first === undefined || used.has(first.call.engine)) return [];
    const deadline = performance.now() + patienceMs;
    while (this.taken[0] === first && performance.now() < deadline) await sleep(1);
    if (this.taken[0] !== first) return [];
    const [, ...others] = this.taken.splice(0);
    this.failure = new WorkerDied("a worker thread did not come back");
    await this.end();
    return others.filter(({ call }) => used.has(call.engine));
  }

  isAlive(): boolean {
    return this.failure === undefined;
  }

  /** Whether it lives and has exactly so many calls. */
  has(calls: number): boolean {
    return this.isAlive() && this.taken.length === calls;
  }

  take(waiting: Waiting): void {
    this.taken.push(waiting);
    this.worker.postMessage(waiting.call);
  }

  tell(message: Exclude<Told, Call>): void {
    this.worker.postMessage(message);
  }

  async end(): Promise<void> {
    this.worker.removeAllListeners("exit");
    await this.worker.terminate();
  }
}

/** As it would have been thrown here: with the places where it was. */
function failureOf({ failure, isScenario, stack }: Failed): Error {
  if (!isScenario) return new Error(failure);
  const cause = stack === undefined ? undefined : Object.assign(new Error(failure), { stack });
  return new ScenarioFailure(failure, { cause });
}

/** A worker thread is gone: the surroundings failed, exit code 4. */
class WorkerDied extends Error {
  constructor(message: string) {
    super(message);
    this.name = "WorkerDied";
  }
}

/** An argument as it can be sent: an assumption without its distribution, which is functions. */
function sent(method: keyof Engine, argument: unknown): unknown {
  if (method !== "sample") return argument;
  const { assumption, ...rest } = argument as Parameters<Engine["sample"]>[0];
  return { ...rest, assumption: serializeAssumption(assumption) };
}

let engine: Promise<string> | undefined;

/** The script of a thread: the engine, the same for all scenarios. */
function engineText(): Promise<string> {
  const thread = fileURLToPath(new URL("./engineWorker.ts", import.meta.url));
  const entry = `import { serveEngines } from ${JSON.stringify(thread)};
serveEngines();`;
  // esbuild is loaded by those alone who need threads.
  engine ??= import("../project/bundle.ts").then(({ bundle }) =>
    bundle({ entry, folder: fileURLToPath(new URL(".", import.meta.url)), platform: "node" }),
  );
  return engine;
}
