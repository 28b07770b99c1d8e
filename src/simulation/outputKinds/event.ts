// 0 or 1 a trial.
import { type Link, type OutputOrInput, outputOrInput } from "../../assumptions/input.ts";
import type { Estimate } from "../statistics/estimate.ts";
import type { ColumnFigures, OutputKind } from "./outputKind.ts";

/** 0 or 1 a trial; its mean is a probability. */
export interface EventOutput {
  kind: "event";
  label: string;
}

/** The share of trials in which it happened. */
export interface EventSummary {
  kind: "event";
  label: string;
  probability: Estimate;
}

/**
 * Whether something happened in a trial. With `from`, an input that takes another scenario's: 0 or 1.
 * @example
 * event("Less water at the end").kind // → "event"
 * event({ from: "seoul.sends" }).from // → "seoul.sends"
 */
export function event<Label extends string | Link>(label: Label): OutputOrInput<Label, EventOutput> {
  return outputOrInput("event", "1", label, (own) => ({ kind: "event", label: own }));
}

/** Of one column: an event, or a step of a series of them. */
export async function summarizeChance(
  { label }: { label: string },
  columns: ColumnFigures,
  step: number,
): Promise<EventSummary> {
  return { kind: "event", label, probability: await columns.mean(step) };
}

/** A chance, one a trial. */
export const eventKind = {
  kind: "event",
  quantity: "chance",
  shape: "single",
  isCompared: true,
  unitOf: () => "1",
  mayNotHappen: () => false,
  summarize: (declared: EventOutput, columns) => summarizeChance(declared, columns, 0),
  summarizeStep: (declared: EventOutput, columns, step) => summarizeChance(declared, columns, step),
  atStep: (summary) => summary,
} satisfies OutputKind<EventOutput, EventSummary, EventSummary>;
