// The scenarios as they stand in scenarios/, from their YAML to the findings.

import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Findings, ScalarSummary, SeriesSummary } from "../../src/analysis/findings.ts";
import { runScenario } from "../../src/analysis/runScenario.ts";
import type { Overrides } from "../../src/assumptions/readConfig.ts";
import { chartsOf } from "../../src/charts/chartsOf.ts";
import { answerSentence } from "../../src/format/answerSentence.ts";
import { jsonText } from "../../src/format/jsonText.ts";
import { summaryData } from "../../src/format/summaryJson.ts";
import { loadClaims } from "../../src/node/project/loadClaims.ts";
import { type LoadedScenario, loadScenarios } from "../../src/node/project/loadScenarios.ts";
import { findProject } from "../../src/node/project/project.ts";
import { runLoaded } from "../../src/node/workers/runLoaded.ts";

const project = findProject(fileURLToPath(new URL("../..", import.meta.url)));

async function load(name: string, overrides: Overrides = {}): Promise<LoadedScenario> {
  const chosen = project.scenarios.filter((scenario) => scenario.name === name);
  const [loaded] = await loadScenarios(project, chosen, { claims: loadClaims(project), overrides });
  return loaded!;
}

async function run(name: string, overrides: Overrides = {}): Promise<Findings> {
  return (await runScenario(await load(name, overrides))).findings;
}

describe.each(project.scenarios.map(({ name }) => name))("%s", (name) => {
  test("runs, answers its question and can be drawn", async () => {
    const findings = await run(name, { trials: 1024 });
    expect(findings.trials).toBe(1024);
    expect(answerSentence(findings)).not.toMatch(/[{}]|NaN|undefined/);
    // The error of a mean that cannot be told is null.
    const values = (key: string, value: unknown) => (key === "error" ? undefined : value);
    expect(JSON.stringify(findings.variants[0]!.outputs, values)).not.toMatch(/null/);
    const charts = chartsOf(findings);
    expect(charts[0]!.name).toBe("headline");
    for (const { description } of charts) expect(description).not.toMatch(/NaN|undefined/);
  });
});

describe("payments", () => {
  test("of 11,000 soldiers at 2,000 USD for a year are exactly 264 million (right answer)", async () => {
    const set = ["serving=11000", "killed=0", "pay=2000"];
    const { variants } = await run("payments", { horizon: "12 months", trials: 1024, set });
    const { mean, sd, p5, p95 } = variants[0]!.outputs.totalOwed as ScalarSummary;
    const exactly = { value: 264_000_000, error: 0 };
    expect([mean, p5, p95]).toEqual([exactly, exactly, exactly]);
    expect(sd).toEqual({ value: 0, error: 0 });
  });
});

describe("manpower", () => {
  // December 2024 to November 2025. Those who return in a month were hit in the one before; before the start, in a December.
  const days = [31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30];
  test.each([
    ["50%", 0.375],
    ["30%", 0.225],
  ])(
    "with %s of the wounded returning, 20,000 recruits and 1,000 casualties a day make the months' balances (right answer)",
    async (returning, returned) => {
      const certain = [
        "recruits=20000",
        "recruitDrift=0",
        "claimedCasualties=1000",
        "countFactor=1",
        "otherExits=0",
      ];
      const still = ["killedShare=25%", "returnDelay=0", "levelDrift=0", "dispersion=0"];
      const findings = await run("manpower", {
        set: [...certain, ...still, `woundedReturning=${returning}`],
      });
      const { mean } = findings.variants[0]!.outputs.monthlyBalance as SeriesSummary;
      for (const [month, value] of mean.value.entries()) {
        const balance = 20_000 - 1000 * (days[month]! - returned * days[Math.max(0, month - 1)]!);
        expect(Math.abs(value - balance) / mean.error[month]!).toBeLessThan(4.5); // 12 months: false alarm 1 in 3,000
        expect(mean.error[month]).toBeLessThan(3);
      }
    },
  );
});

test("a look back begins where it is told and has the history until then, and no later day", async () => {
  const { config } = await load("manpower", { start: "2024-01", horizon: "to 2024-11" });
  expect([config.start, config.steps]).toEqual(["2024-01-01", 11]);
  const points = config.history![0]!.points;
  // All of 2023: its last month is the step before the first.
  expect(points.map(({ step }) => step)).toEqual(Array.from({ length: 12 }, (_, month) => month - 11));
});

describe("the same config gives the same summary", () => {
  test("for any number of threads (law)", async () => {
    const { config, ...files } = await load("deployment", { trials: 9000 });
    // A difference too, but not all of them.
    const loaded = { ...files, config: { ...config, variants: config.variants.slice(0, 2) } };
    const texts = new Set<string>();
    for (const workers of [1, 2, 3]) {
      const { findings } = await runLoaded(loaded, { workers });
      texts.add(jsonText(summaryData(findings)));
    }
    expect(texts.size).toBe(1);
  });
});
