// Worker threads that run trials for any scenario. They know the engine; which scenario it is for comes by message.
// A thread that stays needs no start and has its code compiled hot: worth most of a small run.
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { serializeAssumption } from "../../assumptions/serialized.ts";
import type { Engine } from "../../simulation/engine.ts";
import type { Call, EngineStart } from "./engineWorker.ts";
import { setInliningFlags } from "./v8Flags.ts";
import { type Waiting, WorkerThread } from "./workerThread.ts";

/** The most that one machine is asked for unless the user says otherwise. */
const maxThreads = 16;

/** Calls that a thread has at a time: the one it does, and the next, so that it need not wait for this thread. */
const depth = 2;

/** How many threads there are unless the user says otherwise. */
export const defaultConcurrency = Math.min(maxThreads, availableParallelism());

/** Threads; they are started when the first engine is wanted, and again where one has died. */
export interface Threads {
  readonly concurrency: number;
  /** Starts them before they are needed. */
  prepare(): Promise<void>;
  /** An engine in each of them. Several can be there at a time. */
  start(start: EngineStart): Promise<ThreadedEngine>;
  /** Terminates them, whatever they do. */
  end(): Promise<void>;
}

/** The engine of one scenario and config, in all threads. */
export interface ThreadedEngine {
  /** Has one of the threads do it. Rejects with a WorkerDied where none is alive. */
  call<Method extends keyof Engine>(method: Method, argument: unknown): Promise<unknown>;
  /** Forgets it; calls that are not answered yet fail with this reason. */
  release(reason?: unknown): void;
}

/** So many threads, none of which is started yet. */
export function openThreads(concurrency = defaultConcurrency): Threads {
  return new ThreadGroup(concurrency);
}

class ThreadGroup implements Threads {
  readonly concurrency: number;
  private threads: WorkerThread[] = [];
  private queue: Waiting[] = [];
  /** Engines that are in use: a thread that comes later is told of them. */
  private readonly used = new Map<number, EngineStart>();
  private engines = 0;
  private calls = 0;
  private isEnded = false;

  constructor(concurrency: number) {
    this.concurrency = concurrency;
  }

  async prepare(): Promise<void> {
    setInliningFlags();
    const script = await engineText();
    // A trial that never ends would keep its thread for ever.
    const left = await Promise.all(this.threads.map((thread) => thread.reclaim(this.used)));
    this.queue.unshift(...left.flat());
    if (this.isEnded) return;
    this.threads = this.threads.filter((thread) => thread.isAlive());
    while (this.threads.length < this.concurrency) this.threads.push(this.startThread(script));
    await Promise.all(this.threads.map((thread) => thread.online));
    this.pump();
  }

  async start(start: EngineStart): Promise<ThreadedEngine> {
    await this.prepare();
    const engine = this.engines++;
    this.used.set(engine, start);
    for (const thread of this.threads) thread.tell({ kind: "start", engine, start });
    return {
      call: (method, argument) => this.call(engine, method, argument),
      release: (reason) => this.release(engine, reason),
    };
  }

  async end(): Promise<void> {
    this.isEnded = true;
    await Promise.all(this.threads.map((thread) => thread.end()));
  }

  private startThread(script: string): WorkerThread {
    const thread = new WorkerThread(script, {
      onIdle: () => this.pump(),
      // What has ended it is unknown, and may end the others: all that waits is rejected.
      onDeath: (failure) => {
        for (const { reject } of this.queue.splice(0)) reject(failure);
      },
    });
    for (const [engine, start] of this.used) thread.tell({ kind: "start", engine, start });
    return thread;
  }

  private call(engine: number, method: keyof Engine, argument: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!this.threads.some((thread) => thread.isAlive())) return reject(this.threads[0]?.failure);
      const id = this.calls++;
      const call: Call = { kind: "call", id, engine, method, argument: serialized(method, argument) };
      // The engine that came last is served first: the others have had their time.
      const behind = this.queue.findIndex((waiting) => waiting.call.engine < engine);
      this.queue.splice(behind < 0 ? this.queue.length : behind, 0, { call, resolve, reject });
      this.pump();
    });
  }

  private release(engine: number, reason: unknown): void {
    const own = this.queue.filter(({ call }) => call.engine === engine);
    this.queue = this.queue.filter(({ call }) => call.engine !== engine);
    for (const { reject } of own) reject(reason);
    this.used.delete(engine);
    for (const thread of this.threads) thread.cancel(engine, reason);
    for (const thread of this.threads) thread.tell({ kind: "release", engine });
  }

  /** Gives waiting calls to threads that have none, then to those that have few. */
  private pump(): void {
    for (let most = 0; most < depth; most++) {
      for (const thread of this.threads) {
        if (this.queue.length > 0 && thread.has(most)) thread.take(this.queue.shift()!);
      }
    }
  }
}

/** An argument as it can be sent: an assumption without its distribution, which is functions. */
function serialized(method: keyof Engine, argument: unknown): unknown {
  if (method !== "sample") return argument;
  const { assumption, ...rest } = argument as Parameters<Engine["sample"]>[0];
  return { ...rest, assumption: serializeAssumption(assumption) };
}

// The same text for all threads of the process: it depends on the kit alone.
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
