// More trials than can be kept: they are played chunk by chunk, folded into tallies, and forgotten.
import { type OutputColumns, stepOf } from "../columns.ts";
import { allInOrder, type Hands } from "../executor.ts";
import type { Scenario } from "../scenario.ts";
import { type SampleCollector, sampleCollector, type TrialSample } from "../trialSample.ts";
import { chunkSize, inputsOf, newSlot, type Slot, sampleInputs, type Wanted } from "./chunkBuffers.ts";
import { type Fitted, fitTallies, type StreamedVariant } from "./fitSketches.ts";
import type { Fold } from "./sketch.ts";
import { line, type Turn } from "./ticketQueue.ts";

/** Columns that are folded in one call. */
const columnsPerCall = 16;
export interface StreamOptions extends Wanted {
  trials: number;
  /** Also the differences of scalars and events to the base. */
  differences: boolean;
  /** Called with the trials that are done. */
  onProgress?: (trials: number) => void;
  onSample?: ((sample: TrialSample) => void) | undefined;
}

/** What remains of a run: tallies of every column. */
export interface Streamed extends Fitted {
  trials: number;
}

/** Plays all trials of all variants. The tallies are the same to the last bit for any number of hands. */
export async function playStreamed(
  scenario: Scenario,
  hands: Hands,
  options: StreamOptions,
): Promise<Streamed> {
  const { trials, variants, keep, onProgress, onSample } = options;
  const pilot = newSlot(scenario, hands, options);
  const fitted = await fitTallies(scenario, hands, options, pilot);
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
      const folds = foldsOf(fitted.variants.get(variant.name)!, outputs, slot.base, count);
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
  return { ...fitted, trials };
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

/** Lets others have a turn: a progress bar, an interruption. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
