// Days, steps and their names. Right answers are by hand, from a printed calendar; laws hold against the platform's own dates.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Calendar,
  dateOfStep,
  datesOf,
  firstDayOf,
  lengthsInDays,
  type Step,
  stepOfDay,
  stepUnits,
} from "../../../src/assumptions/calendar/calendar.ts";
import { inStep, spanWords, stepName } from "../../../src/assumptions/calendar/stepWords.ts";
import { conversionFactor } from "../../../src/assumptions/units.ts";
import {
  addMonths,
  civilDate,
  dayNumber,
  daysInMonth,
  fromIsoDate,
  isoDate,
} from "../../../src/numeric/civilDate.ts";

const calendar = (unit: Step, start: string, steps = 12): Calendar & { start: string } => ({
  steps,
  unit,
  start,
});
/** From the year 1 to the year 9999. */
const anyDay = fc.integer({ min: -719_162, max: 2_932_896 });

describe("a day", () => {
  test("law: it is the platform's own day in UTC, there and back", () => {
    fc.assert(
      fc.property(anyDay, (days) => {
        const iso = isoDate(civilDate(days));
        expect(iso).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10));
        expect(dayNumber(fromIsoDate(iso))).toBe(days);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test("right answer: leap years are those of the Gregorian rule", () => {
    expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
  });

  test("right answer: a month on from the 31st is the last of a shorter month", () => {
    const from = { year: 2024, month: 1, day: 31 };
    expect([1, 3, 13, -2].map((months) => isoDate(addMonths(from, months)))).toEqual([
      "2024-02-29",
      "2024-04-30",
      "2025-02-28",
      "2023-11-30",
    ]);
  });
});

describe("a calendar", () => {
  test("right answer: months have their real lengths, and a quarter and a year theirs", () => {
    expect(lengthsInDays(calendar("month", "2024-12-01", 4))).toEqual([31, 31, 28, 31]);
    expect(lengthsInDays(calendar("quarter", "2023-10-01", 3))).toEqual([92, 91, 91]);
    expect(lengthsInDays(calendar("year", "2023-01-01", 2))).toEqual([365, 366]);
    expect(lengthsInDays(calendar("week", "2024-12-04", 2))).toEqual([7, 7]);
  });

  test.each(stepUnits)("without a start the length of a %s is its mean, as units convert", (unit) => {
    expect(lengthsInDays({ steps: 2, unit })).toEqual(Array(2).fill(conversionFactor(unit, "day")));
    expect(datesOf({ steps: 2, unit })).toEqual([]);
  });

  test("right answer: dates of steps, and of those before the start", () => {
    expect(datesOf(calendar("month", "2024-12-01", 3))).toEqual(["2024-12-01", "2025-01-01", "2025-02-01"]);
    expect(dateOfStep(calendar("week", "2024-12-04"), 0)).toBe("2024-11-27");
    expect(dateOfStep(calendar("quarter", "2024-10-01"), -1)).toBe("2024-04-01");
  });

  test("law: the steps follow each other without a gap, and each day lies in one", () => {
    const unit = fc.constantFrom(...stepUnits);
    fc.assert(
      fc.property(unit, anyDay, fc.integer({ min: -50, max: 50 }), (one, start, step) => {
        const own = calendar(one, isoDate(civilDate(start)));
        const [first, next] = [firstDayOf(own, step), firstDayOf(own, step + 1)];
        expect(next).toBeGreaterThan(first);
        expect([first, next - 1, next].map((day) => stepOfDay(own, day))).toEqual([step, step, step + 1]);
      }),
      { numRuns: 1000, seed: 2 },
    );
  });
});

describe("the name of a step", () => {
  test.each<[Step, string, string, string]>([
    ["day", "2025-03-17", "17 March 2025", "on 17 March 2025"],
    ["week", "2025-03-03", "week of 3 March 2025", "in the week of 3 March 2025"],
    ["month", "2025-11-01", "November 2025", "in November 2025"],
    ["quarter", "2025-04-01", "Q2 2025", "in Q2 2025"],
    ["year", "2025-01-01", "2025", "in 2025"],
  ])("of a %s is its date", (unit, start, name, when) => {
    expect([stepName({ unit, start }, 1), inStep({ unit, start }, 1)]).toEqual([name, when]);
  });

  test("is its number without a start", () => {
    expect([stepName({ unit: "week" }, 3), inStep({ unit: "week" }, 3)]).toEqual(["week 3", "in week 3"]);
    expect(spanWords({ unit: "week", steps: 3 })).toBeUndefined();
  });

  test("a span goes from the first to the last, and is one name where they are the same", () => {
    expect(spanWords(calendar("month", "2024-12-01", 24))).toBe("December 2024 to November 2026");
    expect(spanWords(calendar("year", "2024-01-01", 1))).toBe("2024");
  });
});
