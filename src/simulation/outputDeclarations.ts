// What a trial gives: numbers, events, and series of them.

/** One number a trial. */
export interface ScalarOutput {
  kind: "scalar";
  unit: string;
  label: string;
  /** True where NaN means "did not happen in this trial". */
  mayNotHappen: boolean;
}
/** One number a step. */
export interface SeriesOutput {
  kind: "series";
  unit: string;
  label: string;
}
/** 0 or 1 a trial; its mean is a probability. */
export interface EventOutput {
  kind: "event";
  label: string;
}
/** 0 or 1 a step. */
export interface EventSeriesOutput {
  kind: "event-series";
  label: string;
}
export type Output = ScalarOutput | SeriesOutput | EventOutput | EventSeriesOutput;

/** One number a trial: scalar("USD", "Paid by the end"). With `mayNotHappen` a NaN means "did not happen". */
export function scalar(unit: string, label: string, { mayNotHappen = false } = {}): ScalarOutput {
  return { kind: "scalar", unit, label, mayNotHappen };
}

/** One number a step: series("soldiers", "Troops present"). */
export function series(unit: string, label: string): SeriesOutput {
  return { kind: "series", unit, label };
}

/** Whether something happened in a trial: event("Less water at the end than at the start"). */
export function event(label: string): EventOutput {
  return { kind: "event", label };
}

/** Whether something is so at each step: eventSeries("Strength below the start"). */
export function eventSeries(label: string): EventSeriesOutput {
  return { kind: "event-series", label };
}
