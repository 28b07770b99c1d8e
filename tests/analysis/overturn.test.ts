// Right answers by hand: which variant puts the headline on the other side, and how the answer says so.
import { expect, test } from "vitest";
import type { Crossing, Findings, OutputSummary } from "../../src/analysis/findings.ts";
import { overturnOf } from "../../src/analysis/overturn.ts";
import { answerSentence } from "../../src/format/answerSentence.ts";
import { summaryData } from "../../src/format/summaryJson.ts";
import type { Estimate } from "../../src/simulation/statistics/estimate.ts";
import { findings } from "../report/someFindings.ts";

const told = (value: number, error = 0.004): Estimate => ({ value, error });

function event(chance: Estimate): OutputSummary {
  return { kind: "event", label: "Weapons are sent", probability: chance };
}

function balance(median: number, p5 = median - 3, error = 0.1): OutputSummary {
  const at = (value: number) => ({ value, error });
  const bands = {
    p5: at(p5),
    p25: at(median - 1),
    p50: at(median),
    p75: at(median + 1),
    p95: at(median + 3),
  };
  return { kind: "scalar", unit: "USD", label: "Balance", mean: at(median), sd: at(1), ...bands };
}

/** Findings with this headline output in the base and in variants called "With 1", "With 2", … */
function withVariants(template: string, ...outputs: OutputSummary[]): Findings {
  const variants = outputs.map((output, k) => ({
    name: k === 0 ? "base" : `v${k}`,
    title: k === 0 ? "Base" : `Ceiling ${k}.`,
    assumptions: {},
    outputs: { it: output },
  }));
  return { ...findings("it"), answerTemplate: template, variants };
}

const chances = (...values: Estimate[]) => withVariants("It is {it}.", ...values.map(event));

test("the variant that goes farthest beyond one half is told, with how many others do", () => {
  const found = chances(told(0.71), told(0.6), told(0.45), told(0.41));
  expect(overturnOf(found)).toMatchObject({ variant: "v3", isClear: true, others: [{ variant: "v2" }] });
  expect(answerSentence(found)).toBe(
    "It is likely (71.0 %). With “Ceiling 3” it would be less likely than not (41.0 %), as with “Ceiling 2”.",
  );
  expect(summaryData(found)).toMatchObject({
    overturned: { variant: "v3", output: "it", threshold: 0.5, there: { value: 0.41 }, others: ["v2"] },
  });
});

test("what is unlikely may be likely elsewhere", () => {
  expect(answerSentence(chances(told(0.2), told(0.8)))).toMatch(
    /With “Ceiling 1” it would be more likely than not \(80\.0 %\)\.$/,
  );
});

test("where it cannot be told on which side the variant is, it is about even", () => {
  expect(answerSentence(chances(told(0.71), told(0.498)))).toMatch(/would be about even \(49\.8 %\)\.$/);
});

test.each([
  ["nothing is beyond", [told(0.71), told(0.6)]],
  ["there is no variant", [told(0.71)]],
  ["the base itself may be on either side", [told(0.505), told(0.1)]],
  ["the variant's own figure cannot be told", [told(0.71), told(0.4, Number.POSITIVE_INFINITY)]],
])("no sentence where %s", (_, values) => {
  const found = chances(...values);
  expect(answerSentence(found)).toMatch(/^It is [^.]*(\.\d)?[^.]*\.$/);
  expect(summaryData(found)).not.toHaveProperty("overturned");
});

test("the answer of another variant is of that variant alone", () => {
  const found = chances(told(0.71), told(0.41));
  expect(answerSentence(found, found.variants[1])).not.toContain("With");
});

test("a number that can be negative has its other side beyond zero; one that cannot has none", () => {
  const found = withVariants("It is {it}.", balance(-4), balance(2));
  expect(answerSentence(found)).toMatch(/With “Ceiling 1” it would be above zero \(median 2\.0 USD\)\.$/);
  expect(overturnOf(withVariants("{it}", balance(5, 1), balance(0, 0)))).toBeUndefined();
});

test("a named level of a headline series is one, in its own words, and the output is named", () => {
  const figures = { value: 1, error: 0 };
  const crossing = (variant: string, never: number) => ({
    variant,
    title: variant,
    never: told(never),
    ...{ mean: figures, p5: figures, p25: figures, p50: figures, p75: figures, p95: figures },
    chance: { value: [1 - never], error: [0.004] },
  });
  const level: Crossing = {
    output: "it",
    outputLabel: "Balance so far",
    unit: "USD",
    side: "below",
    level: 0,
    variants: [crossing("base", 0.1), crossing("v1", 0.7)],
  };
  const found = { ...withVariants("It is {it}.", balance(5, 1), balance(6, 1)), crossings: [level] };
  expect(answerSentence(found)).toMatch(
    /With “Ceiling 1”, “Balance so far below 0 USD” would be less likely than not \(30\.0 %\)\.$/,
  );
  expect(answerSentence({ ...found, headline: ["other"] })).not.toContain("With");
});

test("where the answer tells of several outputs, the one that turns is named", () => {
  const found = { ...chances(told(0.71), told(0.41)), answerTemplate: "{it}, {another}." };
  expect(answerSentence(found)).toMatch(/With “Ceiling 1”, “Weapons are sent” would be/);
});
