// What questions are asked of: the figures of many trials, whatever is kept of them.
import type { InputColumns } from "../sampling/inputs.ts";
import type { OutputColumns } from "./columns.ts";
import type { ColumnFigures } from "./outputKinds/outputKind.ts";
import type { OutputDeclarations } from "./scenario.ts";
import type { ColumnSummary } from "./statistics/columnSummary.ts";
import type { CrossingSummary, LevelSide } from "./statistics/crossing.ts";
import type { Difference } from "./statistics/difference.ts";
import type { Estimate } from "./statistics/estimate.ts";
import type { ExceedancePoints } from "./statistics/exceedanceCurve.ts";

/** Trials as columns of numbers, from trial 0 on. */
export interface TrialColumns {
  /** Length of a column of one step. */
  readonly trials: number;
  readonly steps: number;
  readonly inputs: InputColumns;
  /** Only of the outputs that were kept. */
  readonly outputs: OutputColumns;
}

/**
 * Many trials of one variant, or of the base with an assumption fixed. In memory all figures are those of the columns; of
 * a run that was sketched, the errors of quantiles hold what the sketch leaves open, and what needs columns is of the first trials.
 * A step counts from 0; an output without steps has the one column 0.
 */
export interface Run {
  /** Of the variant; for messages. */
  readonly name: string;
  readonly trials: number;
  readonly steps: number;
  /** The outputs that were kept. */
  readonly declared: OutputDeclarations;
  /** Of a column: mean, sd and bands, and the share of trials in which it did not happen. */
  summary(output: string, step: number): Promise<ColumnSummary>;
  /** The mean alone: of an event its probability. */
  mean(output: string, step: number): Promise<Estimate>;
  /** The median of a column. */
  median(output: string, step: number): Promise<Estimate>;
  /** The chance of more than x, of a scalar. */
  exceedance(output: string): Promise<ExceedancePoints>;
  /** When a series is first below or above a level; of a sketched run, in the first trials. */
  crossing(output: string, side: LevelSide, level: number): Promise<CrossingSummary>;
  /**
   * The trials that are kept as columns: all of a run in memory, the first of a sketched one.
   * @param outputs those that are wanted; others may be missing. All of them unless given
   */
  kept(outputs?: readonly string[]): Promise<KeptRun>;
}

/** A run whose columns are there. */
export interface KeptRun extends Run, TrialColumns {}

/** The run of another variant than the base, on the same random numbers. */
export interface ComparedRun extends Run {
  /** Name of the base. */
  readonly against: string;
  /** A scalar or an event of this run minus that of the base, trial by trial. */
  difference(output: string): Promise<Difference>;
}

/** The figures of one output's columns, as its kind asks for them. */
export function columnFigures(run: Run, output: string): ColumnFigures {
  return { summary: (step) => run.summary(output, step), mean: (step) => run.mean(output, step) };
}
