// More trials than can be kept: they are played chunk by chunk, folded into tallies, and forgotten.
import type { Assumption, Variant } from "../../assumptions/assumptions.ts";
import { blockSize } from "../../sampling/plan.ts";
import { allocateOutputs, type OutputColumns, stepOf } from "../../simulation/columns.ts";
import { hasSteps, isEvent, type Scenario } from "../../simulation/scenario.ts";
import { allInOrder, type Hands } from "../hands.ts";
import { type SampleCollector, sampleCollector, type TrialSample } from "../trialSample.ts";
import { bucketCount, bucketsFor, type Reach, reachOf } from "./buckets.ts";
import { type Fold, newTally, type Tally } from "./tally.ts";

/** Trials in flight at once for each thread: few enough for the caches, many enough to be worth a message. */
const chunkSize = 4 * blockSize;
/** Columns that are folded in one call. */
const columnsPerCall = 16;
/** Bytes for the buckets of all columns; narrower buckets would need more. */
const mostBucketBytes = 192 * 2 ** 20;
const bytesPerBucket = 64;
const [mostDigits, fewestDigits] = [10, 5];

export interface StreamOptions {
  trials: number;
  steps: number;
  /** The base first. */
  variants: readonly Variant[];
  /** Outputs that are wanted. */
  keep: readonly string[];
  /** Also the differences of scalars and events to the base. */
  differences: boolean;
  /** Called with the trials that are done. */
  onProgress?: (trials: number) => void;
  onSample?: ((sample: TrialSample) => void) | undefined;
}

/** Tallies of every column of a variant: of an output with steps one a step. */
interface StreamedVariant {
  outputs: Record<string, Tally[]>;
  /** Trial by trial minus the base; none for the base itself. */
  differences: Record<string, Tally>;
}

export interface Streamed {
  trials: number;
  variants: ReadonlyMap<string, StreamedVariant>;
  /** Largest relative error of any quantile. */
  relativeError: number;
}

/** Plays all trials of all variants. The tallies are the same to the last bit for any number of hands. */
export async function playStreamed(
  scenario: Scenario,
  hands: Hands,
  options: StreamOptions,
): Promise<Streamed> {
  const { trials, variants, keep, onProgress, onSample } = options;
  const pilot = newSlot(scenario, hands, options);
  const streamed = await fitTallies(scenario, hands, options, pilot);
  const collectors = new Map<string, SampleCollector>();
  if (onSample) {
    const names = Object.keys(scenario.inputs);
    const wanted = Object.fromEntries(keep.map((name) => [name, scenario.outputs[name]!]));
    for (const { name } of variants) collectors.set(name, sampleCollector(name, trials, names, wanted));
  }

  const lines = variants.map(line);
  let next = 0;
  let done = 0;
  const failures: { first: number; reason: unknown }[] = [];

  async function work(slot: Slot): Promise<void> {
    while (next < trials && failures.length === 0) {
      const first = next;
      next += chunkSize;
      const count = Math.min(chunkSize, trials - first);
      // Chunks are begun in order, and so stand their turns to be folded.
      const turns = lines.map((takeTurn) => takeTurn());
      try {
        await playChunk(slot, first, count, turns);
      } catch (reason) {
        failures.push({ first, reason });
      }
      for (const { end } of turns) end();
      done += count;
      onProgress?.(done);
      await nextTurn();
    }
  }

  async function playChunk(slot: Slot, first: number, count: number, turns: readonly Turn[]): Promise<void> {
    const inputs = await sampleInputs(slot, hands, first, count);
    for (const [index, variant] of variants.entries()) {
      const outputs = index === 0 ? slot.base : slot.other;
      const own = inputsOf(variant, inputs);
      const block = {
        variant: variant.name,
        inputs: own,
        outputs,
        stride: chunkSize,
        first,
        offset: 0,
        count,
      };
      await hands.call("play", block);
      collectors.get(variant.name)?.take(first, count, own, outputs);
      const folds = foldsOf(streamed.variants.get(variant.name)!, outputs, slot.base, count);
      await turns[index]!.comes;
      await allInOrder(folds.map((group) => hands.call("fold", group)));
      turns[index]!.end();
    }
  }

  const slots = [pilot, ...Array.from({ length: hands.width ?? 1 }, () => newSlot(scenario, hands, options))];
  await Promise.all((hands.width ?? 1) > 1 ? slots.map(work) : [work(pilot)]);
  // All chunks before a failed one have come to their end: the first failure is the same, whoever was quickest.
  if (failures.length > 0) throw failures.sort((one, other) => one.first - other.first)[0]!.reason;
  for (const collector of collectors.values()) onSample?.(collector.sample());
  return streamed;
}

/** Columns for one chunk, used again for the next. */
interface Slot {
  inputs: ReadonlyMap<string, { assumption: Assumption; column: Float64Array }>;
  base: OutputColumns;
  other: OutputColumns;
}

function newSlot(scenario: Scenario, hands: Hands, { variants, keep, steps }: StreamOptions): Slot {
  const inputs = new Map<string, { assumption: Assumption; column: Float64Array }>();
  for (const assumption of variants.flatMap(({ assumptions }) => assumptions)) {
    const key = beliefKey(assumption);
    if (!inputs.has(key)) inputs.set(key, { assumption, column: hands.allocate(chunkSize) });
  }
  const wanted = Object.fromEntries(keep.map((output) => [output, scenario.outputs[output]!]));
  const allocate = () => allocateOutputs(wanted, steps, chunkSize, hands.allocate);
  return { inputs, base: allocate(), other: variants.length > 1 ? allocate() : {} };
}

function beliefKey({ name, belief, unit }: Assumption): string {
  return JSON.stringify([name, belief, unit]);
}

type ColumnsByBelief = ReadonlyMap<string, Float64Array>;

async function sampleInputs(
  { inputs }: Slot,
  hands: Hands,
  first: number,
  count: number,
): Promise<ColumnsByBelief> {
  await allInOrder(
    [...inputs.values()].map(({ assumption, column }) =>
      hands.call("sample", { assumption, column: column.subarray(0, count), first }),
    ),
  );
  return new Map([...inputs].map(([key, { column }]) => [key, column]));
}

function inputsOf({ assumptions }: Variant, columns: ColumnsByBelief): Record<string, Float64Array> {
  return Object.fromEntries(assumptions.map((one) => [one.name, columns.get(beliefKey(one))!]));
}

/** What is folded of one variant's chunk, in groups of columns. */
function foldsOf(
  { outputs, differences }: StreamedVariant,
  columns: OutputColumns,
  base: OutputColumns,
  count: number,
): Fold[][] {
  const folds: Fold[] = [];
  for (const [name, tallies] of Object.entries(outputs)) {
    for (const [step, tally] of tallies.entries()) {
      folds.push({ tally, values: stepOf(columns[name]!, step, chunkSize).subarray(0, count) });
    }
  }
  for (const [name, tally] of Object.entries(differences)) {
    const [values, minus] = [columns[name]!.subarray(0, count), base[name]!.subarray(0, count)];
    folds.push({ tally, values, minus });
  }
  const groups = Math.ceil(folds.length / columnsPerCall);
  return Array.from({ length: groups }, (_, k) => folds.slice(k * columnsPerCall, (k + 1) * columnsPerCall));
}

/** Empty tallies, their buckets laid out by what the first chunk shows. */
async function fitTallies(
  scenario: Scenario,
  hands: Hands,
  { variants, keep, steps, trials, differences }: StreamOptions,
  slot: Slot,
): Promise<Streamed> {
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
  return { trials, variants: tallied, relativeError: 2 ** -digits };
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

/** A place in a line: who comes in order is served in order, however long each takes to be ready. */
interface Turn {
  comes: Promise<void>;
  end(): void;
}

function line(): () => Turn {
  let last = Promise.resolve();
  return () => {
    const comes = last;
    let end = () => {};
    last = new Promise((resolve) => {
      end = resolve;
    });
    return { comes, end };
  };
}

/** Lets others have a turn: a progress bar, an interruption. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
