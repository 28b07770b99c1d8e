// Single trials of a run, to be looked at: all of them, or a systematic sample.
import { replicates } from "../sampling/plan.ts";
import { allocateOutputs, type OutputColumns } from "./columns.ts";
import { kindOf } from "./outputKinds/kindOf.ts";
import type { KeptRun } from "./run.ts";
import type { OutputDeclarations } from "./scenario.ts";

/** Rows of one variant: in all columns, place i is of the same trial. */
export interface TrialSample {
  variant: string;
  /** The numbers of the trials. */
  trials: Float64Array;
  inputs: Readonly<Record<string, Float64Array>>;
  /** Scalars and events. */
  outputs: OutputColumns;
}

/** A run that is too long to keep is sampled down to about so many trials of each variant. */
const sampleSize = 65_536;

/** The outputs that have one number a trial. */
function singleOutputs(outputs: OutputDeclarations): OutputDeclarations {
  return Object.fromEntries(
    Object.entries(outputs).filter(([, output]) => kindOf(output).shape === "single"),
  );
}

/** All trials of a run in memory. */
export function wholeSample({ name, trials, declared, inputs, outputs }: KeptRun): TrialSample {
  const names = Object.keys(singleOutputs(declared));
  return {
    variant: name,
    trials: Float64Array.from({ length: trials }, (_, trial) => trial),
    inputs,
    outputs: Object.fromEntries(names.map((output) => [output, outputs[output]])),
  };
}

/** Gathers every k-th point of all scramblings, so that the sample is as balanced as the whole. */
export interface SampleCollector {
  /** Takes what it wants of the trials [first … first + count), which stand at the beginning of the columns. */
  take(first: number, count: number, inputs: TrialSample["inputs"], outputs: OutputColumns): void;
  sample(): TrialSample;
}

/** A collector for one variant's chunks. */
export function sampleCollector(
  variant: string,
  trials: number,
  inputs: readonly string[],
  outputs: OutputDeclarations,
): SampleCollector {
  const stride = Math.ceil(trials / sampleSize);
  const size = Math.ceil(trials / replicates / stride) * replicates;
  const kept: TrialSample = {
    variant,
    trials: new Float64Array(size),
    inputs: Object.fromEntries(inputs.map((name) => [name, new Float64Array(size)])),
    outputs: allocateOutputs(singleOutputs(outputs), 1, size),
  };
  return {
    take(first, count, inputColumns, outputColumns) {
      const copies = [
        ...Object.entries(kept.inputs).map(([name, to]) => ({ to, from: inputColumns[name]! })),
        ...Object.entries(kept.outputs).map(([name, to]) => ({ to: to!, from: outputColumns[name]! })),
      ];
      const firstPoint = Math.ceil(first / replicates / stride) * stride;
      for (let point = firstPoint; point * replicates < first + count; point += stride) {
        const target = (point / stride) * replicates;
        const source = point * replicates - first;
        for (const { to, from } of copies) to.set(from.subarray(source, source + replicates), target);
        for (let r = 0; r < replicates; r++) kept.trials[target + r] = point * replicates + r;
      }
    },
    sample: () => kept,
  };
}
