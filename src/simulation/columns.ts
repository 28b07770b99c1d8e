// The numbers of a run: flat columns, one a scalar or event, steps × trials for a series.
import { numbersPerTrial } from "./outputKinds/kindOf.ts";
import type { OutputDeclarations } from "./scenario.ts";

/**
 * Columns by output name. A scalar or event has one number a trial. A series is laid out step by step:
 * step s of trial t stands at s · trials + t, so that the trials of a step lie side by side.
 */
export type OutputColumns = Readonly<Partial<Record<string, Float64Array>>>;

/** Empty columns for `trials` trials. */
export function allocateOutputs(
  outputs: OutputDeclarations,
  steps: number,
  trials: number,
  allocate: (length: number) => Float64Array = (length) => new Float64Array(length),
): OutputColumns {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, output]) => [
      name,
      allocate(numbersPerTrial(output, steps) * trials),
    ]),
  );
}

/** The trials of one step of a series; step 0 is the first. */
export function stepOf(column: Float64Array, step: number, trials: number): Float64Array {
  return column.subarray(step * trials, (step + 1) * trials);
}
