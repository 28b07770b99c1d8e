// The horizon of a scenario: "24 months", "2 years", "to 2025-12".

import { BeliefProblem } from "../beliefs/beliefProblem.ts";
import { type Correction, writeInstead } from "../beliefs/correction.ts";
import { readNumber } from "../beliefs/parseBelief.ts";
import { addMonths, dayNumber, fromIsoDate } from "../numeric/civilDate.ts";
import { type DatedCalendar, firstDayOf, type Step, stepOfDay } from "./calendar/calendar.ts";
import { periodText, readPeriod } from "./calendar/period.ts";
import { conversionFactor } from "./units.ts";

/** Longer horizons are slips: 100,000 days are 273 years. */
const maxSteps = 100_000;
/** Dates are written with a year of four digits. */
const lastDay = dayNumber({ year: 9999, month: 12, day: 31 });
/** For hints: so far from the start. */
const exampleSteps = 12;

const toPattern = /^\s*to\s+(\S.*?)\s*$/;

/** Whether a horizon is told by the date of its end: "to 2025-12". */
export function isToDate(text: string): boolean {
  return toPattern.test(text);
}

type Wrong = (message: string, hint?: string | Correction) => BeliefProblem;

/**
 * The number of steps in a horizon. readHorizon("2 years", "month") → 24, readHorizon("1 year", "day") → 365; with a start also up to the end of a day, month,
 * quarter or year: readHorizon("to 2025-12", "month", "2024-12-01") → 13. Weeks go on to the one that holds its last day.
 * @param start first day of the first step
 * @throws BeliefProblem where it is no duration or no whole number of steps from 1 to 100,000, or ends before the start
 */
export function readHorizon(text: string, step: Step, start?: string): number {
  const wrong: Wrong = (message, hint) =>
    new BeliefProblem({ start: 0, end: text.length }, `horizon is "${text}"${message}`, hint);
  const [, end] = toPattern.exec(text) ?? [];
  const steps = end === undefined ? stepsIn(text, step, start, wrong) : stepsTo(end, step, start, wrong);
  if (steps < 1 || steps > maxSteps) throw wrong(`, it must be 1 to ${maxSteps} ${step}s`);
  if (start !== undefined && firstDayOf({ start, unit: step }, steps + 1) - 1 > lastDay) {
    throw wrong(`, which from ${start} goes beyond the year 9999`, `write as in "${exampleSteps} ${step}s"`);
  }
  return steps;
}

function stepsIn(text: string, step: Step, start: string | undefined, wrong: Wrong): number {
  const example = `write as in "24 ${step}s"`;
  const [, count, unit] = /^\s*(\S+)\s+(days?|weeks?|months?|quarters?|years?)\s*$/.exec(text) ?? [];
  if (count === undefined || unit === undefined)
    throw wrong(", it is a number of days, weeks, months, quarters or years", example);
  const length = readCount(count, wrong);
  const steps = length * conversionFactor(unit, step)!;
  if (isCalendarLength(unit, step) && Number.isInteger(length)) return wholeSteps(length, unit, step, start);
  if (Math.abs(steps - Math.round(steps)) > 1e-9) {
    const inSteps = `${Number(steps.toPrecision(4))} ${step}s`;
    const nearest = Math.max(1, Math.round(steps));
    const instead = writeInstead(
      { start: 0, end: text.length },
      `${nearest} ${step}${nearest === 1 ? "" : "s"}`,
    );
    throw wrong(` or ${inSteps}, the scenario plays whole ${step}s`, instead);
  }
  return steps < 1 ? steps : Math.round(steps);
}

/** Whether months, quarters or years are played in days or weeks, of which they hold no whole number. */
function isCalendarLength(unit: string, step: Step): boolean {
  return /^(month|quarter|year)/.test(unit) && (step === "day" || step === "week");
}

/**
 * The days or weeks in a number of months, quarters or years: with a start those up to its day in the calendar, weeks going
 * on to the one that holds the last day; without one the nearest whole number, 365 days or 52 weeks a year.
 */
function wholeSteps(length: number, unit: string, step: Step, start: string | undefined): number {
  const months = length * Math.round(conversionFactor(unit, "month")!);
  if (start === undefined) return Math.round(months * conversionFactor("month", step)!);
  // Far beyond what is allowed, which is told of the number of steps.
  if (months > maxSteps) return months * conversionFactor("month", step)!;
  const last = dayNumber(addMonths(fromIsoDate(start), months)) - 1;
  return Math.max(0, stepOfDay({ start, unit: step }, last));
}

function stepsTo(end: string, step: Step, start: string | undefined, wrong: Wrong): number {
  if (start === undefined) {
    throw wrong(
      ", and the steps have no dates: the config has no start",
      `write start: in the config, as in start: ${periodText(exampleDay, step)}, or a length as in "24 ${step}s"`,
    );
  }
  const calendar: Pick<DatedCalendar, "start" | "unit"> = { start, unit: step };
  const last = readPeriod(end, "the end of the horizon", step).end - 1;
  if (last < firstDayOf(calendar, 1)) {
    const later = periodText(firstDayOf(calendar, exampleSteps), step);
    throw wrong(`, which ends before the start on ${start}`, `write as in "to ${later}"`);
  }
  const steps = stepOfDay(calendar, last);
  if (step !== "week" && firstDayOf(calendar, steps + 1) - 1 !== last) {
    const whole = periodText(firstDayOf(calendar, steps), step);
    throw wrong(`, which ends within a ${step}, the scenario plays whole ${step}s`, `write "to ${whole}"`);
  }
  return steps;
}

const exampleDay = dayNumber({ year: 2024, month: 12, day: 1 });

/** A number that counts: as in beliefs, but no percentage. `wrong` makes the problem of any other text. */
export function readCount(text: string, wrong: Wrong): number {
  try {
    const count = readNumber(text);
    if (!text.includes("%")) return count;
  } catch (error) {
    if (!(error instanceof BeliefProblem)) throw error;
    throw wrong(`, ${error.message}`, error.hint);
  }
  throw wrong(", a percentage counts nothing");
}
