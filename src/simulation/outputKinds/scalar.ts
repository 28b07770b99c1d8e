// One number a trial.
import type { Estimate, Statistic } from "../statistics/estimate.ts";
import type { ColumnFigures, OutputKind } from "./outputKind.ts";

/** One number a trial. */
export interface ScalarOutput {
  kind: "scalar";
  unit: string;
  label: string;
  /** True where NaN means "did not happen in this trial". */
  mayNotHappen: boolean;
}

/** Mean, standard deviation and bands over all trials, in `unit`. */
export interface ScalarSummary extends Record<Statistic, Estimate> {
  kind: "scalar";
  unit: string;
  label: string;
  /** Share of trials in which it did not happen; only for a scalar declared so. The other figures are of those in which it did. */
  never?: Estimate;
}

/**
 * One number a trial. With `mayNotHappen` a NaN means "did not happen".
 * @example
 * scalar("USD", "Paid by the end").unit // → "USD"
 * scalar("months", "Month of the shift", { mayNotHappen: true }).mayNotHappen // → true
 */
export function scalar(unit: string, label: string, { mayNotHappen = false } = {}): ScalarOutput {
  return { kind: "scalar", unit, label, mayNotHappen };
}

/** Of one column: a scalar, or a step of a series. */
export async function summarizeNumber(
  { unit, label, mayNotHappen = false }: { unit: string; label: string; mayNotHappen?: boolean },
  columns: ColumnFigures,
  step: number,
): Promise<ScalarSummary> {
  const { never, ...statistics } = await columns.summary(step);
  return { kind: "scalar", unit, label, ...(mayNotHappen && { never }), ...statistics };
}

export const scalarKind = {
  kind: "scalar",
  quantity: "number",
  shape: "single",
  isCompared: true,
  unitOf: ({ unit }) => unit,
  mayNotHappen: ({ mayNotHappen }) => mayNotHappen,
  summarize: (declared: ScalarOutput, columns) => summarizeNumber(declared, columns, 0),
  summarizeStep: (declared: ScalarOutput, columns, step) => summarizeNumber(declared, columns, step),
  atStep: (summary) => summary,
} satisfies OutputKind<ScalarOutput, ScalarSummary, ScalarSummary>;
