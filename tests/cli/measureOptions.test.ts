// Laws: the words that name a figure or a range are read, or refused with what would be right.
import { expect, test } from "vitest";
import { describeProblem, type Problem } from "../../src/assumptions/problems.ts";
import { type MeasureOptions, readMeasure, readRangedInput } from "../../src/cli/measureOptions.ts";
import { defineScenario, event, nonNegative, scalar, series } from "../../src/index.ts";
import { stageOf } from "../analysis/models.ts";

const scenario = defineScenario({
  title: "Shop",
  question: "Does it pay?",
  answer: "{profit}",
  headline: ["profit"],
  step: "month",
  inputs: { price: nonNegative("USD"), rent: nonNegative("USD") },
  outputs: { cash: series("USD", "Cash"), profit: scalar("USD", "Profit"), loss: event("Loss") },
  trial() {},
});
const { variant } = stageOf(scenario, { price: "uniform(0, 20)", rent: "3" });
const horizon = { steps: 4, unit: "month" } as const;

test.each<[MeasureOptions, object]>([
  [{ output: "profit" }, { output: "profit", statistic: "p50" }],
  [
    { output: "profit", statistic: "median" },
    { output: "profit", statistic: "p50" },
  ],
  [{ output: "loss" }, { output: "loss", statistic: "probability" }],
  [
    { output: "cash", step: "2", statistic: "mean" },
    { output: "cash", step: 2, statistic: "mean" },
  ],
  [
    { output: "profit", below: "-1.5k" },
    { output: "profit", statistic: "probability", passes: { side: "below", limit: -1500 } },
  ],
])("%j is read", (words, measure) => {
  const problems: Problem[] = [];
  expect(readMeasure(scenario, words, horizon, problems)).toEqual(measure);
  expect(problems).toEqual([]);
});

test.each<[MeasureOptions, string]>([
  [{ output: "profti" }, '--output: unknown output "profti" (did you mean "profit"?)'],
  [{ output: "profit", statistic: "meen" }, '--statistic: unknown statistic "meen" (did you mean "mean"?)'],
  [
    { output: "loss", statistic: "mean" },
    '--statistic: "loss" is an event, its only figure is its probability',
  ],
  [{ output: "loss", above: "0" }, '--above: "loss" is an event'],
  [{ output: "profit", statistic: "chance" }, "--above or --below with a value makes it one"],
  [
    { output: "profit", statistic: "mean", above: "0" },
    "--above: asks for a chance, --statistic for the mean",
  ],
  [{ output: "profit", below: "0", above: "0" }, "--above: and --below exclude each other"],
  [{ output: "profit", below: "none" }, '--below: "none" is not a number'],
  [{ output: "profit", step: "2" }, '--step: "profit" is no series'],
  [{ output: "cash", step: "5" }, '--step: is "5", a month from 1 to 4 is wanted'],
])("%j is refused", (words, message) => {
  const problems: Problem[] = [];
  expect(readMeasure(scenario, words, horizon, problems)).toBeUndefined();
  expect(problems.map(describeProblem).join("\n")).toContain(message);
});

test("a range is the plausible one of the belief or one's own", () => {
  const range = (word: string) => readRangedInput("--by", word, scenario, variant, [])?.range;
  expect(range("price")).toEqual({ low: expect.closeTo(0.02, 10), high: expect.closeTo(19.98, 10) });
  expect(range("rent = 1k to 2k")).toEqual({ low: 1000, high: 2000 });
});

test.each([
  ["prise", 'unknown assumption "prise" (did you mean "price"?)'],
  ["rent", '"rent" is certain (3), there is no range to look at (write --by "rent=LOW to HIGH", in USD)'],
  ["price=5", '"5" is no range'],
  ["price=5 to 1", "the range goes from low to high, found 5 to 1"],
  ["price=-5 to 1", "the range is -5 to 1, the scenario takes 0 or more USD"],
  ["price=a to 1", '"a" is not a number'],
])("the range %j is refused", (word, message) => {
  const problems: Problem[] = [];
  expect(readRangedInput("--by", word, scenario, variant, problems)).toBeUndefined();
  expect(problems.map(describeProblem).join("\n")).toContain(message);
});
