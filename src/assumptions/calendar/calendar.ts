// The calendar of a run: which days each of its steps covers.
import { addMonths, civilDate, dayNumber, fromIsoDate, isoDate } from "../../numeric/civilDate.ts";

/** How far apart the steps of a series lie. */
export type Step = "day" | "week" | "month" | "quarter" | "year";

/** All steps, from the shortest. */
export const stepUnits: readonly Step[] = ["day", "week", "month", "quarter", "year"];

/** How far a run looks, and from when. Plain data. */
export interface Calendar {
  /** How many steps are played. */
  steps: number;
  unit: Step;
  /** First day of step 1, as "2024-12-01". Steps are numbered where it is left out. */
  start?: string;
}

/** A calendar whose steps have dates. */
export type DatedCalendar = Calendar & { start: string };

/** Days of a step, or months where its length in days differs. */
const lengths: Readonly<Record<Step, { days: number } | { months: number }>> = {
  day: { days: 1 },
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { months: 12 },
};
/** Mean lengths over the Gregorian calendar's four-year cycle, as units of time convert. */
const meanDays: Readonly<Record<Step, number>> = {
  day: 1,
  week: 7,
  month: 30.4375,
  quarter: 91.3125,
  year: 365.25,
};

/** The calendar of a scenario with steps of this unit, under its config. */
export function calendarOf(unit: Step, { steps, start }: Omit<Calendar, "unit">): Calendar {
  return { steps, unit, ...(start !== undefined && { start }) };
}

/** Whether the steps have dates. */
export function isDated(calendar: Calendar): calendar is DatedCalendar {
  return calendar.start !== undefined;
}

/** Months of a step; undefined for days and weeks. */
export function monthsInStep(unit: Step): number | undefined {
  const length = lengths[unit];
  return "months" in length ? length.months : undefined;
}

/**
 * Days from 1970-01-01 to the first day of a step. Step k, from 1, covers [start + (k − 1)·step, start + k·step); steps from
 * 0 downwards lie before the start.
 */
export function firstDayOf({ start, unit }: Pick<DatedCalendar, "start" | "unit">, step: number): number {
  const length = lengths[unit];
  const first = fromIsoDate(start);
  if ("days" in length) return dayNumber(first) + (step - 1) * length.days;
  return dayNumber(addMonths(first, (step - 1) * length.months));
}

/** First day of a step: dateOfStep({ steps: 12, unit: "month", start: "2024-12-01" }, 2) → "2025-01-01" */
export function dateOfStep(calendar: Pick<DatedCalendar, "start" | "unit">, step: number): string {
  return isoDate(civilDate(firstDayOf(calendar, step)));
}

/** First days of all steps; none without a start. */
export function datesOf(calendar: Calendar): string[] {
  if (!isDated(calendar)) return [];
  return Array.from({ length: calendar.steps }, (_, k) => dateOfStep(calendar, k + 1));
}

/** Days of each step: 31, 31, 28, … with a start in December 2024; without one their mean, 30.4375 a month. */
export function lengthsInDays(calendar: Calendar): number[] {
  return Array.from({ length: calendar.steps }, (_, k) =>
    isDated(calendar) ? firstDayOf(calendar, k + 2) - firstDayOf(calendar, k + 1) : meanDays[calendar.unit],
  );
}

/** The step that a day (counted from 1970-01-01) lies in; 0 and below before the start. */
export function stepOfDay(calendar: Pick<DatedCalendar, "start" | "unit">, day: number): number {
  const length = lengths[calendar.unit];
  if ("days" in length) return Math.floor((day - firstDayOf(calendar, 1)) / length.days) + 1;
  const [first, civil] = [fromIsoDate(calendar.start), civilDate(day)];
  const months = (civil.year - first.year) * 12 + civil.month - first.month;
  const step = Math.floor(months / length.months) + 1;
  // A start on the 15th has its months from 15th to 15th.
  return firstDayOf(calendar, step) <= day ? step : step - 1;
}
