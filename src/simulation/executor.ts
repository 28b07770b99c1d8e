// Who does an engine's work: this thread, or several.
import { allInOrder } from "./allInOrder.ts";
import type { OutputColumns } from "./columns.ts";
import type { Engine } from "./engine.ts";

export { allInOrder };

/** One or more threads that each have the engine of the same scenario and config. */
export interface Executor {
  /** How many calls they can work on at once; 1 unless given. */
  concurrency?: number;
  /** Outputs of scenarios upstream that earlier runs have left, for hosts that run again and again. */
  upstream?: UpstreamMemory;
  /** A column that all of them can read and write. */
  allocate(length: number): Float64Array;
  /** Has one of them do it. */
  call<Method extends keyof Engine>(
    method: Method,
    argument: Parameters<Engine[Method]>[0],
  ): Promise<ReturnType<Engine[Method]>>;
}

/** Columns of scenarios upstream, by what they stand on. */
export interface UpstreamMemory {
  /** Some or all of the outputs that are taken; the others are played again. */
  get(key: string): OutputColumns | undefined;
  /** The columns are those of the run: a host that writes over them afterwards keeps copies. */
  keep(key: string, outputs: OutputColumns): void;
}

/** This thread alone. */
export function inlineExecutor(engine: Engine): Executor {
  return {
    allocate: (length) => new Float64Array(length),
    call: async (method, argument) => {
      const act = engine[method] as (argument: unknown) => ReturnType<Engine[typeof method]>;
      return act(argument);
    },
  };
}

/**
 * Does tasks in their order, some at a time: the next is begun when one is done.
 * @param most how many are begun and not yet done at any time
 * @returns all results in order; where tasks fail no more are begun, and the failure of the first is thrown
 */
export async function someAtOnce<Result>(
  most: number,
  tasks: readonly (() => Promise<Result>)[],
): Promise<Result[]> {
  const begun: Promise<Result>[] = [];
  let failed = false;
  async function goOn(): Promise<void> {
    while (begun.length < tasks.length && !failed) {
      const task = tasks[begun.length]!();
      begun.push(task);
      await task.catch(() => {
        failed = true;
      });
    }
  }
  await Promise.all(Array.from({ length: most }, goOn));
  return allInOrder(begun);
}
