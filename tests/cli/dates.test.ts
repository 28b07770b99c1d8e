// A scenario with a start, from its config to every place where its steps are told. Right answers by hand.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runScenario } from "../../src/analysis/runScenario.ts";
import { fan } from "../../src/charts/fan.ts";
import { liveData } from "../../src/node/output/liveDataOf.ts";
import { loadScenarios } from "../../src/node/project/loadScenarios.ts";
import { findProject } from "../../src/node/project/project.ts";
import { figuresCsv } from "../../src/report/page/figuresCsv.ts";
import { horizonProblem, publishedSettings } from "../../src/report/shared/settings.ts";
import { createLiveEngine } from "../../src/report/worker/liveEngine.ts";
import { Pace } from "../../src/report/worker/pace.ts";
import { temporaryProject } from "../node/temporaryProject.ts";
import { sandtable } from "./sandtable.ts";

const model = `
import { defineScenario, scalar, series } from "sandtable";

export default defineScenario({
  title: "A tap",
  question: "How much drips away?",
  answer: "By {end}, after {horizon}, {lost.p50} are lost.",
  headline: ["lost", "soFar"],
  step: "month",
  inputs: { drip: "litres/day" },
  outputs: { soFar: series("litres", "Lost so far"), lost: scalar("litres", "Lost"), firstYear: scalar("1", "First year") },
  trial({ drip }, out, { steps, days, dates }) {
    let lost = 0;
    for (let month = 0; month < steps; month++) {
      lost += drip * days[month];
      out.soFar[month] = lost;
    }
    out.lost = lost;
    out.firstYear = dates.length === 0 ? 0 : Number(dates[0].slice(0, 4));
  },
});
`;
const config = `start: 2024-12
horizon: to 2025-03
trials: 256
assumptions:
  drip: { belief: 10, unit: litres/day, why: Measured }
levels:
  - { output: soFar, above: 600 }
`;
const project = temporaryProject({
  "tap.ts": model,
  "tap.yaml": config,
  "plain.ts": model,
  "plain.yaml": config.replace("start: 2024-12\n", "").replace("to 2025-03", "4 months"),
});
const { folder } = project;
afterAll(project.remove);

async function loaded(name: string) {
  const found = findProject(folder);
  const files = found.scenarios.filter((one) => one.name === name);
  return (await loadScenarios(found, files, { claims: new Map() }))[0]!;
}

describe("a run with a start", () => {
  let stdout: string;
  let summary: {
    answer: string;
    horizon: object;
    variants: { base: { outputs: Record<"lost" | "soFar" | "firstYear", { p50: { value: unknown } }> } };
  };
  beforeAll(async () => {
    const said = await sandtable(folder, "run", "tap", "--workers", "2");
    expect(said).toMatchObject({ code: 0, stderr: "" });
    stdout = said.stdout;
    summary = JSON.parse(readFileSync(join(folder, "outputs/tap/summary.json"), "utf8"));
  }, 60_000);

  test("gives the trial the real lengths: December to March are 121 days", () => {
    expect(summary.variants.base.outputs.lost.p50.value).toBe(1210);
    expect(summary.variants.base.outputs.soFar.p50.value).toEqual([310, 620, 900, 1210]);
    expect(summary.variants.base.outputs.firstYear.p50.value).toBe(2024);
  });

  test("tells the summary's reader its start and dates, beside the keys that were there", () => {
    expect(summary.horizon).toEqual({
      steps: 4,
      unit: "month",
      start: "2024-12-01",
      dates: ["2024-12-01", "2025-01-01", "2025-02-01", "2025-03-01"],
    });
    expect(summary.answer).toBe("By March 2025, after 4 months, 1,210 litres are lost.");
  });

  test("speaks dates at the terminal, and of crossings too", () => {
    expect(stdout).toContain("256 trials, 4 months, December 2024 to March 2025");
    expect(stdout).toMatch(/never +median.*\n.*\n +base +under 2 % +Jan 2025 +Jan 2025 +Jan 2025 +Jan 2025/);
  });

  test("speaks dates in charts and their tables, in the report and in the table of figures", async () => {
    const chart = readFileSync(join(folder, "outputs/tap/charts/headline.vl.json"), "utf8");
    expect(chart).toContain("February 2025: ");
    const crossing = readFileSync(
      join(folder, "outputs/tap/charts/crossing-soFar-above-600.vl.json"),
      "utf8",
    );
    expect(crossing).toContain("in January 2025 at the median");
    const { name, scenario, config } = await loaded("tap");
    const { findings } = await runScenario({ name, scenario, config });
    const place = { name: "fan-soFar", output: "soFar", variant: "base" };
    expect(fan.table!({ findings, ...place })!.rows[2]![0]).toBe("February 2025");
    const lines = figuresCsv(findings).split("\r\n");
    expect(lines[0]).toBe("variant,output,unit,step,date,statistic,value,error");
    expect(lines).toContain("base,soFar,litres,2,2025-01-01,p50,620,0");
    expect(lines).toContain("base,lost,litres,,,p50,1210,0");
  });

  test("lets a step be named by its date", async () => {
    const words = [
      "solve",
      "tap",
      "--output",
      "soFar",
      "--step",
      "2025-01",
      "--to",
      "310",
      "--by",
      "drip=1 to 20",
    ];
    expect((await sandtable(folder, ...words)).stdout).toContain("in January 2025 is 620 litres");
    const refused = await sandtable(folder, ...words.map((word) => word.replace("2025-01", "2025-07")));
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("write a month from 2024-12 to 2025-03");
  });

  test("is played on from its page, up to another date", async () => {
    const one = await loaded("tap");
    const data = liveData(one, (await runScenario(one)).findings);
    const settings = { ...publishedSettings(data), horizon: "to 2025-01" };
    expect(settings.seed).toBe("sandtable");
    expect(horizonProblem("to 2024-11", data)?.message).toContain("ends before the start");
    const { findings } = await createLiveEngine(one.scenario, data).play(
      settings,
      undefined,
      new Pace({ yieldToMessages: async () => {} }),
    );
    expect(findings.horizon).toEqual({ steps: 2, unit: "month", start: "2024-12-01" });
    expect(findings.variants[0]!.outputs.lost).toMatchObject({ p50: { value: 620 } });
  });
});

describe("a run without a start", () => {
  test("numbers its steps, has no dates, and takes months of their mean length", async () => {
    const { findings } = await runScenario(await loaded("plain"));
    expect(findings.horizon).toEqual({ steps: 4, unit: "month" });
    expect(findings.variants[0]!.outputs).toMatchObject({
      lost: { p50: { value: 10 * 4 * 30.4375 } },
      firstYear: { p50: { value: 0 } },
    });
  });

  test("refuses a horizon that ends on a date, with a hint that works", async () => {
    const { code, stderr } = await sandtable(folder, "run", "plain", "--horizon", "to 2025-12");
    expect(code).toBe(2);
    expect(stderr).toContain("the config has no start (write start: in the config, as in start: 2024-12, or");
  });
});
