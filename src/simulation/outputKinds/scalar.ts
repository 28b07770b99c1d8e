// One number a trial.
import { type Link, type OutputOrInput, outputOrInput } from "../../assumptions/input.ts";
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
 * One number a trial. With `mayNotHappen` a NaN means "did not happen". With `from`, an input that takes another scenario's.
 * @example
 * scalar("USD", "Paid by the end").unit // → "USD"
 * scalar("months", "Month of the shift", { mayNotHappen: true }).mayNotHappen // → true
 * scalar("USD", { from: "payments.totalPaid" }).from // → "payments.totalPaid"
 */
export function scalar<Label extends string | Link>(
  unit: string,
  label: Label,
  { mayNotHappen = false } = {},
): OutputOrInput<Label, ScalarOutput> {
  return outputOrInput("scalar", unit, label, (own) => ({ kind: "scalar", unit, label: own, mayNotHappen }));
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

/** A number, one a trial. */
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
