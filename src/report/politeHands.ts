// Hands for a thread that is also spoken to: they use their columns again, and let messages in between.
import type { Engine } from "../analysis/engine.ts";
import { type Hands, ownHands } from "../analysis/hands.ts";

const patienceMs = 8;

/** Columns that are used again from play to play: new ones for each would keep the garbage collector busy. */
export interface Columns {
  take(length: number): Float64Array;
  /** None of the columns taken before is in use any more. */
  putBack(): void;
}

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
    putBack() {
      taken.clear();
      // Those of another horizon are not kept for ever.
      if (all.size > mostLengths) all.clear();
    },
  };
}

const mostLengths = 12;

/**
 * This thread's hands, which let others have a turn: one call after the other, with pauses. Once a pause has ended
 * the work, no call acts any more: each would wait for the pause again.
 */
export function politeHands(engine: Engine, columns: Columns, pause: () => Promise<void>): Hands {
  const own = ownHands(engine);
  let rested = performance.now();
  let before: Promise<unknown> = Promise.resolve();
  return {
    allocate: columns.take,
    call(method, argument) {
      const result = before.then(async () => {
        if (performance.now() - rested > patienceMs) {
          await pause();
          rested = performance.now();
        }
        return own.call(method, argument);
      });
      // A failure is told to whoever asked; after a pause that ends it all, the next calls end as well.
      before = result.catch(() => undefined);
      return result;
    },
  };
}
