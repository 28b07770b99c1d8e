import fc from "fast-check";
import { expect, test } from "vitest";
import { axisDomain, axisTitle, stepTicks } from "../../src/charts/axisNumbers.ts";
import { dodge } from "../../src/charts/dodge.ts";
import { distinctTitles, oneLine, shorten, wrap } from "../../src/format/text.ts";

test("right answer: a title is wrapped into lines of about equal length", () => {
  expect(wrap("The Pentagon's 11,000 and no more", 30, 3)).toEqual(["The Pentagon's", "11,000 and no more"]);
  expect(wrap("short", 30, 3)).toEqual(["short"]);
});

test("law: wrapping keeps every word, or says with … that it does not", () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 30 }), fc.integer({ min: 12, max: 60 }), (text, length) => {
      const lines = wrap(text, length, 3);
      expect(lines.length).toBeLessThanOrEqual(3);
      for (const line of lines) expect([...line].length).toBeLessThanOrEqual(length);
      const whole = lines.join(" ");
      expect(whole === oneLine(text) || whole.endsWith("…")).toBe(true);
    }),
  );
});

test("right answer: a word longer than a line is broken", () => {
  expect(wrap("abcdefghij", 4, 3)).toEqual(["abcd", "efgh", "ij"]);
});

test("right answer: control characters and lone surrogates are taken out, emoji are not cut in two", () => {
  expect(oneLine("a\u0000b\n\tc\ud800d")).toBe("a b c d");
  expect(shorten("🎉🎉🎉🎉", 3)).toBe("🎉🎉…");
});

test("right answer: titles that are equal after shortening are told apart by name", () => {
  const titles = [
    { name: "a", title: "Same title for two" },
    { name: "b", title: "Same title for both" },
    { name: "c", title: "Other" },
  ];
  expect(distinctTitles(titles, 12)).toEqual(["Same title… (a)", "Same title… (b)", "Other"]);
});

test("right answer: an axis title carries its unit once", () => {
  expect(axisTitle("Paid so far", "USD")).toBe("Paid so far (USD)");
  expect(axisTitle("Months covered", "months")).toBe("Months covered");
  expect(axisTitle("Share of the army", "1")).toBe("Share of the army");
});

test("right answer: an axis leaves zero out only where the values are far from it", () => {
  expect(axisDomain([2, 10])).toEqual([0, 10]);
  expect(axisDomain([-3, -1])).toEqual([-3, 0]);
  expect(axisDomain([10_500, 11_000])).toEqual([10_500, 11_000]);
  expect(axisDomain([11_000, 11_000])).toEqual([0, 11_000]);
  expect(axisDomain([0, 0])).toEqual([0, 1]);
  expect(axisDomain([Number.NaN])).toEqual([0, 1]);
});

test("right answer: months are told by quarters or years, and the first always", () => {
  expect(stepTicks(1, "month")).toEqual([1]);
  expect(stepTicks(3, "month")).toEqual([1, 2, 3]);
  expect(stepTicks(36, "month")).toEqual([1, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33, 36]);
  expect(stepTicks(36_500, "day").length).toBeLessThan(16);
});

test("law: labels end up in order and at least a gap apart, those that had room stay", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 8 }),
      (places) => {
        const apart = dodge(places, 2);
        const order = places.map((_, i) => i).sort((a, b) => apart[a]! - apart[b]!);
        for (let i = 1; i < order.length; i++) {
          expect(apart[order[i]!]! - apart[order[i - 1]!]!).toBeGreaterThanOrEqual(2 - 1e-9);
          expect(places[order[i]!]!).toBeGreaterThanOrEqual(places[order[i - 1]!]!);
        }
      },
    ),
  );
  expect(dodge([0, 10], 2)).toEqual([0, 10]);
  expect(dodge([1, 1], 2)).toEqual([0, 2]);
});

test("right answer: a line does not end between a number and its per cent sign", () => {
  expect(wrap("an interval of 95 % of all", 17, 2)).toEqual(["an interval of", "95 % of all"]);
});
