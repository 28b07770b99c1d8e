// One number a step.
import { allInOrder } from "../allInOrder.ts";
import type { Estimates, Statistic } from "../statistics/estimate.ts";
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
 * One number a step.
 * @example
 * series("soldiers", "Troops present").label // → "Troops present"
 */
export function series(unit: string, label: string): SeriesOutput {
  return { kind: "series", unit, label };
}

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
    const of = (statistic: Statistic) => estimatesOf(all.map((summary) => summary[statistic]));
    const bands = { p5: of("p5"), p25: of("p25"), p50: of("p50"), p75: of("p75"), p95: of("p95") };
    return { kind, unit, label, steps: numbers, mean: of("mean"), sd: of("sd"), ...bands };
  },
  summarizeStep: (declared: SeriesOutput, columns, step) => summarizeNumber(declared, columns, step),
  atStep({ unit, label, mean, sd, p5, p25, p50, p75, p95 }, step): ScalarSummary {
    const at = (estimates: Estimates) => estimateAt(estimates, step);
    const bands = { p5: at(p5), p25: at(p25), p50: at(p50), p75: at(p75), p95: at(p95) };
    return { kind: "scalar", unit, label, mean: at(mean), sd: at(sd), ...bands };
  },
} satisfies OutputKind<SeriesOutput, SeriesSummary, ScalarSummary>;
