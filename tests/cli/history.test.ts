// A history and a fit from their file to the chart, the ledger and the page; and what is wrong with them, all at once.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runScenario } from "../../src/analysis/runScenario.ts";
import { fan } from "../../src/charts/fan.ts";
import { liveData } from "../../src/node/output/liveDataOf.ts";
import { loadScenarios } from "../../src/node/project/loadScenarios.ts";
import { findProject } from "../../src/node/project/project.ts";
import { civilDate, dayNumber, isoDate } from "../../src/numeric/civilDate.ts";
import { ledgerSection } from "../../src/report/html/sections.ts";
import { publishedSettings } from "../../src/report/shared/settings.ts";
import { createLiveEngine } from "../../src/report/worker/liveEngine.ts";
import { Pace } from "../../src/report/worker/pace.ts";
import { temporaryProject } from "../node/temporaryProject.ts";
import { sandtable } from "./sandtable.ts";

const model = `
import { defineScenario, nonNegative, scalar, series } from "sandtable";

export default defineScenario({
  title: "The counter",
  question: "How many pass?",
  answer: "{last} pass by {end}.",
  headline: ["last", "passing"],
  step: "month",
  inputs: { level: nonNegative("riders/day"), drift: nonNegative("1") },
  outputs: { passing: series("riders/day", "Riders a day"), last: scalar("riders/day", "Riders") },
  trial({ level, drift }, out, { steps, random }) {
    let log = 0;
    for (let month = 0; month < steps; month++) {
      log += drift * random.normal();
      out.passing[month] = level * Math.exp(log);
    }
    out.last = out.passing[steps - 1]!;
  },
});
`;
const first = dayNumber({ year: 2023, month: 1, day: 1 });
/** 700 days up to 30 November 2024: around a level that rises and falls with the months. */
const rows = Array.from({ length: 700 }, (_, i) => {
  const date = isoDate(civilDate(first + i));
  const month = Number(date.slice(5, 7));
  return `${date},${200 + 20 * month + ((i * 37) % 41)}`;
});
const csv = (lines: readonly string[]) => `day,riders\n${lines.join("\n")}\n`;
const config = `start: 2024-12
horizon: 6 months
trials: 1024
assumptions:
  level: { belief: 'fit("scenarios/data/riders.csv", "riders", level)', unit: riders/day, why: As counted }
  drift: { belief: 'fit("scenarios/data/riders.csv", "riders", drift)', unit: "1", why: As counted }
history:
  passing:
    file: scenarios/data/riders.csv
    value: riders
    unit: riders/day
    source: The town's counter
    licence: CC0
    until: 2024-11-20
`;
const project = temporaryProject({
  "counter.ts": model,
  "counter.yaml": config,
  "data/riders.csv": csv(rows),
});
const { folder } = project;
afterAll(project.remove);

async function loaded() {
  const found = findProject(folder);
  return (await loadScenarios(found, found.scenarios, { claims: new Map() }))[0]!;
}

test("the fan begins where the history ends, and the table goes on from one to the other", async () => {
  const { findings } = await runScenario(await loaded());
  const place = { name: "fan-passing", output: "passing", variant: "base" };
  const table = fan.table!({ findings, ...place })!;
  expect(table.columns.slice(0, 2)).toEqual(["Month", "as counted"]);
  // By hand: 200 + 20 · 10 and the mean of the scatter; October is whole, November counted on 20 of its 30 days.
  const cells = table.rows.map(([name, cell]) => [name, typeof cell === "string" ? cell : cell!.text]);
  expect(cells[21]![0]).toBe("October 2024");
  const october = rows.slice(-61, -30).map((row) => Number(row.split(",")[1]));
  expect(Number(cells[21]![1])).toBeCloseTo(october.reduce((sum, value) => sum + value, 0) / 31, 0);
  expect(cells[22]![1]).toMatch(/^\d+(\.\d)? \(20 of 30 days\)$/);
  expect(cells[23]).toEqual(["December 2024", ""]);
  const spec = JSON.stringify(fan.chart({ findings, ...place }).spec);
  expect(spec).toContain("as counted on 20 of 30 days");
  expect(spec).toContain("From January 2023 to November 2024 as counted: The town's counter.");
  expect(spec).toContain('"domain":[-22,6]');
});

test("the ledger says what was estimated from what, and where the counts are from", async () => {
  const { findings } = await runScenario(await loaded());
  const { markup } = ledgerSection(findings);
  expect(markup).toContain("<strong>Estimated</strong>");
  expect(markup).toMatch(
    /Estimated from riders in .*, 1 January 2023 to 30.November 2024 \(700.days in 23.months\): level of/,
  );
  expect(markup).toContain("The town&#39;s counter (scenarios/data/riders.csv, CC0)");
});

test("the summary has both, and the page plays on with them", { timeout: 60_000 }, async () => {
  const { code, stdout } = await sandtable(folder, "run", "counter", "--json", "--workers", "2");
  expect(code).toBe(0);
  const summary = JSON.parse(stdout);
  expect(summary.variants.base.assumptions.level.estimated).toMatchObject({ what: "level", months: 23 });
  expect(summary.history[0].points.at(-1)).toMatchObject({ step: 0, days: 20, of: 30 });
  const one = await loaded();
  const data = liveData(one, (await runScenario(one)).findings);
  // As it comes out of the page's text.
  const copy = JSON.parse(JSON.stringify(data));
  const live = await createLiveEngine(one.scenario, copy).play(
    publishedSettings(copy),
    undefined,
    new Pace({ yieldToMessages: async () => {} }),
  );
  expect(live.findings.variants[0]!.outputs.last).toMatchObject({
    p50: summary.variants.base.outputs.last.p50,
  });
  expect(live.findings.history).toEqual(summary.history);
});

const problemsOf = async (text: string, lines = rows) => {
  writeFileSync(join(folder, "scenarios/counter.yaml"), text);
  writeFileSync(join(folder, "scenarios/data/riders.csv"), csv(lines));
  const { code, stderr } = await sandtable(folder, "run", "counter", "--quiet");
  expect(code).toBe(2);
  return stderr;
};
const plain = config.replace(/'fit\(.*level\)'/, "400").replace(/'fit\(.*drift\)'/, "0.1");

test("doubled and unordered days and what is no day are told at once, with file and line", async () => {
  const lines = [...rows.slice(0, 4), rows[3]!, rows[5]!, rows[4]!, "2023-02-30,1", ...rows.slice(6)];
  const said = await problemsOf(plain, lines);
  expect(said).toContain("scenarios/data/riders.csv:6:1: 2023-01-04 is there twice, first in line 5");
  expect(said).toContain(
    "riders.csv:8:1: 2023-01-05 comes after 2023-01-06 in line 7: days rise from row to row",
  );
  expect(said).toContain('riders.csv:9:1: "2023-02-30" is no day, one such as 2024-11-20 is wanted');
});

test("another unit, days after the start, no start, no series and a misspelt column are told with their places", async () => {
  const wrong = plain.replace("unit: riders/day\n    source", "unit: EUR\n    source");
  expect(await problemsOf(wrong)).toContain(
    'scenarios/counter.yaml:11:11: history.passing: unit is "EUR", which neither converts to "riders/day"',
  );
  const late = plain.replace("start: 2024-12", "start: 2024-10").replace("    until: 2024-11-20\n", "");
  const said = await problemsOf(late);
  expect(said).toContain("goes on to 2024-11-30: its row 640, 2024-10-01, is after the start on 2024-10-01");
  expect(said).toContain("write until: 2024-09-30");
  expect(await problemsOf(plain.replace("start: 2024-12\n", ""))).toContain(
    "the config has no start (write start:",
  );
  expect(await problemsOf(plain.replace("  passing:", "  last:"))).toContain(
    'output "last" is no series of numbers',
  );
  expect(await problemsOf(plain.replace("value: riders", "value: rider"))).toContain(
    'there is no column "rider"',
  );
});

test("a fit of too few months says how many it wants, at its place", async () => {
  expect(await problemsOf(config.replace("    until: 2024-11-20\n", ""), rows.slice(0, 300))).toMatch(
    /counter.yaml:5:\d+: assumptions.level.belief: .*there are 10 months, at least 12 are wanted for the level/,
  );
  expect(readFileSync(join(folder, "scenarios/counter.yaml"), "utf8")).toContain("fit(");
});
