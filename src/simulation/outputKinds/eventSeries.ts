// 0 or 1 a step.
import { allInOrder } from "../allInOrder.ts";
import type { Estimates } from "../statistics/estimate.ts";
import { estimateAt, estimatesOf, stepNumbers } from "../statistics/estimates.ts";
import { type EventSummary, summarizeChance } from "./event.ts";
import type { OutputKind } from "./outputKind.ts";

/** 0 or 1 a step; the mean of a step is a probability. */
export interface EventSeriesOutput {
  kind: "event-series";
  label: string;
}

/** At every step the share of trials in which it is so. */
export interface EventSeriesSummary {
  kind: "event-series";
  label: string;
  /** 1, 2, … */
  steps: number[];
  probability: Estimates;
}

/**
 * Whether something is so at each step.
 * @example
 * eventSeries("Strength below the start").kind // → "event-series"
 */
export function eventSeries(label: string): EventSeriesOutput {
  return { kind: "event-series", label };
}

export const eventSeriesKind = {
  kind: "event-series",
  quantity: "chance",
  shape: "series",
  isCompared: false,
  unitOf: () => "1",
  mayNotHappen: () => false,
  async summarize({ kind, label }: EventSeriesOutput, columns, steps): Promise<EventSeriesSummary> {
    const numbers = stepNumbers(steps);
    const chances = await allInOrder(numbers.map(async (step) => columns.mean(step - 1)));
    return { kind, label, steps: numbers, probability: estimatesOf(chances) };
  },
  summarizeStep: (declared: EventSeriesOutput, columns, step) => summarizeChance(declared, columns, step),
  atStep: ({ label, probability }, step): EventSummary => ({
    kind: "event",
    label,
    probability: estimateAt(probability, step),
  }),
} satisfies OutputKind<EventSeriesOutput, EventSeriesSummary, EventSummary>;
