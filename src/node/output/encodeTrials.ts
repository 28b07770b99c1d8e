// The bytes of trials.parquet, and the thread that makes them: a second of work for a long run, which would keep all
// else waiting.
import { parentPort } from "node:worker_threads";
import { parquetWriteBuffer } from "hyparquet-writer";
import { kindOf } from "../../simulation/outputKinds/kindOf.ts";
import type { OutputDeclarations } from "../../simulation/scenario.ts";
import type { TrialSample } from "../../simulation/trialSample.ts";

/** What a table of trials is made of. */
export interface Trials {
  samples: readonly TrialSample[];
  outputs: OutputDeclarations;
}

/** Answers one message with the table's bytes. */
export function serveTable(): void {
  const port = parentPort!;
  port.once("message", (trials: Trials) => {
    const bytes = encodeTrials(trials);
    port.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
  });
}

interface Column {
  name: string;
  type: "STRING" | "INT32" | "DOUBLE" | "BOOLEAN";
  data: string[] | Int32Array | Float64Array | boolean[] | (number | null)[];
  nullable?: boolean;
  encoding?: "DELTA_BINARY_PACKED" | "BYTE_STREAM_SPLIT";
}

/**
 * Variant, number of the trial, its inputs, its scalars and events. A scalar that did not happen is null. Series are
 * left out: they would make the file twenty times as large. The same samples give the same bytes.
 */
export function encodeTrials({ samples, outputs }: Trials): Uint8Array {
  const [first] = samples as readonly [TrialSample, ...TrialSample[]];
  const inputNames = Object.keys(first.inputs);
  const outputNames = Object.keys(first.outputs);
  const variants = samples.flatMap(({ variant, trials }) => Array.from(trials, () => variant));
  const trials = Int32Array.from(joined(samples, (sample) => sample.trials));
  const columns: Column[] = [
    { name: "variant", type: "STRING", data: variants },
    { name: "trial", type: "INT32", data: trials, encoding: "DELTA_BINARY_PACKED" },
  ];
  const taken = new Set(["variant", "trial", ...outputNames]);
  for (const name of inputNames) {
    const data = joined(samples, ({ inputs }) => inputs[name]!);
    columns.push({ name: taken.has(name) ? `input.${name}` : name, ...doubles(data) });
  }
  for (const output of outputNames) {
    const name = output === "variant" || output === "trial" ? `output.${output}` : output;
    const data = joined(samples, (sample) => sample.outputs[output]!);
    const declared = outputs[output]!;
    const kind = kindOf(declared);
    if (kind.quantity === "chance") {
      columns.push({ name, type: "BOOLEAN", data: Array.from(data, (value) => value === 1) });
    } else if (kind.mayNotHappen(declared)) {
      const happened = Array.from(data, (value) => (Number.isNaN(value) ? null : value));
      columns.push({ name, type: "DOUBLE", data: happened, nullable: true });
    } else columns.push({ name, ...doubles(data) });
  }
  return new Uint8Array(parquetWriteBuffer({ columnData: columns }));
}

/** The bytes of numbers by their place: those of random numbers compress to a third of what whole numbers in a row do. */
function doubles(data: Float64Array): Omit<Column, "name"> {
  return { type: "DOUBLE", data, encoding: "BYTE_STREAM_SPLIT" };
}

/** One column of all samples, one after the other. */
function joined(
  samples: readonly TrialSample[],
  columnOf: (sample: TrialSample) => Float64Array,
): Float64Array {
  const all = new Float64Array(samples.reduce((sum, { trials }) => sum + trials.length, 0));
  let filled = 0;
  for (const sample of samples) {
    all.set(columnOf(sample), filled);
    filled += sample.trials.length;
  }
  return all;
}
