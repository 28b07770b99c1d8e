// Right answers by hand: summary.json holds the findings under the names that others rely on.
import { expect, test } from "vitest";
import type { Findings } from "../../src/analysis/findings.ts";
import { summaryData } from "../../src/format/summaryJson.ts";
import type { Estimate, Estimates, Statistic } from "../../src/simulation/statistics/estimate.ts";

const names: readonly Statistic[] = ["mean", "sd", "p5", "p25", "p50", "p75", "p95"];

/** Figures that can be told apart: 1 for the mean, 2 for the sd, … */
function figures<Figure>(make: (value: number) => Figure): Record<Statistic, Figure> {
  return Object.fromEntries(names.map((name, index) => [name, make(index + 1)])) as Record<Statistic, Figure>;
}
const estimate = (value: number): Estimate => ({ value, error: 0.1 });
const estimates = (value: number): Estimates => ({ value: [value], error: [0.1] });

const findings: Findings = {
  scenario: "coins",
  title: "Coins",
  question: "How much?",
  answerTemplate: "This much.",
  headline: ["won"],
  seed: "0",
  trials: 1024,
  horizon: { steps: 1, unit: "month" },
  variants: [
    {
      name: "base",
      title: "Base",
      assumptions: {
        prize: {
          label: "Prize",
          belief: "24",
          unit: "USD/year",
          inputUnit: "USD/month",
          claims: ["prize"],
          basis: { kind: "claims", ids: ["prize"], why: "It says so." },
          ...{ p5: 2, p50: 2, p95: 2 },
        },
      },
      outputs: {
        won: { kind: "scalar", unit: "USD", label: "Won", ...figures(estimate) },
        first: { kind: "scalar", unit: "month", label: "First", never: estimate(0.25), ...figures(estimate) },
        soFar: { kind: "series", unit: "USD", label: "So far", steps: [1], ...figures(estimates) },
        nothing: { kind: "event", label: "Nothing", probability: estimate(0.7) },
        behind: { kind: "event-series", label: "Behind", steps: [1], probability: estimates(0.7) },
      },
    },
  ],
  comparisons: [
    {
      variant: "rich",
      against: "base",
      outputs: {
        won: {
          label: "Won",
          unit: "USD",
          difference: { mean: estimate(1), p5: estimate(2), p50: estimate(3), p95: estimate(4) },
          chanceGreater: estimate(0.9),
        },
      },
    },
  ],
  exceedance: [],
  crossings: [
    {
      ...{ output: "soFar", outputLabel: "So far", unit: "USD", side: "above", level: 10 },
      variants: [
        {
          ...{ variant: "base", title: "Base", never: estimate(0.25), mode: 1 },
          ...{ mean: estimate(1), p5: estimate(2), p25: estimate(3), p50: estimate(4) },
          ...{ p75: estimate(5), p95: estimate(6), chance: estimates(0.75) },
        },
      ],
    },
  ],
  tornado: {
    output: "won",
    label: "Won",
    unit: "USD",
    statistic: "median",
    trials: 1024,
    base: estimate(3),
    influences: [
      {
        assumption: "prize",
        label: "Prize",
        unit: "USD/month",
        p10: 1,
        p90: 4,
        low: estimate(1),
        high: estimate(6),
      },
    ],
  },
  claims: {},
};

const summary = summaryData(findings);

test("the document opens with what was asked and how it was run, in a fixed order", () => {
  expect(Object.keys(summary)).toEqual([
    ...[
      "format",
      "scenario",
      "title",
      "question",
      "answer",
      "headline",
      "seed",
      "trials",
      "method",
      "horizon",
    ],
    ...["variants", "comparisons", "influences", "crossings"],
  ]);
});

test("an assumption has both units: its belief's, and the one its quantiles are in", () => {
  expect(summary.variants.base?.assumptions.prize).toEqual({
    label: "Prize",
    belief: "24",
    unit: "USD/year",
    inputUnit: "USD/month",
    claims: ["prize"],
    why: "It says so.",
    ...{ p5: 2, p50: 2, p95: 2 },
  });
});

test("each kind of output has its figures", () => {
  const outputs = summary.variants.base!.outputs;
  expect(Object.keys(outputs.won!)).toEqual(["kind", "label", "unit", ...names]);
  expect(outputs.first).toMatchObject({
    kind: "scalar",
    never: { value: 0.25, error: 0.1 },
    p95: { value: 7, error: 0.1 },
  });
  expect(outputs.soFar).toMatchObject({
    kind: "series",
    unit: "USD",
    steps: [1],
    p5: { value: [3], error: [0.1] },
  });
  expect(outputs.nothing).toEqual({
    kind: "event",
    label: "Nothing",
    probability: estimate(0.7),
    words: "roughly even chance to very likely",
  });
  expect(outputs.behind).toEqual({
    kind: "event-series",
    label: "Behind",
    steps: [1],
    probability: estimates(0.7),
  });
});

test("comparisons and influences are found by name", () => {
  expect(summary.comparisons.rich).toMatchObject({
    against: "base",
    outputs: { won: { difference: { mean: estimate(1), p95: estimate(4) }, chanceGreater: estimate(0.9) } },
  });
  expect(summary.influences).toEqual({
    output: "won",
    statistic: "median",
    unit: "USD",
    trials: 1024,
    base: 3,
    assumptions: { prize: { unit: "USD/month", p10: 1, p90: 4, low: estimate(1), high: estimate(6) } },
  });
});

test("crossings tell level, share of never, and the chance by step", () => {
  const [crossing] = summaryData(findings).crossings;
  expect(crossing).toMatchObject({ output: "soFar", above: 10, outputLabel: "So far", unit: "USD" });
  expect(crossing?.variants.base).toEqual({
    never: estimate(0.25),
    mode: 1,
    ...{ mean: estimate(1), p5: estimate(2), p25: estimate(3), p50: estimate(4), p75: estimate(5) },
    p95: estimate(6),
    chance: estimates(0.75),
  });
});
