// Words for probabilities (US Intelligence Community Directive 203): right answers, and a law.
import fc from "fast-check";
import { expect, test } from "vitest";
import { probabilityWords } from "../../src/format/probabilityWords.ts";

test.each([
  [0, 0, "almost no chance"],
  [0.05, 0, "almost no chance"],
  [0.0501, 0, "very unlikely"],
  [0.71, 0.01, "likely"],
  [0.929, 0.002, "very likely"],
  [0.99, 0.002, "almost certain"],
  [1, 0, "almost certain"],
])("a chance of %f ± %f is %s", (value, error, words) => {
  expect(probabilityWords({ value, error })).toBe(words);
});

test.each([
  [0.199, 0.003, "very unlikely to unlikely"],
  [0.2213, 0.0007, "unlikely"],
  [0.455, 0.003, "unlikely to roughly even chance"],
  [0.5, 0.05, "unlikely to likely"],
])("a chance of %f ± %f, which a border may part, is %s", (value, error, words) => {
  expect(probabilityWords({ value, error })).toBe(words);
});

test("a chance without a known error has the words of its value (law)", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
      expect(probabilityWords({ value, error: Number.NaN })).toBe(probabilityWords({ value, error: 0 }));
    }),
  );
});
