// Columns for one chunk of trials, used again for the next.
import type { Assumption, Variant } from "../../assumptions/assumptions.ts";
import { beliefKey } from "../../assumptions/beliefKey.ts";
import type { InputColumns } from "../../sampling/inputs.ts";
import { blockSize } from "../../sampling/plan.ts";
import { allocateOutputs, type OutputColumns } from "../columns.ts";
import { allInOrder, type Executor } from "../executor.ts";
import { pickOutputs, type Scenario } from "../scenario.ts";

/** Trials in flight at once for each thread: few enough for the caches, many enough to be worth a message. */
export const chunkSize = 4 * blockSize;

/** What is sketched. */
export interface SketchRequest {
  steps: number;
  /** The base first. */
  variants: readonly Variant[];
  /** Names of the outputs. */
  keep: readonly string[];
  /** False where the differences of scalars and events to the base are not asked for. */
  differences?: boolean | undefined;
}

/** One column for each belief about an input, by `beliefKey`; outputs of the base, and of one other variant at a time. */
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
  const wanted = pickOutputs(scenario, keep);
  const allocate = () => allocateOutputs(wanted, steps, chunkSize, executor.allocate);
  return { inputs, base: allocate(), other: variants.length > 1 ? allocate() : {} };
}

/** The trials of one variant in a chunk, at the beginning of their columns. */
export interface VariantChunk {
  /** The variant's place: 0 is the base. */
  index: number;
  variant: Variant;
  inputs: InputColumns;
  outputs: OutputColumns;
}

/** Runs the trials [first … first + count) of all variants, one after the other: the columns of one are valid until the next is asked for. */
export async function* runChunk(
  buffers: ChunkBuffers,
  executor: Executor,
  variants: readonly Variant[],
  first: number,
  count: number,
): AsyncGenerator<VariantChunk> {
  const samples = [...buffers.inputs.values()].map(({ assumption, column }) =>
    executor.call("sample", { assumption, column: column.subarray(0, count), first }),
  );
  await allInOrder(samples);
  for (const [index, variant] of variants.entries()) {
    const columns = variant.assumptions.map((one) => [one.name, buffers.inputs.get(beliefKey(one))!.column]);
    const inputs: InputColumns = Object.fromEntries(columns);
    const outputs = index === 0 ? buffers.base : buffers.other;
    const block = { variant: variant.name, inputs, outputs, stride: chunkSize, first, offset: 0, count };
    await executor.call("runTrials", block);
    yield { index, variant, inputs, outputs };
  }
}
