// The chance of more than x.
import { expect, test } from "vitest";
import { exceedanceCurve } from "../../../src/simulation/statistics/exceedanceCurve.ts";

test("a value that many trials have is a step, not a slope (right answers by hand)", () => {
  const twos = Float64Array.from({ length: 1000 }, (_, k) => (k % 4 === 0 ? 2 : 1));
  expect(exceedanceCurve(twos)).toEqual({
    x: [1, 1, 2, 2],
    more: [1, 0.25, 0.25, 0],
  });
  // NaN did not happen: it counts in the whole, and is never more.
  expect(exceedanceCurve(Float64Array.of(3, 3, Number.NaN, Number.NaN))).toEqual({
    x: [3, 3],
    more: [0.5, 0],
  });
});

test("what hits a ceiling is held up to it (right answer by hand)", () => {
  const column = Float64Array.from({ length: 1000 }, (_, k) => Math.min(k, 899));
  const { x, more } = exceedanceCurve(column);
  expect(x.slice(-2)).toEqual([899, 899]);
  expect(more.slice(-2)).toEqual([0.101, 0]);
  expect(x.indexOf(899)).toBe(x.length - 2);
  expect(new Set(x.slice(0, -1)).size).toBe(x.length - 1);
});
