// How long a horizon is in steps: right answers by hand and by the calendar.
import { expect, test } from "vitest";
import type { Step } from "../../src/assumptions/calendar/calendar.ts";
import { readHorizon } from "../../src/assumptions/readHorizon.ts";
import { BeliefProblem } from "../../src/beliefs/beliefProblem.ts";

test.each<[text: string, step: Step, steps: number, start?: string]>([
  ["1 year", "day", 365],
  ["1 year", "week", 52],
  ["3 months", "day", 91],
  ["3 quarters", "month", 9],
  ["3 quarters", "week", 39],
  ["1 year", "day", 365, "2024-12-01"],
  // With 29 February.
  ["1 year", "day", 366, "2023-12-01"],
  ["1 month", "day", 28, "2025-02-01"],
  // 365 days are 52 weeks and a day.
  ["1 year", "week", 53, "2024-12-02"],
  ["to 2025-12", "month", 13, "2024-12-01"],
  ["to 2025-12", "day", 396, "2024-12-01"],
])("%s in steps of a %s is %d (start %s)", (text, step, steps, start) => {
  expect(readHorizon(text, step, start)).toBe(steps);
});

test("what is no whole number of steps is refused with the nearest, which is then taken", () => {
  for (const [text, step, nearest] of [
    ["6 weeks", "month", "1 month"],
    ["1.5 years", "day", "548 days"],
    ["10 days", "week", "1 week"],
  ] as const) {
    try {
      readHorizon(text, step);
      expect.unreachable();
    } catch (error) {
      const { hint, replacements } = error as BeliefProblem;
      expect(error).toBeInstanceOf(BeliefProblem);
      expect(hint).toBe(`write ${nearest}`);
      expect(readHorizon(replacements[0]!.text, step)).toBe(Number.parseInt(nearest, 10));
    }
  }
});
