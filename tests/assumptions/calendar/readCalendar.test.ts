// Start and horizon as configs and the command line write them: right answers by hand, and what is refused with its hint.
import { describe, expect, test } from "vitest";
import type { Step } from "../../../src/assumptions/calendar/calendar.ts";
import { readStepDate } from "../../../src/assumptions/calendar/period.ts";
import { readStart } from "../../../src/assumptions/calendar/readStart.ts";
import { BadInput, describeProblem } from "../../../src/assumptions/problems.ts";
import { readHorizon } from "../../../src/assumptions/readHorizon.ts";
import { BeliefProblem } from "../../../src/beliefs/beliefProblem.ts";
import { goodConfig, readExample } from "../exampleConfig.ts";

function problemOf(read: () => unknown): BeliefProblem {
  try {
    read();
  } catch (error) {
    if (error instanceof BeliefProblem) return error;
    throw error;
  }
  throw new Error("it was read");
}

const told = (read: () => unknown) => {
  const { message, hint } = problemOf(read);
  return `${message} (${hint})`;
};

describe("a start", () => {
  test.each<[string, Step, string]>([
    ["2024-12", "month", "2024-12-01"],
    ["2024-Q4", "month", "2024-10-01"],
    ["2024-q4", "quarter", "2024-10-01"],
    ["2024", "month", "2024-01-01"],
    ["2024", "year", "2024-01-01"],
    ["2024-12", "week", "2024-12-01"],
    ["2024-12-04", "week", "2024-12-04"],
    ["2024-12-04", "day", "2024-12-04"],
    ["2024-2", "day", "2024-02-01"],
    [" 2024-12 ", "month", "2024-12-01"],
  ])("%j of a scenario by %s is %s", (text, step, first) => {
    expect(readStart(text, step)).toBe(first);
  });

  test.each<[string, Step, string, string]>([
    ["2024-12-15", "month", "the scenario plays whole months and cannot begin within one", "write 2024-12"],
    ["2024-12-01", "month", "the scenario plays whole months and cannot begin within one", "write 2024-12"],
    ["2024-11", "quarter", "the scenario plays whole quarters", "write 2024-Q4"],
    ["2024-Q2", "year", "the scenario plays whole years", "write 2024"],
    ["2024-13", "month", "a year has months 01 to 12", "write 2024-12"],
    ["2024-Q5", "month", "a year has quarters Q1 to Q4", "write 2024-Q4"],
    ["2023-02-29", "day", "February 2023 has days 1 to 28", "write 2023-02-28"],
    ["December 2024", "month", "a day, month, quarter or year is wanted", "as in 2024-12"],
    ["01.12.2024", "day", "a day, month, quarter or year is wanted", "as in 2024-12-01"],
    ["0000-12", "month", "a day, month, quarter or year is wanted", "as in 2024-12"],
  ])("%j of a scenario by %s is refused, and the hint is taken", (text, step, rule, hint) => {
    expect(told(() => readStart(text, step))).toContain(`start is "${text}", ${rule}`);
    const { hint: said = "" } = problemOf(() => readStart(text, step));
    expect(said).toBe(hint);
    expect(readStart(said.replace(/^(write|as in) /, ""), step)).toMatch(/^2\d{3}-\d\d-\d\d$/);
  });
});

describe("a horizon up to a date", () => {
  test.each<[string, Step, string, number]>([
    ["to 2025-12", "month", "2024-12-01", 13],
    ["to 2024-12", "month", "2024-12-01", 1],
    ["to 2025", "month", "2024-12-01", 13],
    ["to 2025-Q1", "month", "2024-12-01", 4],
    ["to 2024-12", "day", "2024-12-01", 31],
    ["to 2024-12-10", "day", "2024-12-01", 10],
    // 31 days are four weeks and three days: the fifth holds the last.
    ["to 2024-12", "week", "2024-12-01", 5],
    ["to 2026", "year", "2024-01-01", 3],
    ["to 2025-Q2", "quarter", "2024-10-01", 3],
    [" to  2025-06 ", "quarter", "2024-10-01", 3],
  ])("%j by %s from %s is %d steps", (text, step, start, steps) => {
    expect(readHorizon(text, step, start)).toBe(steps);
  });

  test.each<[string, Step, string | undefined, string]>([
    ["to 2025-12", "month", undefined, "the config has no start"],
    ["to 2024-11", "month", "2024-12-01", "ends before the start on 2024-12-01"],
    ["to 2025-12-15", "month", "2024-12-01", "ends within a month"],
    ["to 2025-11", "quarter", "2024-10-01", "ends within a quarter"],
    ["to 2025-13", "month", "2024-12-01", "months 01 to 12"],
    ["to soon", "month", "2024-12-01", "a day, month, quarter or year is wanted"],
    ["9000 years", "month", "2024-12-01", "1 to 100000 months"],
    ["8000 years", "year", "2024-01-01", "beyond the year 9999"],
  ])("%j by %s from %s is refused: %s", (text, step, start, rule) => {
    expect(told(() => readHorizon(text, step, start))).toContain(rule);
  });

  test.each<[string, Step, string]>([
    ["to 2024-11", "month", "2024-12-01"],
    ["to 2025-12-15", "month", "2024-12-01"],
    ["to 2025-11", "quarter", "2024-10-01"],
    ["8000 years", "year", "2024-01-01"],
  ])("the hint for %j by %s is taken", (text, step, start) => {
    const { hint = "" } = problemOf(() => readHorizon(text, step, start));
    expect(readHorizon(/"(.+)"/.exec(hint)![1]!, step, start)).toBeGreaterThan(0);
  });
});

describe("in a config", () => {
  const dated = goodConfig.replace("horizon: 24 months", "start: 2024-12\nhorizon: to 2026-11");
  const problemsOf = (text: string) => {
    try {
      readExample(text);
      return [];
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      return error.problems.map(describeProblem);
    }
  };

  test("the start is kept, and the horizon counted from it", () => {
    const { start, steps } = readExample(dated);
    expect([start, steps]).toEqual(["2024-12-01", 24]);
    expect(readExample(goodConfig)).not.toHaveProperty("start");
  });

  test("a year is read, though YAML takes it for a number", () => {
    expect(readExample(dated.replace("2024-12", "2024")).start).toBe("2024-01-01");
  });

  test("the horizon may be set otherwise", () => {
    expect(readExample(dated, { horizon: "to 2025" }).steps).toBe(13);
    expect(readExample(dated, { horizon: "2 years" }).steps).toBe(24);
  });

  test("what is wrong with them is told at its place, and a bad start once", () => {
    expect(problemsOf(dated.replace("2024-12", "2024-12-15"))).toEqual([
      'p.yaml:3:8: start is "2024-12-15", the scenario plays whole months and cannot begin within one (write 2024-12)',
    ]);
    expect(problemsOf(dated.replace("start: 2024-12\n", ""))[0]).toMatch(
      /^p.yaml:3:10: horizon is "to 2026-11"/,
    );
  });
});

describe("a step by its date", () => {
  const calendar = { steps: 13, unit: "month", start: "2024-12-01" } as const;

  test("is any date within it", () => {
    expect(["2024-12", "2025-06", "2025-06-30"].map((text) => readStepDate(text, calendar))).toEqual([
      1, 7, 7,
    ]);
  });

  test.each(["2024-11", "2026-01", "2025", "June"])("%j is refused", (text) => {
    expect(problemOf(() => readStepDate(text, calendar)).hint).toMatch(/2024-12/);
  });
});
