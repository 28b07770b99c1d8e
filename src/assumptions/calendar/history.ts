// What was counted before the start of a run: a series of a file, step by step in the unit of an output.

import { conversionFactor } from "../units.ts";
import { type DatedCalendar, firstDayOf, stepOfDay } from "./calendar.ts";

/** One step of a history. Steps without data are left out. */
export interface HistoryPoint {
  /** 0 is the last before the start, then downwards. */
  step: number;
  /** In the unit of the output. Of a step that is counted in part: what the whole step would have at the same rate. */
  value: number;
  /** Days of the step that are counted, and all that it has; of a file by weeks or longer all are. */
  days: number;
  of: number;
}

/** The history of an output. Plain data. */
export interface History {
  output: string;
  file: string;
  source: string;
  licence?: string;
  points: readonly HistoryPoint[];
}

/** How values of a file become a step's value. */
export interface Conversion {
  /** "mean": a level or a rate, the mean of the step. "sum": what a rate adds up to in the step. */
  kind: "mean" | "sum";
  /** From the file's unit to the output's, of a sum that of one day. */
  factor: number;
}

/**
 * How a series in `unit` becomes one in `wanted`: averaged where the units convert, added up where `wanted` is what a rate comes
 * to (casualties for casualties/day); undefined where neither is so.
 */
export function conversionOf(unit: string, wanted: string): Conversion | undefined {
  const mean = conversionFactor(unit, wanted);
  if (mean !== undefined) return { kind: "mean", factor: mean };
  const perDay = conversionFactor(unit, `${wanted}/day`);
  return perDay === undefined ? undefined : { kind: "sum", factor: perDay };
}

/**
 * The steps of a series before the start.
 * @param days from 1970-01-01, rising, all before the start
 */
export function historyPoints(
  days: readonly number[],
  values: readonly number[],
  calendar: DatedCalendar,
  { kind, factor }: Conversion,
): HistoryPoint[] {
  const isDaily = days.some((day, i) => day - days[i - 1]! === 1);
  const sums = new Map<number, { sum: number; count: number }>();
  for (const [i, day] of days.entries()) {
    const step = stepOfDay(calendar, day);
    const so = sums.get(step) ?? { sum: 0, count: 0 };
    sums.set(step, { sum: so.sum + values[i]!, count: so.count + 1 });
  }
  return [...sums].map(([step, { sum, count }]) => {
    const of = firstDayOf(calendar, step + 1) - firstDayOf(calendar, step);
    const value = (sum / count) * factor * (kind === "sum" ? of : 1);
    return { step, value, days: isDaily ? count : of, of };
  });
}
