// Right answers: what is kept, what is sketched, and what no memory has room for.
import { expect, test } from "vitest";
import { BadInput } from "../../src/assumptions/problems.ts";
import { defineScenario, scalar, series } from "../../src/index.ts";
import { chooseStrategy, closeTrials } from "../../src/simulation/memoryBudget.ts";

// Three outputs by month and one other.
const payments = defineScenario({
  title: "Payments",
  question: "How much is paid?",
  answer: "{total}",
  headline: ["total", "paid"],
  step: "month",
  inputs: { pay: "USD/month" },
  outputs: {
    present: series("people", "Present"),
    payment: series("USD/month", "Paid in the month"),
    paid: series("USD", "Paid so far"),
    total: scalar("USD", "Paid by the end"),
  },
  trial() {
    throw new Error("is not run");
  },
});

test.each([
  { trials: 16_384, steps: 24, strategy: "inMemory" },
  { trials: 2 ** 17, steps: 24, strategy: "inMemory" },
  { trials: 2 ** 20, steps: 24, strategy: "sketched" },
  { trials: 2 ** 20, steps: 1, strategy: "inMemory" },
  { trials: 2 ** 20 + 4096, steps: 1, strategy: "sketched" },
  { trials: 16_384, steps: 240, strategy: "inMemory" },
  { trials: 16_384, steps: 1200, strategy: "sketched" },
  { trials: 16_384, steps: 4000, strategy: "sketched" },
  { trials: 1024, steps: 4000, strategy: "inMemory" },
])("$trials trials of $steps months are $strategy", ({ strategy, ...size }) => {
  expect(chooseStrategy(payments, size).way).toBe(strategy);
});

test("only what is asked for takes memory", () => {
  const size = { trials: 2 ** 20, steps: 24, keep: ["total"] };
  expect(chooseStrategy(payments, size)).toEqual({ way: "inMemory" });
});

test("a chunk has fewer trials where each has many numbers, and so have the trials that are kept beside", () => {
  const size = { trials: 2 ** 22, steps: 1200 };
  expect(chooseStrategy(payments, size)).toEqual({ way: "sketched", chunkSize: 1024 });
  expect(closeTrials({ trials: 2 ** 22, steps: 24 })).toBe(65_536);
  expect(closeTrials(size)).toBeLessThan(2 ** 23 / 1200);
  expect(closeTrials({ trials: 4096, steps: 1200 })).toBe(4096);
});

test.each([
  { trials: 16_384, steps: 100_000 },
  { trials: 2 ** 22, steps: 20_000 },
])("$trials trials of $steps months are refused, with what there is room for", (size) => {
  expect(() => chooseStrategy(payments, size)).toThrow(BadInput);
  expect(() => chooseStrategy(payments, size)).toThrow(
    /^horizon: [\d,]+ months of 3 outputs by month in [\d,]+ trials are more than memory has room for .*at most [\d,]+ trials/,
  );
});
