// What an output kind is: a quantity in a shape, and all that follows from them.
import type { ColumnSummary } from "../statistics/columnSummary.ts";
import type { Estimate } from "../statistics/estimate.ts";

/** A number has a mean, a spread and bands; a chance is 0 or 1 in a trial, and its mean is a probability. */
export type Quantity = "number" | "chance";
/** One value a trial, or one a step. */
export type Shape = "single" | "series";

/** What every declared output has. */
export interface Declaration {
  kind: string;
  label: string;
}

/** Figures of an output's columns; `step` counts from 0, which is also the only column of a single output. */
export interface ColumnFigures {
  summary(step: number): ColumnSummary | Promise<ColumnSummary>;
  mean(step: number): Estimate | Promise<Estimate>;
}

/**
 * One kind of output. A kind is one file beside this one and one line in the index; what it is told and drawn with
 * follows from `quantity` and `shape`. `AtStep` is the summary at one moment: of a single kind, its summary.
 */
export interface OutputKind<Declared extends Declaration, Summary, AtStep> {
  /** As it stands in declarations and in summary.json. */
  readonly kind: Declared["kind"];
  /** A number's summary has the figures of `Statistic`, a chance's summary has `probability`. */
  readonly quantity: Quantity;
  /** Decides the length of its column; a series' summary has `steps` (1, 2, …) and one estimate for each. */
  readonly shape: Shape;
  /** Whether variants are compared in it, trial by trial. */
  readonly isCompared: boolean;
  /** Unit of the values; "1" for chances. */
  unitOf(declared: Declared): string;
  /** Whether a trial may write NaN for "did not happen". */
  mayNotHappen(declared: Declared): boolean;
  /** The summary from the figures of its columns, of which there are `steps` for a series. */
  summarize(declared: Declared, columns: ColumnFigures, steps: number): Promise<Summary>;
  /** The summary of a single column: of a series at that step (from 0). */
  summarizeStep(declared: Declared, columns: ColumnFigures, step: number): Promise<AtStep>;
  /** A finished summary at a step (from 0); a single one is what it is. */
  atStep(summary: Summary, step: number): AtStep;
}
