// Empty sketches for all columns of all variants, fitted to what the first chunk of trials shows.
import { stepOf } from "../columns.ts";
import type { Executor } from "../executor.ts";
import { kindOf, numbersPerTrial } from "../outputKinds/kindOf.ts";
import { pickOutputs, type Scenario } from "../scenario.ts";
import { bucketCount, bucketsFor, type Reach, reachOf } from "./buckets.ts";
import { type ChunkBuffers, chunkSize, runChunk, type SketchRequest } from "./chunkBuffers.ts";
import { createSketch, type Sketch } from "./sketch.ts";

/** Bytes for the buckets of all columns; narrower buckets would need more. */
const maxBucketBytes = 128 * 2 ** 20;
const bytesPerBucket = 64;
const [maxDigits, minDigits] = [10, 5];

/** Sketches of every column of a variant: of an output with steps one a step. */
export interface VariantSketches {
  outputs: Record<string, Sketch[]>;
  /** Trial by trial minus the base; none for the base itself. */
  differences: Record<string, Sketch>;
}

/** Sketches of all variants, by name. */
export interface Fitted {
  variants: ReadonlyMap<string, VariantSketches>;
  /** Largest relative error of any quantile. */
  relativeError: number;
}

/** Runs a first chunk, and lays out the sketches by what it shows. */
export async function fitSketches(
  scenario: Scenario,
  executor: Executor,
  { variants, keep, steps, differences = true }: SketchRequest,
  buffers: ChunkBuffers,
): Promise<Fitted> {
  const fitted: { origin: number; reach: Reach | undefined; put(sketch: Sketch): void }[] = [];
  const variantSketches = new Map<string, VariantSketches>();
  for await (const { index, variant, outputs } of runChunk(buffers, executor, variants, 0, chunkSize)) {
    const sketches: VariantSketches = { outputs: {}, differences: {} };
    variantSketches.set(variant.name, sketches);
    for (const [name, output] of Object.entries(pickOutputs(scenario, keep))) {
      const kind = kindOf(output);
      const column = outputs[name]!;
      const all: Sketch[] = [];
      sketches.outputs[name] = all;
      for (let step = 0; step < numbersPerTrial(output, steps); step++) {
        const values = stepOf(column, step, chunkSize);
        const reach = kind.quantity === "chance" ? undefined : reachOf(values);
        fitted.push({ origin: firstOf(values), reach, put: (sketch) => all.push(sketch) });
      }
      if (!differences || index === 0 || !kind.isCompared) continue;
      const values = column.map((value, trial) => value - buffers.base[name]![trial]!);
      const put = (sketch: Sketch) => {
        sketches.differences[name] = sketch;
      };
      fitted.push({ origin: firstOf(values), reach: reachOf(values), put });
    }
  }
  const digits = digitsFor(fitted.flatMap(({ reach }) => reach ?? []));
  for (const { origin, reach, put } of fitted) {
    put(createSketch(origin, reach && bucketsFor(reach, digits), executor.allocate));
  }
  return { variants: variantSketches, relativeError: 2 ** -digits };
}

function firstOf(values: Float64Array): number {
  return values.find((value) => !Number.isNaN(value)) ?? 0;
}

/** As narrow buckets as there is memory for. */
function digitsFor(reaches: readonly Reach[]): number {
  for (let digits = maxDigits; digits > minDigits; digits--) {
    const number = reaches.reduce((sum, reach) => sum + bucketCount(bucketsFor(reach, digits)), 0);
    if (number * bytesPerBucket <= maxBucketBytes) return digits;
  }
  return minDigits;
}
