// More trials than can be kept: they are run chunk by chunk, and sketches are updated with them.
import { chunk } from "simple-statistics";
import { type OutputColumns, stepOf } from "../columns.ts";
import { allInOrder, type Executor } from "../executor.ts";
import { pickOutputs, type Scenario } from "../scenario.ts";
import { type SampleCollector, sampleCollector, type TrialSample } from "../trialSample.ts";
import { type ChunkBuffers, createChunkBuffers, runChunk, type SketchRequest } from "./chunkBuffers.ts";
import { fitSketches, type Sketches, type VariantSketches } from "./fitSketches.ts";
import type { SketchUpdate } from "./sketch.ts";
import { type Ticket, ticketQueue } from "./ticketQueue.ts";

/** Columns whose sketches are updated in one call. */
const columnsPerCall = 16;

/** Which trials are sketched, and what of them. */
export interface SketchedRunOptions extends SketchRequest {
  trials: number;
  /** Called with the trials that are done. */
  onProgress?: (trials: number) => void;
  onSample?: ((sample: TrialSample) => void) | undefined;
}

/** Runs all trials of all variants. The sketches are the same to the last bit for any concurrency. Throws ScenarioFailure. */
export async function runSketched(
  scenario: Scenario,
  executor: Executor,
  options: SketchedRunOptions,
): Promise<Sketches> {
  const { trials, variants, keep, chunkSize, onProgress, onSample } = options;
  const pilot = createChunkBuffers(scenario, executor, options);
  const fitted = await fitSketches(scenario, executor, options, pilot);
  const collectors = new Map<string, SampleCollector>();
  if (onSample) {
    const wanted = pickOutputs(scenario, keep);
    for (const { name, assumptions, derived = [] } of variants) {
      const names = [...assumptions, ...derived].map((one) => one.name);
      collectors.set(name, sampleCollector(name, trials, names, wanted));
    }
  }

  const queues = variants.map(ticketQueue);
  let next = 0;
  let done = 0;
  const failures: { first: number; reason: unknown }[] = [];

  async function work(buffers: ChunkBuffers): Promise<void> {
    while (next < trials && failures.length === 0) {
      const first = next;
      next += chunkSize;
      const count = Math.min(chunkSize, trials - first);
      // Chunks are begun in order, and update the sketches in that order.
      const tickets = queues.map((takeTicket) => takeTicket());
      try {
        await updateSketches(buffers, first, count, tickets);
      } catch (reason) {
        failures.push({ first, reason });
      }
      for (const { end } of tickets) end();
      done += count;
      onProgress?.(done);
      await nextTurn();
    }
  }

  async function updateSketches(
    buffers: ChunkBuffers,
    first: number,
    count: number,
    tickets: readonly Ticket[],
  ): Promise<void> {
    const chunks = runChunk(buffers, executor, variants, first, count);
    for await (const { index, variant, inputs, outputs } of chunks) {
      collectors.get(variant.name)?.take(first, count, inputs, outputs);
      const updates = updatesOf(fitted.get(variant.name)!, outputs, buffers, count);
      await tickets[index]!.ready;
      await allInOrder(updates.map((group) => executor.call("update", group)));
      tickets[index]!.end();
    }
  }

  const concurrency = executor.concurrency ?? 1;
  const slots = [pilot];
  if (concurrency > 1)
    for (let k = 0; k < concurrency; k++) slots.push(createChunkBuffers(scenario, executor, options));
  await Promise.all(slots.map(work));
  // All chunks before a failed one have come to their end: the first failure is the same, whichever thread was quickest.
  if (failures.length > 0) throw failures.sort((one, other) => one.first - other.first)[0]!.reason;
  for (const collector of collectors.values()) onSample?.(collector.sample());
  return fitted;
}

/** The updates of one variant's chunk, in groups of columns. */
function updatesOf(
  { outputs, differences }: VariantSketches,
  columns: OutputColumns,
  { base, size }: ChunkBuffers,
  count: number,
): SketchUpdate[][] {
  const updates: SketchUpdate[] = [];
  for (const [name, sketches] of Object.entries(outputs)) {
    for (const [step, sketch] of sketches.entries()) {
      updates.push({ sketch, values: stepOf(columns[name]!, step, size).subarray(0, count) });
    }
  }
  for (const [name, sketch] of Object.entries(differences)) {
    const [values, minus] = [columns[name]!.subarray(0, count), base[name]!.subarray(0, count)];
    updates.push({ sketch, values, minus });
  }
  return chunk(updates, columnsPerCall);
}

/** Lets others have a turn: a progress bar, an interruption. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
