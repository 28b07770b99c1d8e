// Empty tallies for all columns of all variants, fitted to what the first chunk of trials shows.
import { stepOf } from "../columns.ts";
import type { Hands } from "../executor.ts";
import { hasSteps, isEvent, type Scenario } from "../scenario.ts";
import { bucketCount, bucketsFor, type Reach, reachOf } from "./buckets.ts";
import { chunkSize, inputsOf, type Slot, sampleInputs, type Wanted } from "./chunkBuffers.ts";
import { newTally, type Tally } from "./sketch.ts";

/** Bytes for the buckets of all columns; narrower buckets would need more. */
const mostBucketBytes = 128 * 2 ** 20;
const bytesPerBucket = 64;
const [mostDigits, fewestDigits] = [10, 5];

/** Tallies of every column of a variant: of an output with steps one a step. */
export interface StreamedVariant {
  outputs: Record<string, Tally[]>;
  /** Trial by trial minus the base; none for the base itself. */
  differences: Record<string, Tally>;
}

export interface Fitted {
  variants: ReadonlyMap<string, StreamedVariant>;
  /** Largest relative error of any quantile. */
  relativeError: number;
}

/** `differences`: also of scalars and events, trial by trial, to the base. */
export async function fitTallies(
  scenario: Scenario,
  hands: Hands,
  { variants, keep, steps, differences }: Wanted & { differences: boolean },
  slot: Slot,
): Promise<Fitted> {
  const inputs = await sampleInputs(slot, hands, 0, chunkSize);
  const fitted: { origin: number; reach: Reach | undefined; put(tally: Tally): void }[] = [];
  const tallied = new Map<string, StreamedVariant>();
  for (const [index, variant] of variants.entries()) {
    const outputs = index === 0 ? slot.base : slot.other;
    const own = inputsOf(variant, inputs);
    await hands.call("play", {
      variant: variant.name,
      inputs: own,
      outputs,
      stride: chunkSize,
      first: 0,
      offset: 0,
      count: chunkSize,
    });
    const tallies: StreamedVariant = { outputs: {}, differences: {} };
    tallied.set(variant.name, tallies);
    for (const name of keep) {
      const output = scenario.outputs[name]!;
      const column = outputs[name]!;
      const all: Tally[] = [];
      tallies.outputs[name] = all;
      for (let step = 0; step < (hasSteps(output) ? steps : 1); step++) {
        const values = stepOf(column, step, chunkSize);
        const reach = isEvent(output) ? undefined : reachOf(values);
        fitted.push({ origin: firstOf(values), reach, put: (tally) => all.push(tally) });
      }
      if (!differences || index === 0 || hasSteps(output)) continue;
      const values = column.map((value, trial) => value - slot.base[name]![trial]!);
      const put = (tally: Tally) => {
        tallies.differences[name] = tally;
      };
      fitted.push({ origin: firstOf(values), reach: reachOf(values), put });
    }
  }
  const digits = digitsFor(fitted.flatMap(({ reach }) => reach ?? []));
  for (const { origin, reach, put } of fitted) {
    put(newTally(origin, reach && bucketsFor(reach, digits), hands.allocate));
  }
  return { variants: tallied, relativeError: 2 ** -digits };
}

function firstOf(values: Float64Array): number {
  return values.find((value) => !Number.isNaN(value)) ?? 0;
}

/** As narrow buckets as there is memory for. */
function digitsFor(reaches: readonly Reach[]): number {
  for (let digits = mostDigits; digits > fewestDigits; digits--) {
    const number = reaches.reduce((sum, reach) => sum + bucketCount(bucketsFor(reach, digits)), 0);
    if (number * bytesPerBucket <= mostBucketBytes) return digits;
  }
  return fewestDigits;
}
