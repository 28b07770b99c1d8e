// One worker thread: it answers calls one after the other, in their order.
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { StallDetector, watchCell } from "../../simulation/userCodeWatch.ts";
import { sharedCells } from "../project/userCode.ts";
import type { Call, Failed, Late, Reply, ThreadData, Told } from "./engineWorker.ts";
import { stackOfThread } from "./threadStack.ts";

/** No call of a reasonable scenario takes longer. */
const patienceMs = 500;

/** A call, and who waits for its answer. */
export interface Waiting {
  call: Call;
  resolve(result: unknown): void;
  reject(reason: unknown): void;
}

/** A call that does not come back, and the trial that it is at. */
export interface Stalled {
  call: Call;
  trial: number;
}

/** What a thread reports. */
export interface ThreadListener {
  /** It has answered a call, and can take another. */
  onIdle(): void;
  /** The scenario of an engine has thrown outside of any call. */
  onLate(engine: number, failure: Error): void;
  /** It has ended before it was told to. */
  onDeath(failure: Error): void;
  /** Its memory was full in this call; returns the failure that it dies of. */
  onFull(at: Stalled): Error;
}

/** A thread lives until it fails or is ended; what it has taken is then rejected with the failure. */
export class WorkerThread {
  /** Fulfilled when it has started. */
  readonly online: Promise<void>;
  private readonly worker: Worker;
  private readonly listener: ThreadListener;
  private readonly taken: Waiting[] = [];
  private readonly cells = sharedCells();
  private readonly stall = new StallDetector(this.cells, performance.now());
  private dead: Error | undefined;

  /** @param script what the thread runs */
  constructor(script: string, listener: ThreadListener) {
    this.listener = listener;
    const workerData: ThreadData = { cells: this.cells };
    this.worker = new Worker(script, { eval: true, execArgv: [], workerData });
    this.online = new Promise((resolve, reject) => {
      this.worker.once("online", resolve);
      this.worker.once("error", reject);
    });
    this.worker.on("message", (reply: Reply | Late) => {
      if ("engine" in reply) listener.onLate(reply.engine, failureOf(reply));
      else this.answer(reply);
    });
    this.worker.on("error", (error: NodeJS.ErrnoException) => {
      const [first] = this.taken;
      const isFull = error.code === "ERR_WORKER_OUT_OF_MEMORY" && first;
      this.die(
        isFull
          ? listener.onFull({ call: first.call, trial: this.cells[watchCell.trial]! })
          : new WorkerDied(`a worker thread failed: ${error.message}`),
      );
    });
    // A thread can also end without a message, even with exit code 0.
    this.worker.on("exit", (code) =>
      this.die(new WorkerDied(`a worker thread ended before its work was done (exit code ${code})`)),
    );
  }

  /** Why it is dead; undefined while it lives. */
  get failure(): Error | undefined {
    return this.dead;
  }

  isAlive(): boolean {
    return this.dead === undefined;
  }

  /** Whether it lives and has exactly so many calls. */
  has(calls: number): boolean {
    return this.isAlive() && this.taken.length === calls;
  }

  /** Sends it a call. */
  take(waiting: Waiting): void {
    this.taken.push(waiting);
    this.worker.postMessage(waiting.call);
  }

  /** Sends it a message that is not answered. */
  tell(message: Exclude<Told, Call>): void {
    this.worker.postMessage(message);
  }

  /** Rejects the calls that it has taken for an engine; it may still answer them. */
  cancel(engine: number, reason: unknown): void {
    for (const { call, reject } of this.taken) if (call.engine === engine) reject(reason);
  }

  /**
   * Waits a little for a thread that works for an engine which is no longer used; then the thread is terminated.
   * @param used numbers of the engines that are
   * @returns calls for these that it has not begun
   */
  async reclaim(used: ReadonlyMap<number, unknown>): Promise<Waiting[]> {
    const first = this.taken[0];
    if (first === undefined || used.has(first.call.engine)) return [];
    const deadline = performance.now() + patienceMs;
    while (this.taken[0] === first && performance.now() < deadline) await sleep(1);
    if (this.taken[0] !== first) return [];
    const [, ...others] = this.giveUp();
    return others.filter(({ call }) => used.has(call.engine));
  }

  /** What has not come back for so long; undefined while the thread goes on. */
  stalled(limitMs: number): Stalled | undefined {
    this.cells[watchCell.limitMs] = limitMs;
    const isStalled = this.stall.check(performance.now());
    const [first] = this.taken;
    return isStalled && first && this.isAlive()
      ? { call: first.call, trial: this.cells[watchCell.trial]! }
      : undefined;
  }

  /** The stack of what it does right now; "" where it does not say. */
  stack(): Promise<string> {
    return stackOfThread(this.worker.threadId);
  }

  /** Whether it is still at this call. */
  isAt(call: Call): boolean {
    return this.isAlive() && this.taken[0]?.call === call;
  }

  /** Terminates it. Returns the calls that it has taken: whoever gives it up answers them. */
  giveUp(): Waiting[] {
    this.dead = new WorkerDied("a worker thread did not come back");
    void this.end();
    return this.taken.splice(0);
  }

  /** Terminates it, whatever it does. */
  async end(): Promise<void> {
    this.worker.removeAllListeners("exit");
    await this.worker.terminate();
  }

  private answer(reply: Reply): void {
    // One that was terminated may still have answered.
    const answered = this.taken.shift();
    if (answered === undefined) return;
    if ("result" in reply) answered.resolve(reply.result);
    else answered.reject(failureOf(reply));
    this.listener.onIdle();
  }

  private die(failure: Error): void {
    this.dead ??= failure;
    for (const { reject } of this.taken.splice(0)) reject(this.dead);
    this.listener.onDeath(this.dead);
  }
}

/** As it would have been thrown here: with the places where it was. */
function failureOf({ failure, isScenario, stack }: Omit<Failed, "id">): Error {
  if (!isScenario) return new Error(failure);
  const cause = stack === undefined ? undefined : Object.assign(new Error(failure), { stack });
  return new ScenarioFailure(failure, { cause });
}

/** A worker thread is gone: the surroundings failed, exit code 4. */
class WorkerDied extends Error {
  override readonly name = "WorkerDied";
}
