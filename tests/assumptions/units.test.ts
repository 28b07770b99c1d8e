// Units: right answers (by hand) and laws.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conversionFactor, isUnit } from "../../src/assumptions/units.ts";

describe("right answers, by hand", () => {
  test.each<[string, string, number]>([
    ["soldiers", "soldier", 1],
    ["casualties", "casualty", 1],
    ["losses", "loss", 1],
    ["people", "person", 1],
    ["casualties/day", "casualties/month", 30.4375],
    ["USD/soldier/year", "USD/soldier/month", 1 / 12],
    ["1/year", "1/month", 1 / 12],
    ["years", "months", 12],
    ["weeks", "days", 7],
    ["month", "day", 30.4375],
    ["thousand soldiers", "soldiers", 1000],
    ["USD/thousand soldiers", "USD/soldier", 0.001],
    ["million USD", "USD", 1e6],
    ["billion USD", "million USD", 1000],
    ["%", "1", 0.01],
    ["1", "%", 100],
    ["1", "share", 1],
    ["%", "share", 0.01],
    ["%/month", "1/month", 0.01],
    ["USD per soldier per month", "USD/soldier/month", 1],
    ["soldier*month", "month*soldier", 1],
    ["USD/month/soldier", "USD/soldier/month", 1],
    ["soldiers/soldier", "1", 1],
    ["m^2", "m*m", 1],
    ["t", "kg", 1000],
    ["tonnes", "t", 1],
    ["g", "kg", 0.001],
    ["kg/month", "t/month", 0.001],
    ["km", "m", 1000],
    ["cm", "m", 0.01],
    ["km^2", "m^2", 1e6],
    ["kUSD", "USD", 1000],
    ["MEUR", "thousand EUR", 1000],
    ["GWh", "MWh", 1000],
  ])("%s in %s is × %d", (from, to, factor) => {
    expect(conversionFactor(from, to)).toBe(factor);
  });
});

test.each([
  ["EUR", "USD"],
  ["soldiers", "recruits"],
  ["USD/soldier", "USD/soldier/month"],
  ["USD", "1"],
  ["USD/share", "USD"],
  ["month", "1/month"],
  ["kg", "km"],
  ["MW", "MWh"],
])("right answer: %s does not convert into %s", (from, to) => {
  expect(conversionFactor(from, to)).toBeUndefined();
});

test.each(["", "USD//month", "2 soldiers", "soldier^99", "a/", "x".repeat(300), "<b>"])(
  "right answer: %j is no unit",
  (text) => {
    expect(isUnit(text)).toBe(false);
    expect(conversionFactor(text, text)).toBeUndefined();
  },
);

const word = fc.constantFrom(
  "USD",
  "soldiers",
  "day",
  "weeks",
  "month",
  "year",
  "thousand",
  "million",
  "%",
  "1",
);
const unit = fc
  .array(fc.tuple(word, fc.constantFrom("/", "*", " ")), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.map(([name, mark], i) => (i === 0 ? name : mark + name)).join(""));

test("law: there and back is where one was, and every unit is itself", () => {
  fc.assert(
    fc.property(unit, unit, (from, to) => {
      expect(conversionFactor(from, from)).toBe(1);
      const there = conversionFactor(from, to);
      const back = conversionFactor(to, from);
      if (there === undefined) expect(back).toBeUndefined();
      else expect(there * back!).toBeCloseTo(1, 12);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("law: no text makes it throw", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (from, to) => {
      const factor = conversionFactor(from, to);
      expect(factor === undefined || factor > 0).toBe(true);
    }),
    { seed: 1, numRuns: 300 },
  );
});
