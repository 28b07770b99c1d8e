// An executor of this thread or of several: small runs stay in this one, long ones get worker threads.

import { serializeColumns } from "../../assumptions/serialized.ts";
import { createEngine, type Engine } from "../../simulation/engine.ts";
import type { Executor, UpstreamMemory } from "../../simulation/executor.ts";
import { type BuiltIns, builtIns } from "../project/builtIns.ts";
import type { LoadedScenario } from "../project/loadScenarios.ts";
import { placeInStages } from "../project/scenarioStack.ts";
import type { Session } from "../project/session.ts";
import { userCode } from "../project/userCode.ts";
import type { SharedUpstream } from "./sharedUpstream.ts";
import { setInliningFlags } from "./v8Flags.ts";
import { defaultConcurrency, keptThreads, type ThreadedEngine, Threads } from "./workerThreads.ts";

/**
 * Two cold threads take about as long to start as this much work; a run that has lasted so long
 * is worth them.
 */
const worthThreadsMs = 600;

/** Which threads do the work. */
export interface PoolHost {
  /** Exactly so many threads, 1 meaning this one; decided by the work itself if absent. */
  workers?: number | undefined;
  /** Threads that are there already: they do all of it. */
  threads?: Threads | undefined;
  /** Ends the work early: whatever waits fails with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Keeps the threads' script. */
  session?: Session | undefined;
  /** Where several scenarios of a chain are run one after the other. */
  sharedUpstream?: SharedUpstream | undefined;
}

/** What is run: of a scenario without a script, this thread does all the work. */
export type WorkerPoolOptions = PoolHost &
  Pick<LoadedScenario, "name" | "scenario" | "config" | "script" | "data" | "upstreams">;

/** Gives `act` a pool for as long as it takes; the pool is terminated however `act` ends. */
export async function withWorkerPool<Result>(
  options: WorkerPoolOptions,
  act: (executor: Executor) => Promise<Result>,
): Promise<Result> {
  const pool = new WorkerPool(options);
  try {
    return await act(pool);
  } finally {
    await pool.terminate();
  }
}

/** An executor that waits for its turn before each call: what is urgent overtakes it. */
export function inTurn(executor: Executor, { turn }: { turn(): Promise<void> }): Executor {
  return {
    ...(executor.concurrency !== undefined && { concurrency: executor.concurrency }),
    ...(executor.upstream && { upstream: executor.upstream }),
    allocate: (length) => executor.allocate(length),
    call: async (method, argument) => {
      await turn();
      return executor.call(method, argument);
    },
  };
}

interface Waiting {
  method: keyof Engine;
  argument: unknown;
  resolve(result: unknown): void;
  reject(reason: unknown): void;
}

/** Who does the work. While threads are spawned, this thread goes on unless all the work is theirs. */
type Workers =
  | { kind: "this thread" }
  | { kind: "spawning"; spawned: Promise<void> }
  | { kind: "threads"; engine: ThreadedEngine }
  | { kind: "terminated" };

/** Computes for one scenario under one config. The results are the same to the last bit whichever thread computes them. */
class WorkerPool implements Executor {
  readonly concurrency: number;
  readonly upstream?: UpstreamMemory;
  private readonly options: WorkerPoolOptions;
  private readonly engine: Engine;
  private readonly builtIns: BuiltIns | undefined;
  /** Whether this thread does none of it. */
  private readonly isElsewhere: boolean;
  /** Threads of the session that may be used. */
  private readonly kept: Threads | undefined;
  private readonly queue: Waiting[] = [];
  private workers: Workers = { kind: "this thread" };
  /** Threads that were started for this pool. */
  private ownThreads: Threads | undefined;
  private workedMs = 0;
  private isScheduled = false;
  private readonly stop = () => {
    const { reason } = this.options.signal!;
    this.refuse(reason);
    if (this.workers.kind === "threads") this.workers.engine.release(reason);
  };

  constructor(options: WorkerPoolOptions) {
    setInliningFlags();
    const { name, scenario, config, script, workers, threads, signal, session } = options;
    const hasScript = script !== undefined;
    this.options = options;
    this.engine = createEngine(name, scenario, config, session?.get(userCode));
    this.builtIns = session?.get(builtIns);
    this.builtIns?.begin();
    this.kept = workers === undefined ? session?.get(keptThreads).threads : undefined;
    this.concurrency = hasScript ? (threads?.concurrency ?? workers ?? defaultConcurrency) : 1;
    const shared = options.sharedUpstream ?? session?.get(keptThreads).upstream;
    if (shared && options.upstreams) this.upstream = shared.memoryFor(options.upstreams, config);
    this.isElsewhere = hasScript && (threads !== undefined || (workers !== undefined && workers > 1));
    signal?.addEventListener("abort", this.stop);
  }

  allocate(length: number): Float64Array {
    return new Float64Array(new SharedArrayBuffer(8 * length));
  }

  call<Method extends keyof Engine>(
    method: Method,
    argument: Parameters<Engine[Method]>[0],
  ): Promise<ReturnType<Engine[Method]>> {
    return new Promise((resolve, reject) => {
      const { signal } = this.options;
      if (signal?.aborted) return reject(signal.reason);
      this.queue.push({ method, argument, resolve: resolve as (result: unknown) => void, reject });
      this.pump();
    });
  }

  /** Ends the work, and the threads that were started for it. */
  async terminate(): Promise<void> {
    const before = this.workers;
    this.workers = { kind: "terminated" };
    this.options.signal?.removeEventListener("abort", this.stop);
    if (before.kind === "spawning") await before.spawned;
    if (before.kind === "threads") before.engine.release();
    // Threads that were there before stay.
    await this.ownThreads?.end();
  }

  /** Distributes what waits: to the threads, or to this one while there are none. */
  private pump(): void {
    if (this.workers.kind === "threads") {
      for (const { method, argument, resolve, reject } of this.queue.splice(0))
        this.workers.engine.call(method, argument).then(resolve, reject);
      return;
    }
    if (this.isScheduled || this.queue.length === 0) return;
    if (this.workers.kind === "this thread" && this.isWorthThreads())
      this.workers = { kind: "spawning", spawned: this.spawn() };
    if (this.isElsewhere) return;
    this.isScheduled = true;
    setImmediate(() => this.workHere());
  }

  private isWorthThreads(): boolean {
    if (this.isElsewhere) return true;
    if (this.concurrency === 1 || this.options.workers !== undefined) return false;
    return this.workedMs > worthThreadsMs || (this.kept?.areStarted ?? false);
  }

  private workHere(): void {
    this.isScheduled = false;
    const waiting = this.queue.shift();
    if (!waiting) return;
    const started = performance.now();
    try {
      const act = this.engine[waiting.method] as (argument: unknown) => unknown;
      waiting.resolve(this.guarded(() => act(waiting.argument)));
    } catch (error) {
      const stages = [...(this.options.upstreams ?? []), this.options].flatMap(
        ({ name, script, scenario }) =>
          script === undefined ? [] : [{ name, script, trial: scenario.trial }],
      );
      if (stages.length > 0) placeInStages(error, stages);
      waiting.reject(error);
    }
    this.workedMs += performance.now() - started;
    this.pump();
  }

  /** What a file's trials leave behind is the file's; what a notebook's own do is the notebook's. */
  private guarded(act: () => unknown): unknown {
    const { name, script } = this.options;
    return script === undefined || !this.builtIns ? act() : this.builtIns.guard({ name, script }, act);
  }

  /** Starts threads, and the engine in them; where that fails, so does what waits. */
  private async spawn(): Promise<void> {
    const { name, script, upstreams = [], config, data, session } = this.options;
    try {
      const { seed, steps, start, correlations, plan } = config;
      const columns = serializeColumns(data);
      const settings = {
        seed,
        steps,
        ...(start !== undefined && { start }),
        correlations,
        ...(plan && { plan }),
      };
      let threads = this.options.threads ?? this.kept;
      if (!threads) {
        this.ownThreads ??= new Threads(this.concurrency, session);
        threads = this.ownThreads;
      }
      const engine = await threads.start({
        name,
        script: script!,
        upstreams: upstreams.map((one) => ({ name: one.name, script: one.script! })),
        config: settings,
        columns,
      });
      if (this.isTerminated()) return engine.release();
      this.workers = { kind: "threads", engine };
      this.pump();
    } catch (error) {
      // The next call tries again, and fails likewise.
      if (!this.isTerminated()) this.workers = { kind: "this thread" };
      this.refuse(error);
    }
  }

  /** A method, since the state changes while a promise is awaited. */
  private isTerminated(): boolean {
    return this.workers.kind === "terminated";
  }

  private refuse(reason: unknown): void {
    for (const { reject } of this.queue.splice(0)) reject(reason);
  }
}
