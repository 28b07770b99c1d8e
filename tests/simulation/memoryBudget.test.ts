// Right answers: what is kept, what is folded, and what no memory has room for.
import { expect, test } from "vitest";
import payments from "../../scenarios/payments.ts";
import { BadInput } from "../../src/assumptions/problems.ts";
import { wayOf } from "../../src/simulation/memoryBudget.ts";

// Three outputs by month and one other.
test.each([
  { trials: 16_384, steps: 24, way: "kept" },
  { trials: 2 ** 20, steps: 24, way: "kept" },
  { trials: 2 ** 20 + 4096, steps: 24, way: "streamed" },
  { trials: 2 ** 20, steps: 600, way: "streamed" },
  { trials: 16_384, steps: 4000, way: "kept" },
])("$trials trials of $steps months are $way", ({ way, ...size }) => {
  expect(wayOf(payments, size)).toBe(way);
});

test.each([
  { trials: 16_384, steps: 100_000 },
  { trials: 2 ** 22, steps: 4000 },
])("$trials trials of $steps months are refused, with what there is room for", (size) => {
  expect(() => wayOf(payments, size)).toThrow(BadInput);
  expect(() => wayOf(payments, size)).toThrow(
    /^horizon: [\d,]+ months of 3 outputs by month in [\d,]+ trials are more than memory has room for .*at most [\d,]+ trials/,
  );
});
