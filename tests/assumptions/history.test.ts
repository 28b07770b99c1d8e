// A series of a file in the steps of a run: right answers by hand.
import { describe, expect, test } from "vitest";
import type { Step } from "../../src/assumptions/calendar/calendar.ts";
import { type Conversion, conversionOf, historyPoints } from "../../src/assumptions/calendar/history.ts";
import { dayNumber, fromIsoDate } from "../../src/numeric/civilDate.ts";

describe("units", () => {
  test.each<[string, string, Conversion | undefined]>([
    // A rate stays a rate, in other words.
    ["casualties/day", "casualties/day", { kind: "mean", factor: 1 }],
    ["casualties/day", "casualties/month", { kind: "mean", factor: 30.4375 }],
    ["litres", "litres", { kind: "mean", factor: 1 }],
    ["thousand litres", "litres", { kind: "mean", factor: 1000 }],
    // A rate adds up to what is counted.
    ["casualties/day", "casualties", { kind: "sum", factor: 1 }],
    ["casualties/week", "casualties", { kind: "sum", factor: 1 / 7 }],
    ["casualties/day", "litres", undefined],
    ["casualties", "casualties/day", undefined],
  ])("%s for %s", (unit, wanted, conversion) => {
    expect(conversionOf(unit, wanted)).toEqual(conversion);
  });
});

describe("steps", () => {
  const day = (date: string) => dayNumber(fromIsoDate(date));
  const every = (from: string, to: string) =>
    Array.from({ length: day(to) - day(from) + 1 }, (_, i) => day(from) + i);
  const calendar = (unit: Step, start: string) => ({ steps: 12, unit, start });
  const mean: Conversion = { kind: "mean", factor: 1 };
  const sum: Conversion = { kind: "sum", factor: 1 };

  test("whole months are averaged or added up, the last part of one is drawn at its rate", () => {
    const days = every("2024-10-01", "2024-11-15");
    const values = days.map((one) => (one < day("2024-11-01") ? 2 : 3));
    const october = { step: -1, days: 31, of: 31 };
    const november = { step: 0, days: 15, of: 30 };
    const monthly = calendar("month", "2024-12-01");
    expect(historyPoints(days, values, monthly, mean)).toEqual([
      { ...october, value: 2 },
      { ...november, value: 3 },
    ]);
    expect(historyPoints(days, values, monthly, sum)).toEqual([
      { ...october, value: 62 },
      { ...november, value: 90 },
    ]);
  });

  test("a month without data is left out", () => {
    const days = [...every("2024-09-01", "2024-09-30"), ...every("2024-11-01", "2024-11-30")];
    const points = historyPoints(
      days,
      days.map(() => 1),
      calendar("month", "2024-12-01"),
      mean,
    );
    expect(points.map(({ step }) => step)).toEqual([-2, 0]);
  });

  test("a file with a value a month has whole months", () => {
    const days = ["2024-09-01", "2024-10-01", "2024-11-01"].map(day);
    const points = historyPoints(days, [1, 2, 3], calendar("month", "2024-12-01"), mean);
    expect(points.map(({ value, days, of }) => [value, days, of])).toEqual([
      [1, 30, 30],
      [2, 31, 31],
      [3, 30, 30],
    ]);
  });

  test("weeks begin on the day of the week of the start", () => {
    const days = every("2024-11-18", "2024-12-03");
    const points = historyPoints(
      days,
      days.map((_, i) => i),
      calendar("week", "2024-12-04"),
      mean,
    );
    expect(points.map(({ step, value, days }) => [step, value, days])).toEqual([
      [-2, 0.5, 2],
      [-1, 5, 7],
      [0, 12, 7],
    ]);
  });
});
