// A run whose columns are kept: every figure is exact.
import { summarizeTogether } from "./batchedSummaries.ts";
import { stepOf } from "./columns.ts";
import type { Executor } from "./executor.ts";
import { kindOf, numbersPerTrial } from "./outputKinds/kindOf.ts";
import type { ComparedRun, KeptRun, Run, TrialColumns } from "./run.ts";

/** All trials as columns, and figures from them. */
export interface InMemoryRun extends KeptRun {
  /** The trials of one step; of an output without steps all there are. */
  column(output: string, step: number): Float64Array;
  /** This run beside a base of the same trials. */
  comparedTo(base: InMemoryRun): ComparedRun;
}

/** A run of these columns; its figures are computed by the executor that the trials were run by. */
export function inMemoryRun(
  executor: Executor,
  own: TrialColumns & Pick<Run, "name" | "declared">,
): InMemoryRun {
  const { trials, steps, outputs } = own;
  const summarizeRequested = summarizeTogether(executor);
  // The steps before the last are many, and no single figure is read off them.
  const lastStep = (output: string) => numbersPerTrial(own.declared[output]!, steps) - 1;
  const isChance = (output: string) => kindOf(own.declared[output]!).quantity === "chance";
  const column = (output: string, step: number) => stepOf(outputs[output]!, step, trials);
  const run: InMemoryRun = {
    ...own,
    column,
    summary: (output, step) =>
      summarizeRequested({ column: column(output, step), isSmoothed: step === lastStep(output) }),
    mean: (output, step) => executor.call(isChance(output) ? "chance" : "mean", column(output, step)),
    median: (output, step) => executor.call("median", column(output, step)),
    exceedance: (output) => executor.call("exceedance", column(output, 0)),
    crossing: (output, side, level) =>
      executor.call("crossing", { column: outputs[output]!, trials, steps, side, level }),
    kept: async () => run,
    comparedTo: (base) => ({
      ...run,
      against: base.name,
      difference: (output) => executor.call("difference", [column(output, 0), base.column(output, 0)]),
    }),
  };
  return run;
}
