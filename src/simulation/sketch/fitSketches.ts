// Empty sketches for all columns of all variants, fitted to what the first chunk of trials shows.
import { stepOf } from "../columns.ts";
import type { Executor } from "../executor.ts";
import { kindOf, numbersPerTrial } from "../outputKinds/kindOf.ts";
import { pickOutputs, type Scenario } from "../scenario.ts";
import { withoutNaN } from "../statistics/spread.ts";
import { endsOf, fitTails } from "../statistics/tailError.ts";
import { bucketsBetween } from "./buckets.ts";
import { type ChunkBuffers, runChunk, type SketchRequest } from "./chunkBuffers.ts";
import { mostEdges, pilotEdges } from "./pilotEdges.ts";
import { createSketch, type Sketch } from "./sketch.ts";

/** Bytes for the buckets of all columns, if that can be; narrower buckets would need more. */
const wantedBytes = 96 * 2 ** 20;
/** Of a bucket: its counts by scrambling, its edge, and its part of the tables. */
const bytesPerBucket = 64 + 8 + 8;
const maxThinning = 16;
/** Sketches are parts of slabs of so many numbers: a buffer of its own for each would take its time and room. */
const slabLength = 2 ** 17;

/** Sketches of every column of a variant: of an output with steps one a step. */
export interface VariantSketches {
  outputs: Record<string, Sketch[]>;
  /** Trial by trial minus the base; none for the base itself. */
  differences: Record<string, Sketch>;
}

/** Sketches of all variants, by name. */
export type Sketches = ReadonlyMap<string, VariantSketches>;

/** Runs a first chunk, and lays out the sketches by what it shows. */
export async function fitSketches(
  scenario: Scenario,
  executor: Executor,
  request: SketchRequest,
  buffers: ChunkBuffers,
): Promise<Sketches> {
  const { variants, keep, steps, chunkSize, differences = true } = request;
  const allocate = inSlabs(executor.allocate);
  const thinning = thinningFor(scenario, request);

  function fitSketch(values: Float64Array, hasBuckets: boolean): Sketch {
    const origin = values.find((value) => !Number.isNaN(value)) ?? 0;
    if (!hasBuckets) return createSketch(origin, undefined, allocate);
    const sorted = withoutNaN(values.slice().sort());
    const sketch = createSketch(origin, bucketsBetween(pilotEdges(sorted, thinning), allocate), allocate);
    return sorted.length > 1 ? { ...sketch, tails: fitTails(endsOf(sorted)) } : sketch;
  }

  const sketches = new Map<string, VariantSketches>();
  for await (const { index, variant, outputs } of runChunk(buffers, executor, variants, 0, chunkSize)) {
    const own: VariantSketches = { outputs: {}, differences: {} };
    sketches.set(variant.name, own);
    for (const [name, output] of Object.entries(pickOutputs(scenario, keep))) {
      const { quantity, isCompared } = kindOf(output);
      const column = outputs[name]!;
      own.outputs[name] = Array.from({ length: numbersPerTrial(output, steps) }, (_, step) =>
        fitSketch(stepOf(column, step, chunkSize), quantity === "number"),
      );
      if (!differences || index === 0 || !isCompared) continue;
      const base = buffers.base[name]!;
      own.differences[name] = fitSketch(
        column.map((value, trial) => value - base[trial]!),
        true,
      );
    }
  }
  return sketches;
}

/** As many edges as there is memory for: a power of two, up to `maxThinning`. */
function thinningFor(scenario: Scenario, { variants, keep, steps, chunkSize }: SketchRequest): number {
  const outputs = Object.values(pickOutputs(scenario, keep));
  const numbers = outputs.filter((output) => kindOf(output).quantity === "number");
  const each = numbers.reduce((sum, output) => sum + numbersPerTrial(output, steps), 0);
  const compared = outputs.filter((output) => kindOf(output).isCompared).length;
  const columns = variants.length * each + (variants.length - 1) * compared;
  let thinning = 1;
  while (thinning < maxThinning && columns * mostEdges(chunkSize, thinning) * bytesPerBucket > wantedBytes) {
    thinning *= 2;
  }
  return thinning;
}

/** Allocates from larger pieces of memory, one part after the other. */
function inSlabs(allocate: (length: number) => Float64Array): (length: number) => Float64Array {
  let slab: Float64Array = new Float64Array(0);
  let used = 0;
  return (length) => {
    if (used + length > slab.length) {
      slab = allocate(Math.max(length, slabLength));
      used = 0;
    }
    const part = slab.subarray(used, used + length);
    used += length;
    return part;
  };
}
