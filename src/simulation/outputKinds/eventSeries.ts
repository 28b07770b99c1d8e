// 0 or 1 a step.
import { type Link, type OutputOrInput, outputOrInput } from "../../assumptions/input.ts";
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
 * Whether something is so at each step. With `from`, an input that takes another scenario's: 0 or 1 at each step.
 * @example
 * eventSeries("Strength below the start").kind // → "event-series"
 * eventSeries({ from: "contingent.isBelow" }).from // → "contingent.isBelow"
 */
export function eventSeries<Label extends string | Link>(
  label: Label,
): OutputOrInput<Label, EventSeriesOutput> {
  return outputOrInput("event-series", "1", label, (own) => ({ kind: "event-series", label: own }));
}

/** A chance at each step. */
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
