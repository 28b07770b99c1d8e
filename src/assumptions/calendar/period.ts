// A day, month, quarter or year as it is written in configs: 2024-12-01, 2024-12, 2024-Q4, 2024.
import { BeliefProblem } from "../../beliefs/beliefProblem.ts";
import {
  addMonths,
  type CivilDate,
  civilDate,
  dayNumber,
  daysInMonth,
  isoDate,
  twoDigits,
} from "../../numeric/civilDate.ts";
import { type DatedCalendar, firstDayOf, monthsInStep, type Step, stepOfDay, stepUnits } from "./calendar.ts";
import { monthName } from "./stepWords.ts";

/** A stretch of the calendar that has a name of its own. */
export interface Period {
  kind: "day" | "month" | "quarter" | "year";
  first: CivilDate;
  /** Days from 1970-01-01 to the day after its last. */
  end: number;
}

const monthsPerQuarter = 3;
const pattern = /^(\d{4})(?:-(?:(\d{1,2})(?:-(\d{1,2}))?|q(\d)))?$/i;

/**
 * The period that a text names. readPeriod("2024-Q4", "start", "month") begins on 1 October 2024.
 * @param name of the field, for messages
 * @param step of the scenario, for an example that fits
 * @throws BeliefProblem where it names none
 */
export function readPeriod(text: string, name: string, step: Step): Period {
  const wrong = (rule: string, hint: string) =>
    new BeliefProblem({ start: 0, end: text.length }, `${name} is "${text}", ${rule}`, hint);
  const [whole, yearText, monthText, dayText, quarterText] = pattern.exec(text.trim()) ?? [];
  if (whole === undefined || Number(yearText) === 0) {
    throw wrong(
      "a day, month, quarter or year is wanted, written from the year on",
      `as in ${exampleOf(step)}`,
    );
  }
  const year = Number(yearText);
  if (quarterText !== undefined) {
    const quarter = Number(quarterText);
    if (quarter < 1 || quarter > 4) throw wrong("a year has quarters Q1 to Q4", `write ${year}-Q4`);
    return periodOf("quarter", { year, month: (quarter - 1) * monthsPerQuarter + 1, day: 1 });
  }
  if (monthText === undefined) return periodOf("year", { year, month: 1, day: 1 });
  const month = Number(monthText);
  if (month < 1 || month > 12) throw wrong("a year has months 01 to 12", `write ${yearText}-12`);
  if (dayText === undefined) return periodOf("month", { year, month, day: 1 });
  const [day, days] = [Number(dayText), daysInMonth(year, month)];
  if (day < 1 || day > days) {
    const last = isoDate({ year, month, day: days });
    throw wrong(`${monthName(month)} ${year} has days 1 to ${days}`, `write ${last}`);
  }
  return periodOf("day", { year, month, day });
}

/** The period of a kind that begins on a day. */
function periodOf(kind: Period["kind"], first: CivilDate): Period {
  const months = monthsInStep(kind);
  const end = months === undefined ? dayNumber(first) + 1 : dayNumber(addMonths(first, months));
  return { kind, first, end };
}

/** The month, quarter or year of a step's length that holds a day, as it is written; for days and weeks the day itself. */
export function periodText(days: number, step: Step): string {
  const { year, month, day } = civilDate(days);
  if (step === "year") return isoDate({ year, month, day }).slice(0, 4);
  const start = String(year).padStart(4, "0");
  if (step === "quarter") return `${start}-Q${Math.ceil(month / monthsPerQuarter)}`;
  return step === "month" ? `${start}-${twoDigits(month)}` : isoDate({ year, month, day });
}

/**
 * The step, from 1, that a text names by its date: readStepDate("2025-06", { steps: 12, unit: "month", start: "2025-01-01" }) → 6.
 * Any day of a step stands for it.
 * @throws BeliefProblem where it is no date, longer than a step, or not among the steps that are played
 */
export function readStepDate(text: string, calendar: DatedCalendar): number {
  const { steps, unit } = calendar;
  const { kind, first } = readPeriod(text, "the step", unit);
  const step = stepOfDay(calendar, dayNumber(first));
  const isLonger = stepUnits.indexOf(kind) > stepUnits.indexOf(unit);
  if (!isLonger && step >= 1 && step <= steps) return step;
  const what = isLonger ? `longer than a ${unit}` : "not played";
  const ends = [1, steps].map((end) => periodText(firstDayOf(calendar, end), unit));
  throw new BeliefProblem(
    { start: 0, end: text.length },
    `the step is "${text}", ${what}`,
    `write a ${unit} from ${ends.join(" to ")}, or a number from 1 to ${steps}`,
  );
}

/** A start that a scenario of this step can have. */
function exampleOf(step: Step): string {
  return periodText(dayNumber({ year: 2024, month: 12, day: 1 }), step);
}
