// An output kind is one file and one line of the index: here one that the kit does not have is on the list.
import { afterAll, expect, test, vi } from "vitest";
import { tryInterpretations } from "../../../src/analysis/interpretations/tryInterpretations.ts";
import { runScenario } from "../../../src/analysis/runScenario.ts";
import { runUntilPrecise } from "../../../src/analysis/runUntilPrecise.ts";
import { measureUnit, usualMeasure } from "../../../src/analysis/solve/measure.ts";
import type { Config } from "../../../src/assumptions/assumptions.ts";
import { evaluateBelief } from "../../../src/beliefs/evaluateBelief.ts";
import { chartsOf, kindFor } from "../../../src/charts/chartsOf.ts";
import { describeComparisons } from "../../../src/cli/commands/compare.ts";
import { describeFindings } from "../../../src/cli/describeFindings.ts";
import { figureCatalogue } from "../../../src/format/figures/catalogue.ts";
import { summaryData } from "../../../src/format/summaryJson.ts";
import { checkScenario } from "../../../src/node/project/checkScenario.ts";
import { findingsSection } from "../../../src/report/html/sections.ts";
import { figuresCsv } from "../../../src/report/page/figuresCsv.ts";
import { allocateOutputs } from "../../../src/simulation/columns.ts";
import { createEngine } from "../../../src/simulation/engine.ts";
import { inlineExecutor } from "../../../src/simulation/executor.ts";
import { kindOf } from "../../../src/simulation/outputKinds/kindOf.ts";
import type { Scenario } from "../../../src/simulation/scenario.ts";
import { count } from "./countKind.ts";

// Test files of a worker share their modules: those that were loaded before, or here, know another list.
vi.hoisted(() => vi.resetModules());
afterAll(() => {
  vi.resetModules();
});
vi.mock("../../../src/simulation/outputKinds/index.ts", async (original) => {
  const { outputKinds } = await original<typeof import("../../../src/simulation/outputKinds/index.ts")>();
  const { countKind } = await import("./countKind.ts");
  return { outputKinds: [...outputKinds, countKind] };
});

const steps = 12;
const tides = {
  title: "Tides",
  question: "How often is the road under water?",
  answer: "It is under water {floods} times a year.",
  headline: ["floods"],
  step: "month",
  inputs: { level: "m" },
  outputs: { floods: count("Floods") },
  trial({ level }: { level: number }, out: { floods: number }) {
    // 0 at a level of 0 m, 12 at a level of 1 m.
    out.floods = Math.round(steps * level);
  },
} as unknown as Scenario;

const level = (belief: string) => ({
  name: "level",
  belief,
  unit: "m",
  distribution: evaluateBelief(belief),
  basis: { kind: "judgement" as const, why: "Made up" },
});
const config: Config = {
  seed: "tides",
  trials: 4096,
  steps,
  variants: [
    { name: "base", title: "As it is", assumptions: [level("uniform(0, 1)")] },
    { name: "higher", title: "Half a metre higher", assumptions: [level("uniform(0.5, 1.5)")] },
  ],
  correlations: [],
  levels: [],
  claims: new Map(),
};
const executor = inlineExecutor(createEngine("tides", tides, config));
const { findings } = await runScenario({ name: "tides", scenario: tides, config }, { executor });

test("a scenario may declare it, and its answer may name its figures", () => {
  expect(checkScenario(tides, "tides.ts")).toBe(tides);
  const misspelt = { ...tides, answer: "{floods.p51}" };
  expect(() => checkScenario(misspelt, "tides.ts")).toThrow('"floods" has no such figure');
});

test("a kind that is not on the list is no declaration", () => {
  const other = { ...tides, outputs: { floods: { kind: "counts", label: "Floods" } } };
  expect(() => checkScenario(other, "tides.ts")).toThrow("is no declaration of an output");
  expect(() => kindOf({ kind: "counts" })).toThrow('there is no output kind "counts"');
});

test("its column has one number a trial", () => {
  expect(allocateOutputs(tides.outputs, steps, 10).floods).toHaveLength(10);
});

test("it is summarized, compared, and moved by assumptions (right answers: uniform between 0 and 12)", () => {
  const [base, higher] = findings.variants;
  expect(base!.outputs.floods).toMatchObject({ kind: "count", unit: "times", label: "Floods" });
  expect(base!.outputs.floods).toMatchObject({ p50: { value: 6 } });
  expect(higher!.outputs.floods).toMatchObject({ p50: { value: 12 } });
  const compared = findings.comparisons[0]!.outputs.floods!;
  expect(compared).toMatchObject({ unit: "times", difference: { p50: { value: 6 } } });
  expect(compared.chanceGreater.value).toBe(1);
  // p10 and p90 of the level: 1.2 and 10.8 floods.
  const [influence] = findings.tornado.influences;
  expect(findings.tornado).toMatchObject({ output: "floods", unit: "times", statistic: "median" });
  expect([influence!.low.value, influence!.high.value]).toEqual([1, 11]);
  expect(findings.exceedance).toMatchObject([{ output: "floods", unit: "times" }]);
});

test("it can be solved for, run until it is precise, and read otherwise", async () => {
  const usual = usualMeasure(tides, "floods");
  expect([usual.statistic, measureUnit(tides, usual)]).toEqual(["p50", "times"]);
  const goals = [{ output: "floods", relative: 0.5 }];
  const { statuses } = await runUntilPrecise(tides, config, goals, { executor, maxTrials: 4096 });
  expect(statuses).toMatchObject([{ output: "floods", met: true }]);
  const otherwise = await tryInterpretations("tides", tides, config);
  expect(otherwise.base.floods).toMatchObject({ kind: "count", p50: { value: 6 } });
});

test("charts have it", () => {
  const charts = chartsOf(findings);
  expect(charts.map(({ name }) => name)).toEqual(["headline", "tornado", "variants-floods"]);
  expect(JSON.stringify(charts[0]!.spec)).toContain("Floods (times)");
  expect(charts[2]!.description).toContain("As it is: 6 (1 to 11).");
  expect(kindFor(findings.variants[0]!.outputs.floods)!.kind).toBe("exceedance");
});

test("summary.json and the catalogue that reads it have it", () => {
  const data = JSON.parse(JSON.stringify(summaryData(findings)));
  expect(data.answer).toMatch(/^It is under water 6.* times/);
  expect(data.variants.base.outputs.floods).toMatchObject({
    kind: "count",
    unit: "times",
    p50: { value: 6 },
  });
  const base = figureCatalogue(data).below.get("base")!;
  expect(base.below.get("floods")!.figure).toMatchObject({ value: 6, unit: "times" });
});

test("tables and files of figures have it", () => {
  expect(describeFindings(findings)).toMatch(/Floods \(times\)\n +base +6 /);
  expect(describeComparisons(findings)).toMatch(/Floods \(times\)\n +higher +6 /);
  expect(findingsSection(findings).markup).toContain("<caption><span>Floods (times)</span>");
  expect(figuresCsv(findings)).toContain("base,floods,times,,p50,6,");
});
