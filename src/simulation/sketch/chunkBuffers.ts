// Columns for one chunk of trials, used again for the next.
import type { Assumption, Variant } from "../../assumptions/assumptions.ts";
import { beliefKey } from "../../assumptions/beliefKey.ts";
import { blockSize } from "../../sampling/plan.ts";
import { allocateOutputs, type OutputColumns } from "../columns.ts";
import { allInOrder, type Executor } from "../executor.ts";
import type { Scenario } from "../scenario.ts";

/** Trials in flight at once for each thread: few enough for the caches, many enough to be worth a message. */
export const chunkSize = 4 * blockSize;

/** What the columns are for. */
export interface SketchRequest {
  steps: number;
  /** The base first. */
  variants: readonly Variant[];
  /** Names of the outputs. */
  keep: readonly string[];
}

/** One column for each belief about an input; outputs of the base, and of one other variant at a time. */
export interface ChunkBuffers {
  inputs: ReadonlyMap<string, { assumption: Assumption; column: Float64Array }>;
  base: OutputColumns;
  other: OutputColumns;
}

/** Buffers for the trials of one chunk. */
export function createChunkBuffers(
  scenario: Scenario,
  executor: Executor,
  { variants, keep, steps }: SketchRequest,
): ChunkBuffers {
  const inputs = new Map<string, { assumption: Assumption; column: Float64Array }>();
  for (const assumption of variants.flatMap(({ assumptions }) => assumptions)) {
    const key = beliefKey(assumption);
    if (!inputs.has(key)) inputs.set(key, { assumption, column: executor.allocate(chunkSize) });
  }
  const wanted = Object.fromEntries(keep.map((output) => [output, scenario.outputs[output]!]));
  const allocate = () => allocateOutputs(wanted, steps, chunkSize, executor.allocate);
  return { inputs, base: allocate(), other: variants.length > 1 ? allocate() : {} };
}

type ColumnsByBelief = ReadonlyMap<string, Float64Array>;

/** Samples all inputs for `count` trials from `first` on; gives the columns by `beliefKey`. */
export async function sampleInputs(
  { inputs }: ChunkBuffers,
  executor: Executor,
  first: number,
  count: number,
): Promise<ColumnsByBelief> {
  await allInOrder(
    [...inputs.values()].map(({ assumption, column }) =>
      executor.call("sample", { assumption, column: column.subarray(0, count), first }),
    ),
  );
  return new Map([...inputs].map(([key, { column }]) => [key, column]));
}

/** The input columns of a variant, by input. */
export function inputsOf({ assumptions }: Variant, columns: ColumnsByBelief): Record<string, Float64Array> {
  return Object.fromEntries(assumptions.map((one) => [one.name, columns.get(beliefKey(one))!]));
}
