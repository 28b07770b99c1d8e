// What a step is called: by its date where the run has a start, else by its number.

import { type CivilDate, civilDate } from "../../numeric/civilDate.ts";
import { type Calendar, type DatedCalendar, firstDayOf, isDated, type Step } from "./calendar.ts";

const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];
const lettersOfMonth = 3;

/** monthName(3) → "March" */
export function monthName(month: number): string {
  return months[month - 1]!;
}

/** shortMonth(3) → "Mar" */
export function shortMonth(month: number): string {
  return monthName(month).slice(0, lettersOfMonth);
}

/** The day in words: "17 March 2025" */
export function dayName({ year, month, day }: CivilDate): string {
  return `${day} ${monthName(month)} ${year}`;
}

/**
 * A step, from 1: "March 2025", "17 March 2025", "week of 3 March 2025", "Q2 2025", "2025"; without a start "month 4".
 */
export function stepName(calendar: Pick<Calendar, "start" | "unit">, step: number): string {
  const { unit } = calendar;
  if (calendar.start === undefined) return `${unit} ${step}`;
  const first = civilDate(firstDayOf({ unit, start: calendar.start }, step));
  return namesByUnit[unit](first);
}

const namesByUnit: Readonly<Record<Step, (first: CivilDate) => string>> = {
  day: dayName,
  week: (first) => `week of ${dayName(first)}`,
  month: ({ year, month }) => `${monthName(month)} ${year}`,
  quarter: ({ year, month }) => `Q${Math.ceil(month / 3)} ${year}`,
  year: ({ year }) => String(year),
};

/** The name of a step for a narrow column: "17 Mar 2025", of a week its first day, "Mar 2025", "Q2 2025" */
export function shortStepName(calendar: Pick<DatedCalendar, "start" | "unit">, step: number): string {
  const { unit } = calendar;
  const first = civilDate(firstDayOf(calendar, step));
  const month = `${shortMonth(first.month)} ${first.year}`;
  if (unit === "day" || unit === "week") return `${first.day} ${month}`;
  return unit === "month" ? month : namesByUnit[unit](first);
}

/** When in a sentence: "in March 2025", "on 17 March 2025", "in the week of 3 March 2025", "in month 4" */
export function inStep(calendar: Pick<Calendar, "start" | "unit">, step: number): string {
  const name = stepName(calendar, step);
  if (calendar.start === undefined) return `in ${name}`;
  if (calendar.unit === "day") return `on ${name}`;
  return calendar.unit === "week" ? `in the ${name}` : `in ${name}`;
}

/** From the first step to the last: "December 2024 to November 2026"; undefined without a start. */
export function spanWords(calendar: Calendar): string | undefined {
  if (!isDated(calendar)) return undefined;
  const [first, last] = [stepName(calendar, 1), stepName(calendar, calendar.steps)];
  return calendar.steps === 1 ? first : `${first} to ${last}`;
}
