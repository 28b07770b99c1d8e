// trials.parquet: single trials as a table that other programs read, one row a trial and variant.
import type { TrialSample } from "../analysis/trialSample.ts";
import type { OutputDeclarations } from "../simulation/scenario.ts";

export const trialsFile = "trials.parquet";

interface Column {
  name: string;
  type: "STRING" | "INT32" | "DOUBLE" | "BOOLEAN";
  data: string[] | Int32Array | Float64Array | boolean[] | (number | null)[];
  nullable?: boolean;
}

/**
 * Variant, number of the trial, its inputs, its scalars and events. A scalar that did not happen is null. Series are
 * left out: they would make the file twenty times as large. The same samples give the same bytes.
 */
export async function trialsParquet(
  samples: readonly TrialSample[],
  outputs: OutputDeclarations,
): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  const [first] = samples as readonly [TrialSample, ...TrialSample[]];
  const inputNames = Object.keys(first.inputs);
  const outputNames = Object.keys(first.outputs);
  const columns: Column[] = [
    {
      name: "variant",
      type: "STRING",
      data: samples.flatMap(({ variant, trials }) => Array.from(trials, () => variant)),
    },
    { name: "trial", type: "INT32", data: Int32Array.from(joined(samples, ({ trials }) => trials)) },
  ];
  const taken = new Set(["variant", "trial", ...outputNames]);
  for (const name of inputNames) {
    const data = joined(samples, ({ inputs }) => inputs[name]!);
    columns.push({ name: taken.has(name) ? `input.${name}` : name, type: "DOUBLE", data });
  }
  for (const output of outputNames) {
    const name = output === "variant" || output === "trial" ? `output.${output}` : output;
    const data = joined(samples, (sample) => sample.outputs[output]!);
    const declared = outputs[output]!;
    if (declared.kind === "event") {
      columns.push({ name, type: "BOOLEAN", data: Array.from(data, (value) => value === 1) });
    } else if (declared.kind === "scalar" && declared.mayNotHappen) {
      const happened = Array.from(data, (value) => (Number.isNaN(value) ? null : value));
      columns.push({ name, type: "DOUBLE", data: happened, nullable: true });
    } else columns.push({ name, type: "DOUBLE", data });
  }
  return new Uint8Array(parquetWriteBuffer({ columnData: columns }));
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
