// Worker threads that run trials for any scenario. They know the engine; which scenario it is for comes by message.
// A thread that stays needs no start and has its code compiled hot: worth most of a small run.
import { availableParallelism } from "node:os";
import { serializeAssumption } from "../../assumptions/serialized.ts";
import type { Block } from "../../simulation/block.ts";
import type { Engine } from "../../simulation/engine.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { abandonedFailure } from "../../simulation/trialFailure.ts";
import { stallCheckMs, stallWords } from "../../simulation/userCodeWatch.ts";
import { stackInFiles } from "../project/scenarioStack.ts";
import { Session } from "../project/session.ts";
import { userCode } from "../project/userCode.ts";
import type { Call, EngineStart } from "./engineWorker.ts";
import { filledWords, HeapFull, heapLimit } from "./heapFull.ts";
import { SharedUpstream } from "./sharedUpstream.ts";
import { setInliningFlags } from "./v8Flags.ts";
import { type Stalled, type Waiting, WorkerThread } from "./workerThread.ts";

/** The most that one machine is asked for unless the user says otherwise. */
const maxThreads = 16;

/** Calls that a thread has at a time: the one it does, and the next, so that it need not wait for this thread. */
const depth = 2;

/** How many threads there are unless the user says otherwise. */
export const defaultConcurrency = Math.min(maxThreads, availableParallelism());

/** The engine of one scenario and config, in all threads. */
export interface ThreadedEngine {
  /** Has one of the threads do it. Rejects with a WorkerDied where none is alive. */
  call<Method extends keyof Engine>(method: Method, argument: unknown): Promise<unknown>;
  /** Forgets it; calls that are not answered yet fail with this reason. */
  release(reason?: unknown): void;
}

/** Threads; they are started when the first engine is wanted, and again where one has died. */
export class Threads {
  readonly concurrency: number;
  private readonly session: Session;
  private threads: WorkerThread[] = [];
  private queue: Waiting[] = [];
  /** Engines that are in use: a thread that comes later is told of them. */
  private readonly used = new Map<number, EngineStart>();
  /** What the scenarios of engines have thrown outside of any call. */
  private readonly failed = new Map<number, Error>();
  /** Threads that do not come back and have been asked where they are. */
  private readonly asked = new Set<WorkerThread>();
  private engines = 0;
  private calls = 0;
  private isEnded = false;
  /** Looks for trials that do not come back, while there are threads. */
  private checking: NodeJS.Timeout | undefined;

  /** So many threads, none of which is started yet; `session` keeps their script. */
  constructor(concurrency = defaultConcurrency, session = new Session()) {
    this.concurrency = concurrency;
    this.session = session;
  }

  /** Whether some are there already. */
  get areStarted(): boolean {
    return this.threads.length > 0;
  }

  /** Starts them before they are needed. */
  async prepare(): Promise<void> {
    setInliningFlags();
    const script = await this.session.get(engineScript);
    // A trial that never ends would keep its thread for ever.
    const left = await Promise.all(this.threads.map((thread) => thread.reclaim(this.used)));
    this.queue.unshift(...left.flat());
    if (this.isEnded) return;
    this.threads = this.threads.filter((thread) => thread.isAlive());
    while (this.threads.length < this.concurrency) this.threads.push(this.startThread(script));
    this.checking ??= setInterval(() => this.giveUpStalled(), stallCheckMs).unref();
    await Promise.all(this.threads.map((thread) => thread.online));
    this.pump();
  }

  /** An engine in each of them. Several can be there at a time. */
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

  /** Terminates them, whatever they do. */
  async end(): Promise<void> {
    this.isEnded = true;
    clearInterval(this.checking);
    await Promise.all(this.threads.map((thread) => thread.end()));
  }

  /** Gives up trials that do not come back: their runs fail, and what others have asked for is done by other threads. */
  private giveUpStalled(): void {
    const { limitMs } = this.session.get(userCode);
    for (const thread of this.threads) {
      const stalled = this.asked.has(thread) ? undefined : thread.stalled(limitMs);
      if (stalled) void this.giveUp(thread, stalled, stallWords(limitMs));
    }
  }

  private async giveUp(thread: WorkerThread, stalled: Stalled, what: string): Promise<void> {
    this.asked.add(thread);
    const stack = await thread.stack();
    this.asked.delete(thread);
    if (this.isEnded || !thread.isAt(stalled.call)) return;
    const { engine } = stalled.call;
    const failure = this.abandonedAt(stalled, what, stack);
    const isOfIt = ({ call }: Waiting) => call.engine === engine;
    const left = [...thread.giveUp(), ...this.queue];
    this.queue = left.filter((waiting) => !isOfIt(waiting));
    for (const { reject } of left.filter(isOfIt)) reject(failure);
    // Where no thread can be started, what waits fails with the next engine that needs one.
    if (this.queue.length > 0) this.prepare().catch(() => undefined);
  }

  private abandonedAt({ call, trial }: Stalled, what: string, stack: string): Error | undefined {
    const start = this.used.get(call.engine);
    if (!start) return undefined;
    const failure = failureIn(start, call, trial, what);
    failure.cause = Object.assign(new Error(failure.message), { stack: stackInFiles(stack, start.script) });
    return failure;
  }

  /** What has filled a thread's memory: what the trial keeps, or those before it. */
  private fullAt(call: Call, trial: number): Error {
    const start = this.used.get(call.engine);
    return new HeapFull(heapLimit(), start && failureIn(start, call, trial, filledWords));
  }

  private startThread(script: string): WorkerThread {
    // What has ended it is unknown, and may end the others: all that waits is rejected.
    const onDeath = (failure: Error) => {
      for (const { reject } of this.queue.splice(0)) reject(failure);
    };
    const onLate = (engine: number, failure: Error) => this.fail(engine, failure);
    const onFull = ({ call, trial }: Stalled) => this.fullAt(call, trial);
    const thread = new WorkerThread(script, { onIdle: () => this.pump(), onDeath, onLate, onFull });
    for (const [engine, start] of this.used) thread.tell({ kind: "start", engine, start });
    return thread;
  }

  private call(engine: number, method: keyof Engine, argument: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const failure = this.failed.get(engine);
      if (failure) return reject(failure);
      if (!this.threads.some((thread) => thread.isAlive())) return reject(this.threads[0]?.failure);
      const id = this.calls++;
      const call: Call = { kind: "call", id, engine, method, argument: serialized(method, argument) };
      // The engine that came last is served first: the others have had their time.
      const behind = this.queue.findIndex((waiting) => waiting.call.engine < engine);
      this.queue.splice(behind < 0 ? this.queue.length : behind, 0, { call, resolve, reject });
      this.pump();
    });
  }

  /** Fails what an engine is asked, now and later. */
  private fail(engine: number, failure: Error): void {
    if (!this.used.has(engine)) return;
    this.failed.set(engine, failure);
    for (const { call, reject } of this.queue) if (call.engine === engine) reject(failure);
    this.queue = this.queue.filter(({ call }) => call.engine !== engine);
    for (const thread of this.threads) thread.cancel(engine, failure);
  }

  private release(engine: number, reason: unknown): void {
    for (const { call, reject } of this.queue) if (call.engine === engine) reject(reason);
    this.queue = this.queue.filter(({ call }) => call.engine !== engine);
    this.used.delete(engine);
    this.failed.delete(engine);
    for (const thread of this.threads) {
      thread.cancel(engine, reason);
      thread.tell({ kind: "release", engine });
    }
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

/** What the runs of a session share, where a host lets them. */
interface SharedByRuns {
  /** Used when they are worth it, instead of threads of a run's own. */
  threads: Threads | undefined;
  upstream: SharedUpstream | undefined;
}

/** Nothing unless a host keeps it. */
export const keptThreads = (): SharedByRuns => ({ threads: undefined, upstream: undefined });

/**
 * Keeps threads between the runs of `act`, and what scenarios upstream gave: threads are started with the first run that is
 * worth it, and compile the engine once.
 * @param early whether they are started at once, while scenarios are still read
 */
export async function withKeptThreads<Result>(
  session: Session,
  act: () => Promise<Result>,
  { early = false } = {},
): Promise<Result> {
  const kept = session.get(keptThreads);
  if (kept.threads) return act();
  const threads = new Threads(defaultConcurrency, session);
  kept.threads = threads;
  kept.upstream = new SharedUpstream();
  // Where it fails, so does the first run that needs them.
  if (early) threads.prepare().catch(() => undefined);
  try {
    return await act();
  } finally {
    kept.threads = undefined;
    kept.upstream = undefined;
    await threads.end();
  }
}

/** The failure of a call that had to be given up. */
function failureIn({ name }: EngineStart, call: Call, trial: number, what: string): ScenarioFailure {
  if (call.method !== "runTrials") return new ScenarioFailure(`${name} ${what} while it was read`);
  const block = call.argument as Block;
  return abandonedFailure({ name, inputNames: Object.keys(block.inputs) }, block, trial, what);
}

/** An argument as it can be sent: an assumption without its distribution, which is functions. */
function serialized(method: keyof Engine, argument: unknown): unknown {
  if (method !== "sample") return argument;
  const { assumption, ...rest } = argument as Parameters<Engine["sample"]>[0];
  return { ...rest, assumption: serializeAssumption(assumption) };
}

/** The script of a thread: the engine, the same for all scenarios. */
async function engineScript(): Promise<string> {
  // esbuild is loaded by those alone who need threads.
  const { ownFiles } = await import("#ownFiles");
  return ownFiles.script("engine");
}
