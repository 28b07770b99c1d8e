// 0 or 1 a trial.
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
 * Whether something happened in a trial.
 * @example
 * event("Less water at the end").kind // → "event"
 */
export function event(label: string): EventOutput {
  return { kind: "event", label };
}

/** Of one column: an event, or a step of a series of them. */
export async function summarizeChance(
  { label }: { label: string },
  columns: ColumnFigures,
  step: number,
): Promise<EventSummary> {
  return { kind: "event", label, probability: await columns.mean(step) };
}

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
