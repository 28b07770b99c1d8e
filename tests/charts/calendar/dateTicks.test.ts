// Ticks at dates: right answers by hand, and laws over every step, start, length and width.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stepUnits } from "../../../src/assumptions/calendar/calendar.ts";
import { dateTicks } from "../../../src/charts/calendar/dateTicks.ts";
import { civilDate, isoDate } from "../../../src/numeric/civilDate.ts";

const texts = (...[calendar, range, width]: Parameters<typeof dateTicks>) =>
  dateTicks(calendar, range, width).map(({ step, label }) => `${step}: ${label.join("/")}`);

describe("ticks", () => {
  test("of two years by month stand at the quarters, and each year is marked once", () => {
    expect(texts({ steps: 24, unit: "month", start: "2024-12-01" }, { from: 1, to: 24 }, 620)).toEqual([
      ...["2: Jan/2025", "5: Apr", "8: Jul", "11: Oct"],
      ...["14: Jan/2026", "17: Apr", "20: Jul", "23: Oct"],
    ]);
  });

  test("are fewer where there is less room", () => {
    expect(texts({ steps: 24, unit: "month", start: "2024-12-01" }, { from: 1, to: 24 }, 210)).toEqual([
      ...["2: Jan/2025", "8: Jul", "14: Jan/2026", "20: Jul"],
    ]);
  });

  test("of days stand at Mondays", () => {
    expect(texts({ steps: 40, unit: "day", start: "2025-03-01" }, { from: 1, to: 40 }, 620)).toEqual([
      ...["3: 3 Mar/2025", "10: 10 Mar", "17: 17 Mar", "24: 24 Mar", "31: 31 Mar", "38: 7 Apr"],
    ]);
  });

  test("of quarters are named so, and years stand alone", () => {
    expect(texts({ steps: 6, unit: "quarter", start: "2024-10-01" }, { from: 1, to: 6 }, 620)).toEqual([
      ...["1: Q4/2024", "2: Q1/2025", "3: Q2", "4: Q3", "5: Q4", "6: Q1/2026"],
    ]);
    expect(texts({ steps: 3, unit: "year", start: "2024-01-01" }, { from: 1, to: 3 }, 620)).toEqual([
      "1: 2024",
      "2: 2025",
      "3: 2026",
    ]);
  });

  test("of weeks that go over years stand where the months begin", () => {
    expect(texts({ steps: 60, unit: "week", start: "2024-12-02" }, { from: 1, to: 60 }, 620)).toEqual([
      ...["1: Dec/2024", "6: Jan/2025", "10: Feb", "14: Mar", "19: Apr", "23: May", "27: Jun"],
      ...["32: Jul", "36: Aug", "40: Sep", "45: Oct", "49: Nov", "53: Dec", "58: Jan/2026"],
    ]);
  });

  test("law: there is one at least, none outside, and no two labels touch", () => {
    const lettersWide = 6.9;
    fc.assert(
      fc.property(
        fc.constantFrom(...stepUnits),
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.integer({ min: -40, max: 1 }),
        fc.integer({ min: 1, max: 1500 }),
        fc.integer({ min: 210, max: 700 }),
        (unit, start, from, steps, width) => {
          const calendar = { unit, start: isoDate(civilDate(start)), steps };
          const ticks = dateTicks(calendar, { from, to: steps }, width);
          expect(ticks.length).toBeGreaterThan(0);
          const pixels = width / Math.max(1, steps - from);
          for (const [i, { step, label }] of ticks.entries()) {
            expect(step).toBeGreaterThanOrEqual(from);
            expect(step).toBeLessThanOrEqual(steps);
            const next = ticks[i + 1];
            if (!next) continue;
            const widths = [label, next.label].map((lines) => Math.max(...lines.map(({ length }) => length)));
            const half = ((widths[0]! + widths[1]!) / 2) * lettersWide;
            expect((next.step - step) * pixels).toBeGreaterThan(half);
          }
        },
      ),
      { numRuns: 500, seed: 3 },
    );
  });
});
