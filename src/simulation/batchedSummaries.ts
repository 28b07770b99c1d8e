// Columns that are asked for one by one are summarized some at a time: each call is a message where there are threads.

import type { Executor } from "./executor.ts";
import type { ColumnSummary } from "./statistics/columnSummary.ts";

/** Calls that each thread gets: few, as each is a message; more than one, so that all end together. */
const callsEach = 4;

interface Asked {
  column: Float64Array;
  resolve(summary: ColumnSummary): void;
  reject(reason: unknown): void;
}

/** Summaries of columns; those that are asked for in one go share their calls. */
export function summarizeTogether(executor: Executor): (column: Float64Array) => Promise<ColumnSummary> {
  let waiting: Asked[] = [];

  function send(): void {
    const all = waiting;
    waiting = [];
    const size = Math.ceil(all.length / (callsEach * (executor.concurrency ?? 1)));
    for (let first = 0; first < all.length; first += size) {
      const some = all.slice(first, first + size);
      const columns = some.map(({ column }) => column);
      executor.call("summarizeAll", columns).then(
        (summaries) => {
          for (const [k, { resolve }] of some.entries()) resolve(summaries[k]!);
        },
        (reason) => {
          for (const { reject } of some) reject(reason);
        },
      );
    }
  }

  return (column) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(send);
      waiting.push({ column, resolve, reject });
    });
}
