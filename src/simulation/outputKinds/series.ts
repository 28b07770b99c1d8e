// One number a step.
import { type Link, type OutputOrInput, outputOrInput } from "../../assumptions/input.ts";
import { allInOrder } from "../allInOrder.ts";
import { byName, type Estimates, type Statistic, statisticNames } from "../statistics/estimate.ts";
import { estimateAt, estimatesOf, stepNumbers } from "../statistics/estimates.ts";
import type { OutputKind } from "./outputKind.ts";
import { type ScalarSummary, summarizeNumber } from "./scalar.ts";

/** One number a step. */
export interface SeriesOutput {
  kind: "series";
  unit: string;
  label: string;
}

/** Mean, standard deviation and bands at every step, in `unit`. */
export interface SeriesSummary extends Record<Statistic, Estimates> {
  kind: "series";
  unit: string;
  label: string;
  /** 1, 2, … */
  steps: number[];
}

/**
 * One number a step. With `from`, an input that takes another scenario's, played as long as this one: where that one's steps
 * are shorter, what stands at the end of each longer step; where they are longer, the same number in each of its parts.
 * @example
 * series("soldiers", "Troops present").label // → "Troops present"
 * series("soldiers", { from: "contingent.strength" }).from // → "contingent.strength"
 */
export function series<Label extends string | Link>(
  unit: string,
  label: Label,
): OutputOrInput<Label, SeriesOutput> {
  return outputOrInput("series", unit, label, (own) => ({ kind: "series", unit, label: own }));
}

/** A number at each step. */
export const seriesKind = {
  kind: "series",
  quantity: "number",
  shape: "series",
  isCompared: false,
  unitOf: ({ unit }) => unit,
  mayNotHappen: () => false,
  async summarize({ kind, unit, label }: SeriesOutput, columns, steps): Promise<SeriesSummary> {
    const numbers = stepNumbers(steps);
    const all = await allInOrder(numbers.map(async (step) => columns.summary(step - 1)));
    const figures = byName(statisticNames, (name) => estimatesOf(all.map((summary) => summary[name])));
    return { kind, unit, label, steps: numbers, ...figures };
  },
  summarizeStep: (declared: SeriesOutput, columns, step) => summarizeNumber(declared, columns, step),
  atStep: ({ unit, label, ...figures }, step): ScalarSummary => ({
    kind: "scalar",
    unit,
    label,
    ...byName(statisticNames, (name) => estimateAt(figures[name], step)),
  }),
} satisfies OutputKind<SeriesOutput, SeriesSummary, ScalarSummary>;
