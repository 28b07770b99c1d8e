// An executor for a thread that also receives messages: it yields to them, and reuses its columns.
import type { Block } from "../../simulation/block.ts";
import type { Engine } from "../../simulation/engine.ts";
import { type Executor, inlineExecutor } from "../../simulation/executor.ts";

/** Milliseconds between two pauses. */
const patienceMs = 8;

/** Trials times steps that are run without a pause: some milliseconds. */
const maxTrialSteps = 2 ** 18;
/** Pieces are whole numbers of trials of a simulator's tile. */
const tile = 64;

/** A block in pieces, with room for a pause after each. */
function piecesOf(block: Block, steps: number): Block[] {
  const most = tile * Math.max(1, Math.floor(maxTrialSteps / steps / tile));
  const pieces: Block[] = [];
  for (let done = 0; done < block.count; done += most) {
    const count = Math.min(most, block.count - done);
    pieces.push({ ...block, first: block.first + done, offset: block.offset + done, count });
  }
  return pieces;
}

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

/**
 * An executor in this thread: one call after the other, with pauses in which messages are received. Where `pause`
 * rejects, the call rejects, and so does each after it at its own pause.
 */
export function cooperativeExecutor(
  engine: Engine,
  { columns, pause, steps }: { columns: Columns; pause: () => Promise<void>; steps: number },
): Executor {
  const own = inlineExecutor(engine);
  let rested = performance.now();
  let before: Promise<unknown> = Promise.resolve();
  async function rest(): Promise<void> {
    if (performance.now() - rested <= patienceMs) return;
    await pause();
    rested = performance.now();
  }
  return {
    allocate: columns.take,
    call(method, argument) {
      const result = before.then(async () => {
        await rest();
        if (method !== "runTrials") return own.call(method, argument);
        const [first, ...others] = piecesOf(argument as Block, steps);
        const played = await own.call(method, first as typeof argument);
        for (const piece of others) {
          await rest();
          await own.call("runTrials", piece);
        }
        return played;
      });
      // Only the caller receives a failure; the next call runs after it.
      before = result.catch(() => undefined);
      return result;
    },
  };
}
