// Columns for one chunk of trials, used again for the next.
import type { Assumption, Variant } from "../../assumptions/assumptions.ts";
import { beliefKey } from "../../assumptions/beliefKey.ts";
import type { InputColumns } from "../../sampling/inputs.ts";
import { allocateOutputs, type OutputColumns } from "../columns.ts";
import { allInOrder, type Executor } from "../executor.ts";
import { kindOf } from "../outputKinds/kindOf.ts";
import { askedInputs, withDerived } from "../runStages.ts";
import { type OutputDeclarations, pickOutputs, type Scenario } from "../scenario.ts";
import { type Stage, stagesOf } from "../stages.ts";

/** Trials in flight at once for each thread: few enough for the caches, many enough to be worth a message. */
const maxChunkSize = 2 ** 14;
/** Sketches are laid out by what a chunk shows: fewer trials would show too little. */
const minChunkSize = 2 ** 10;
/** Outputs of a chunk, of which several are in flight at once: 32 MiB. */
const numbersInChunk = 2 ** 22;

/** Trials in a chunk of outputs with so many numbers a trial; a power of two. */
export function chunkSizeFor(numbersPerTrial: number): number {
  let size = maxChunkSize;
  while (size > minChunkSize && size * numbersPerTrial > numbersInChunk) size /= 2;
  return size;
}

/** What is sketched. */
export interface SketchRequest {
  steps: number;
  /** The base first. */
  variants: readonly Variant[];
  /** Names of the outputs. */
  keep: readonly string[];
  /** Trials in a chunk, a multiple of the scramblings. */
  chunkSize: number;
  /** False where the differences of scalars and events to the base are not asked for. */
  differences?: boolean | undefined;
}

/**
 * One column for each belief about an input, by `beliefKey`; outputs of the base, and of one other variant at a time, which
 * has the same columns where they are not compared.
 */
export interface ChunkBuffers {
  scenario: Scenario;
  stages: readonly Stage[];
  /** Of each stage upstream: its outputs that others take, and what they stand on at the moment. */
  upstream: ReadonlyMap<string, { outputs: OutputColumns; key: string }>;
  /** Length of a column of one step. */
  size: number;
  inputs: ReadonlyMap<string, { assumption: Assumption; column: Float64Array }>;
  base: OutputColumns;
  other: OutputColumns;
}

/** Buffers for the trials of one chunk. */
export function createChunkBuffers(
  scenario: Scenario,
  executor: Executor,
  { variants, keep, steps, chunkSize }: SketchRequest,
): ChunkBuffers {
  const inputs = new Map<string, { assumption: Assumption; column: Float64Array }>();
  for (const assumption of variants.flatMap(({ assumptions }) => assumptions)) {
    const key = beliefKey(assumption);
    if (!inputs.has(key)) inputs.set(key, { assumption, column: executor.allocate(chunkSize) });
  }
  const wanted = pickOutputs(scenario, keep);
  const compared: OutputDeclarations = Object.fromEntries(
    Object.entries(wanted).filter(([, output]) => kindOf(output).isCompared),
  );
  const allocate = (outputs: OutputDeclarations) =>
    allocateOutputs(outputs, steps, chunkSize, executor.allocate);
  const base = allocate(wanted);
  const stages = stagesOf(scenario, steps);
  const upstream = new Map(
    stages.flatMap(({ name, scenario: one, steps: played, taken }) => {
      if (name === undefined) return [];
      const outputs = allocateOutputs(pickOutputs(one, taken), played, chunkSize, executor.allocate);
      return [[name, { outputs, key: "" }] as const];
    }),
  );
  return {
    scenario,
    stages,
    upstream,
    size: chunkSize,
    inputs,
    base,
    other: { ...base, ...allocate(compared) },
  };
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
  const { scenario, stages } = buffers;
  const place = { stride: buffers.size, first, offset: 0, count };
  for (const [index, variant] of variants.entries()) {
    const sampled = variant.assumptions.map(
      (one) => [one.name, buffers.inputs.get(beliefKey(one))!.column] as const,
    );
    const columns = withDerived(variant, new Map(sampled), buffers.size);
    const run = { scenario, stages, believed: variant, columns };
    const asked = await askedInputs({
      ...run,
      async upstream({ name }, key, stage) {
        const kept = buffers.upstream.get(name!)!;
        const { outputs } = kept;
        // The trials of this chunk may be there already, for a variant before.
        const wanted = JSON.stringify([first, key]);
        if (kept.key !== wanted)
          await executor.call("runTrials", { variant: variant.name, ...stage, outputs, ...place });
        kept.key = wanted;
        return outputs;
      },
    });
    const outputs = index === 0 ? buffers.base : buffers.other;
    await executor.call("runTrials", { variant: variant.name, ...asked, outputs, ...place });
    yield { index, variant, inputs: Object.fromEntries(columns), outputs };
  }
}
