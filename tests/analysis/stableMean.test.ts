// Means that say something and means that do not: right answers from families whose moments are known.
import seedrandom from "seedrandom";
import { describe, expect, test } from "vitest";
import { isStable, isTold, noStableMean, whyNoStableMean } from "../../src/analysis/stableMean.ts";
import { evaluateBelief } from "../../src/beliefs/evaluateBelief.ts";
import { describeFindings } from "../../src/cli/describeFindings.ts";
import { answerSentence } from "../../src/format/answerSentence.ts";
import { figureCatalogue } from "../../src/format/figures/catalogue.ts";
import { figureWords, ReferenceProblem } from "../../src/format/references/formatReference.ts";
import { summaryData } from "../../src/format/summaryJson.ts";
import { findingsSection } from "../../src/report/html/sections.ts";
import { summarizeColumn } from "../../src/simulation/statistics/columnSummary.ts";
import { findingsOf, scalarOf } from "../charts/findings.ts";

/** A column of independent draws. */
function drawn(belief: string, trials: number, change = (value: number) => value): Float64Array {
  const { quantile } = evaluateBelief(belief);
  const random = seedrandom(`${belief} ${trials}`);
  return Float64Array.from({ length: trials }, () => change(quantile(random())));
}

test.each([256, 1024, 16_384, 131_072])(
  "one over what may be zero has no stable mean: %d trials",
  (trials) => {
    expect(isTold(summarizeColumn(drawn("normal(1, 1)", trials, (value) => 1 / value)).mean)).toBe(false);
    expect(isTold(summarizeColumn(drawn("pareto(1, 0.9)", trials)).mean)).toBe(false);
  },
);

test.each([1024, 16_384])("what has a mean keeps it, skewed and rare as it may be: %d trials", (trials) => {
  for (const belief of ["normal(0, 1)", "50M to 1.5B", "exponential(3)", "discrete(98%: 0, 2%: 5M)", "7"])
    expect(isTold(summarizeColumn(drawn(belief, trials)).mean), belief).toBe(true);
});

test("what never happened is not called unstable", () => {
  expect(isTold(summarizeColumn(new Float64Array(256).fill(Number.NaN)).mean)).toBe(true);
});

describe("where a mean is not stable", () => {
  const covered = scalarOf("Months covered", "months", 3, 0.4);
  const untold = Number.POSITIVE_INFINITY;
  const unstable = { ...covered, mean: { value: 60, error: untold }, sd: { value: 1100, error: untold } };
  const findings = findingsOf({
    headline: ["covered"],
    steps: 12,
    variants: [
      ["As believed", { covered }],
      ["Otherwise", { covered: unstable }],
    ],
  });

  test("the page and the command line say so instead of its figures, and why", () => {
    const page = findingsSection(findings).markup;
    expect(page).toContain(`<td>${noStableMean}</td><td>–</td>`);
    expect(page).toContain(whyNoStableMean);
    const text = describeFindings(findings);
    expect(text).toContain(noStableMean);
    expect(text.replace(/\s+/g, " ")).toContain(whyNoStableMean);
    expect(page + text).not.toMatch(/1,100|60 ±/);
  });

  test("summary.json keeps the numbers and marks them, and prose refuses them", () => {
    const { variants } = summaryData(findings);
    const [base, other] = Object.values(variants).map(({ outputs }) => outputs.covered);
    expect(other).toMatchObject({
      meanIsStable: false,
      sdIsStable: false,
      mean: { value: 60 },
      sd: { value: 1100 },
    });
    expect(base).not.toHaveProperty("meanIsStable");
    const scenarios = new Map([
      ["manpower", figureCatalogue(JSON.parse(JSON.stringify(summaryData(findings))))],
    ]);
    const [name] = Object.keys(variants).slice(1);
    expect(figureWords(`manpower.${name}.covered.p50`, scenarios)).toBe("3.00 months");
    expect(() => figureWords(`manpower.${name}.covered.mean`, scenarios)).toThrow(ReferenceProblem);
  });

  test("a sentence has the words for it", () => {
    const template = { ...findings, answerTemplate: "It covers {covered.mean}." };
    expect(answerSentence(template, { outputs: { covered: unstable } })).toBe("It covers no stable mean.");
    expect(isStable(covered)).toBe(true);
  });
});
