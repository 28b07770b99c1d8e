// The heap is full of what is in use.
import { getHeapStatistics } from "node:v8";

/** What a trial did that finds the heap full. */
export const filledWords = "filled the memory";

/** Bytes that the heap of a thread may have. */
export function heapLimit(): number {
  return getHeapStatistics().heap_size_limit;
}

/** There is no room for what a program keeps: the surroundings failed, exit code 4. */
export class HeapFull extends Error {
  override readonly name = "HeapFull";

  /**
   * @param limit bytes that the heap may have
   * @param at what was run: "coins, variant base: trial 7 filled the memory (prize=2)"
   */
  constructor(limit: number, at?: Error) {
    const megabytes = Math.round(limit / 2 ** 20);
    super(
      `${at?.message ?? "not enough memory"}: the ${megabytes} MB that a thread of the program may keep are nearly full, mostly of what trials make or leave behind; a trial keeps nothing for the next (NODE_OPTIONS=--max-old-space-size=${2 * megabytes} gives it twice as much)`,
    );
    if (at?.cause !== undefined) this.cause = at.cause;
  }
}
