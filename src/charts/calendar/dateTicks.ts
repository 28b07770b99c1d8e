// Ticks of a step axis that speaks dates: at months, quarters and years of the calendar, the years marked.
import { type DatedCalendar, firstDayOf } from "../../assumptions/calendar/calendar.ts";
import { shortMonth } from "../../assumptions/calendar/stepWords.ts";
import { type CivilDate, civilDate } from "../../numeric/civilDate.ts";

/** A tick and its label in one line or two. */
export interface DateTick {
  step: number;
  label: readonly string[];
}

/** How often ticks come. */
interface Rhythm {
  /** Ticks stand where this number changes. @param days from 1970-01-01 */
  periodOf(days: number, civil: CivilDate): number;
  labelOf(first: CivilDate): string;
  /** Pixels from one label to the next, so that they do not touch. */
  apart: number;
  /** The label says the year itself. */
  hasYear?: boolean;
}

/** From Monday to Monday: 1970-01-01 was a Thursday. */
const daysSinceMonday = 3;

function everyDays(days: number): Rhythm {
  return {
    periodOf: (day) => Math.floor((day + daysSinceMonday) / days),
    labelOf: ({ day, month }) => `${day} ${shortMonth(month)}`,
    apart: 56,
  };
}

function everyMonths(months: number): Rhythm {
  return {
    periodOf: (_, { year, month }) => Math.floor((year * 12 + month - 1) / months),
    labelOf: ({ month }) => shortMonth(month),
    apart: 42,
  };
}

function everyQuarter(): Rhythm {
  return { ...everyMonths(3), labelOf: ({ month }) => `Q${Math.ceil(month / 3)}` };
}

function everyYears(years: number): Rhythm {
  return {
    periodOf: (_, { year }) => Math.floor(year / years),
    labelOf: ({ year }) => String(year),
    apart: 42,
    hasYear: true,
  };
}

const years = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map(everyYears);
const months = [everyMonths(3), everyMonths(6), ...years];
/** The closest first. */
const rhythms: Readonly<Record<DatedCalendar["unit"], readonly Rhythm[]>> = {
  day: [everyDays(1), everyDays(2), everyDays(7), everyDays(14), everyMonths(1), ...months],
  week: [everyDays(7), everyDays(14), everyMonths(1), ...months],
  month: [everyMonths(1), ...months],
  quarter: [everyQuarter(), ...years],
  year: years,
};

/**
 * Ticks for the steps `from` to `to` on an axis of `width` pixels: as many as there is room for. The first tick of each
 * year has the year below it.
 */
export function dateTicks(
  calendar: DatedCalendar,
  { from, to }: { from: number; to: number },
  width: number,
): DateTick[] {
  const choices = rhythms[calendar.unit];
  const pixels = to > from ? width / (to - from) : width;
  for (const rhythm of choices) {
    const ticks = ticksOf(calendar, from, to, rhythm);
    const closest = Math.min(...ticks.slice(1).map(({ step }, i) => step - ticks[i]!.step));
    if (ticks.length > 0 && closest * pixels >= rhythm.apart) return ticks;
  }
  // No year begins with a step: the first one stands for all.
  const first = civilDate(firstDayOf(calendar, from));
  return [{ step: from, label: [choices[0]!.labelOf(first), String(first.year)] }];
}

function ticksOf(calendar: DatedCalendar, from: number, to: number, rhythm: Rhythm): DateTick[] {
  const ticks: DateTick[] = [];
  let marked: number | undefined;
  let before: number | undefined;
  for (let step = from - 1; step <= to; step++) {
    const day = firstDayOf(calendar, step);
    const first = civilDate(day);
    const period = rhythm.periodOf(day, first);
    if (before !== undefined && period !== before) {
      const hasMark = !rhythm.hasYear && first.year !== marked;
      ticks.push({ step, label: [rhythm.labelOf(first), ...(hasMark ? [String(first.year)] : [])] });
      marked = first.year;
    }
    before = period;
  }
  return ticks;
}
