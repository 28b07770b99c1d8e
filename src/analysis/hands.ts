// Who does an engine's work: this thread, or several.
import type { Engine } from "./engine.ts";

/** One or more threads that each have the engine of the same scenario and config. */
export interface Hands {
  /** How many calls they can work on at once; 1 unless given. */
  width?: number;
  /** A column that all of them can read and write. */
  allocate(length: number): Float64Array;
  /** Has one of them do it. */
  call<Method extends keyof Engine>(
    method: Method,
    argument: Parameters<Engine[Method]>[0],
  ): Promise<ReturnType<Engine[Method]>>;
}

/** This thread alone. */
export function ownHands(engine: Engine): Hands {
  return {
    allocate: (length) => new Float64Array(length),
    call: async (method, argument) => {
      const act = engine[method] as (argument: unknown) => ReturnType<Engine[typeof method]>;
      return act(argument);
    },
  };
}

/** All results in order; where several calls fail, the failure of the first, whoever was quickest. */
export async function allInOrder<Results extends readonly unknown[]>(
  calls: {
    readonly [K in keyof Results]: Promise<Results[K]>;
  },
): Promise<Results> {
  const settled = await Promise.allSettled(calls);
  const results = settled.map((one) => {
    if (one.status === "rejected") throw one.reason;
    return one.value as unknown;
  });
  return results as unknown as Results;
}
