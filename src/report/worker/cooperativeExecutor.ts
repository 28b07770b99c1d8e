// An executor for a thread that also receives messages: it uses its columns again, and pauses for messages.

import type { Block } from "../../simulation/block.ts";
import type { Engine } from "../../simulation/engine.ts";
import { type Executor, inlineExecutor } from "../../simulation/executor.ts";

const patienceMs = 8;

/** Trials times steps that are played without a pause: some milliseconds. */
const maxTrialSteps = 2 ** 18;
/** Pieces are of whole tiles, as the trial runner has them. */
const tile = 64;

/** A block in pieces after each of which others may have a turn. */
function piecesOf(block: Block, steps: number): Block[] {
  const most = tile * Math.max(1, Math.floor(maxTrialSteps / steps / tile));
  const pieces: Block[] = [];
  for (let done = 0; done < block.count; done += most) {
    const count = Math.min(most, block.count - done);
    pieces.push({ ...block, first: block.first + done, offset: block.offset + done, count });
  }
  return pieces;
}

/** Columns that are used again from play to play: new ones for each would keep the garbage collector busy. */
export interface Columns {
  take(length: number): Float64Array;
  /** None of the columns taken before is in use any more. */
  release(): void;
}

/** An empty store. */
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
      // Those of another horizon are not kept for ever.
      if (all.size > maxLengths) all.clear();
    },
  };
}

const maxLengths = 12;

/**
 * This thread alone, with pauses: one call after the other. Once a pause has thrown, no later call acts: each waits for
 * the pause first, which throws again.
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
      // A failure rejects its own call; after a pause that has thrown, the next calls are rejected too.
      before = result.catch(() => undefined);
      return result;
    },
  };
}
