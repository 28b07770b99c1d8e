// A run whose columns are kept: every figure is exact.
import type { InputColumns } from "../sampling/inputs.ts";
import { summarizeTogether } from "./batchedSummaries.ts";
import { type OutputColumns, stepOf } from "./columns.ts";
import type { Executor } from "./executor.ts";
import type { ComparedRun, KeptRun, TrialColumns } from "./run.ts";
import type { OutputDeclarations } from "./scenario.ts";
import type { ColumnSummary } from "./statistics/columnSummary.ts";
import type { CrossingSummary, LevelSide } from "./statistics/crossing.ts";
import type { Difference } from "./statistics/difference.ts";
import type { Estimate } from "./statistics/estimate.ts";
import type { ExceedancePoints } from "./statistics/exceedanceCurve.ts";

/** What a run in memory is made of. */
export interface InMemoryTrials extends TrialColumns {
  readonly name: string;
  readonly declared: OutputDeclarations;
}

/** Its figures are computed by the executor that the trials were run by. */
export class InMemoryRun implements KeptRun {
  readonly name: string;
  readonly trials: number;
  readonly steps: number;
  readonly declared: OutputDeclarations;
  readonly inputs: InputColumns;
  readonly outputs: OutputColumns;
  protected readonly executor: Executor;
  private readonly summarizeColumn: (column: Float64Array) => Promise<ColumnSummary>;

  constructor(executor: Executor, { name, trials, steps, declared, inputs, outputs }: InMemoryTrials) {
    this.executor = executor;
    this.name = name;
    this.trials = trials;
    this.steps = steps;
    this.declared = declared;
    this.inputs = inputs;
    this.outputs = outputs;
    this.summarizeColumn = summarizeTogether(executor);
  }

  summary(output: string, step: number): Promise<ColumnSummary> {
    return this.summarizeColumn(this.column(output, step));
  }

  mean(output: string, step: number): Promise<Estimate> {
    return this.executor.call("mean", this.column(output, step));
  }

  median(output: string, step: number): Promise<Estimate> {
    return this.executor.call("median", this.column(output, step));
  }

  exceedance(output: string): Promise<ExceedancePoints> {
    return this.executor.call("exceedance", this.column(output, 0));
  }

  crossing(output: string, side: LevelSide, level: number): Promise<CrossingSummary> {
    const { trials, steps } = this;
    return this.executor.call("crossing", { column: this.outputs[output]!, trials, steps, side, level });
  }

  async kept(): Promise<KeptRun> {
    return this;
  }

  /** The trials of one step; of an output without steps all there are. */
  column(output: string, step: number): Float64Array {
    return stepOf(this.outputs[output]!, step, this.trials);
  }

  /** This run beside a base of the same trials. */
  comparedTo(base: InMemoryRun): InMemoryRun & ComparedRun {
    return new ComparedInMemoryRun(this.executor, this, base);
  }
}

class ComparedInMemoryRun extends InMemoryRun implements ComparedRun {
  readonly against: string;
  private readonly base: InMemoryRun;

  constructor(executor: Executor, own: InMemoryTrials, base: InMemoryRun) {
    super(executor, own);
    this.against = base.name;
    this.base = base;
  }

  difference(output: string): Promise<Difference> {
    return this.executor.call("difference", [this.column(output, 0), this.base.column(output, 0)]);
  }
}
