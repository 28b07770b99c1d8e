// An executor for a thread that also receives messages: it yields to them, and reuses its columns.
import type { Block } from "../../simulation/block.ts";
import type { Engine } from "../../simulation/engine.ts";
import { type Executor, inlineExecutor, type UpstreamMemory } from "../../simulation/executor.ts";
import type { Pace } from "./pace.ts";

/** Milliseconds between two pauses. */
const patienceMs = 8;

/** A piece that takes no longer than this is followed by one of twice as many trials. */
const quickPieceMs = 2;

/** Trials times steps that are run without a pause, however quick they are. */
const maxTrialSteps = 2 ** 18;
/** The most trials of a piece are whole tiles of a trial runner. */
const tile = 64;

/** Columns that are reused from run to run: new ones for each would keep the garbage collector busy. */
export interface Columns {
  /** A column of this length that is not in use; its values are those of before. */
  take(length: number): Float64Array;
  /** Makes all columns available again. */
  release(): void;
}

/** Columns without any; those of earlier lengths are dropped once there are more than twelve. */
export function createColumns(): Columns {
  const all = new Map<number, Float64Array[]>();
  const taken = new Map<number, number>();
  return {
    take(length) {
      const alike = all.get(length) ?? [];
      const next = taken.get(length) ?? 0;
      all.set(length, alike);
      taken.set(length, next + 1);
      alike[next] ??= new Float64Array(length);
      return alike[next];
    },
    release() {
      taken.clear();
      // Those of earlier horizons would stay in memory.
      if (all.size > maxLengths) all.clear();
    },
  };
}

const maxLengths = 12;

/** What a cooperative executor works with. */
export interface CooperativeOptions {
  /** Name of the scenario, for messages. */
  name: string;
  columns: Columns;
  pace: Pace;
  steps: number;
  upstream?: UpstreamMemory;
}

/**
 * An executor in this thread: one call after the other, with pauses in which messages are received. Where a pause
 * rejects, the call rejects, and so does each after it at its own pause.
 */
export function cooperativeExecutor(
  engine: Engine,
  { name, columns, pace, steps, upstream }: CooperativeOptions,
): Executor {
  const own = inlineExecutor(engine);
  const most = tile * Math.max(1, Math.floor(maxTrialSteps / steps / tile));
  // Before the first trial nothing is known of the time that one takes.
  let size = 1;
  let rested = performance.now();
  let before: Promise<unknown> = Promise.resolve();
  async function rest(): Promise<void> {
    if (performance.now() - rested <= patienceMs) return;
    await pace.pause();
    rested = performance.now();
  }
  async function runTrials(block: Block): Promise<void> {
    for (let done = 0; done < block.count; ) {
      await rest();
      const count = Math.min(size, pace.maxTrials, block.count - done);
      const piece = { ...block, first: block.first + done, offset: block.offset + done, count };
      const started = performance.now();
      pace.run(piece, name, () => engine.runTrials(piece));
      const took = performance.now() - started;
      if (count === size && took <= quickPieceMs) size = Math.min(2 * size, most);
      else if (took > patienceMs) size = Math.max(1, size / 2);
      done += count;
    }
  }
  return {
    allocate: columns.take,
    ...(upstream && { upstream }),
    call(method, argument) {
      const result = before.then(async () => {
        if (method !== "runTrials") {
          await rest();
          return own.call(method, argument);
        }
        return (await runTrials(argument as Block)) as ReturnType<Engine[typeof method]>;
      });
      // Only the caller receives a failure; the next call runs after it.
      before = result.catch(() => undefined);
      return result;
    },
  };
}
