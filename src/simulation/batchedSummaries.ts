// Columns that are asked for one by one are summarized some at a time: each call is a message where there are threads.
import { chunk } from "simple-statistics";
import type { SummaryRequest } from "./engine.ts";
import { allInOrder, type Executor } from "./executor.ts";
import type { ColumnSummary } from "./statistics/columnSummary.ts";

/** Calls that each thread gets: few, as each is a message; more than one, so that all end together. */
const callsEach = 4;

/** Summaries of columns; those that are asked for in one go share their calls. */
export function summarizeTogether(executor: Executor): (request: SummaryRequest) => Promise<ColumnSummary> {
  let waiting: SummaryRequest[] = [];
  let summaries: Promise<ColumnSummary[]>;

  async function send(): Promise<ColumnSummary[]> {
    // All that is asked for in one go has come by the next microtask.
    await undefined;
    const requests = waiting;
    waiting = [];
    const size = Math.ceil(requests.length / (callsEach * (executor.concurrency ?? 1)));
    const calls = chunk(requests, size).map((some) => executor.call("summarizeAll", some));
    return (await allInOrder(calls)).flat();
  }

  return async (request) => {
    const place = waiting.push(request) - 1;
    if (place === 0) summaries = send();
    return (await summaries)[place]!;
  };
}
