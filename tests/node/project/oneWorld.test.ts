// A project of scenarios that share what they believe and feed each other, as files.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BadInput } from "../../../src/assumptions/problems.ts";
import { affectsScenario, feedersOf } from "../../../src/node/notebooks/affected.ts";
import { type LoadedScenario, loadScenarios } from "../../../src/node/project/loadScenarios.ts";
import { chooseScenarios, findProject } from "../../../src/node/project/project.ts";
import { runLoaded } from "../../../src/node/workers/runLoaded.ts";
import { sandtable } from "../../cli/sandtable.ts";
import { temporaryProject } from "../temporaryProject.ts";
import { commonYaml, worldFiles } from "./worldFiles.ts";

let folder: string;
let remove: () => void;
beforeAll(() => {
  ({ folder, remove } = temporaryProject(worldFiles));
});
afterAll(() => remove());

async function load(words: string[], set: string[] = []): Promise<LoadedScenario[]> {
  const project = findProject(folder);
  return loadScenarios(project, chooseScenarios(project, words, []), {
    claims: new Map(),
    overrides: { set },
  });
}

/** What is wrong with a project that has these files instead. */
async function problemsOf(changed: Record<string, string>, set: string[] = []): Promise<string[]> {
  const made = temporaryProject({ ...worldFiles, ...changed });
  try {
    const project = findProject(made.folder);
    await loadScenarios(project, project.scenarios, { claims: new Map(), overrides: { set } });
    return [];
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return error.message.split("\n");
  } finally {
    made.remove();
  }
}

describe("one scenario that feeds another", () => {
  test.each([1, 2, 7])(
    "has the joint chance by hand, with %d workers: 75 % good years times 60 % demand (right answer)",
    async (workers) => {
      const [market] = await load(["market"]);
      const { findings } = await runLoaded(market!, { workers });
      const { probability } = findings.variants[0]!.outputs.both as {
        probability: { value: number; error: number };
      };
      expect(Math.abs(probability.value - 0.45)).toBeLessThan(4 * probability.error);
      const [first] = await load(["market"]);
      expect((await runLoaded(first!, { workers: 1 })).findings).toEqual(findings);
    },
  );

  test("gives it the same numbers trial by trial as when it is played alone (law)", async () => {
    const [field, market] = await load(["field", "market"]);
    const [own, fed] = await Promise.all(
      [field!, market!].map((one) => runLoaded(one, { workers: 1 }, { samples: true, influences: false })),
    );
    expect(fed!.samples[0]!.outputs.stockAtEnd).toEqual(own!.samples[0]!.outputs.total);
    expect(fed!.samples[0]!.inputs.weather).toEqual(own!.samples[0]!.inputs.weather);
    expect(fed!.samples[0]!.inputs["field.yieldRate"]).toEqual(own!.samples[0]!.inputs.yieldRate);
  });

  test("is moved by settings of own, common and qualified names, and one can stand for what it gives", async () => {
    const medianOf = async (...set: string[]) => {
      const [market] = await load(["market"], set);
      const { findings } = await runLoaded(market!, { workers: 1 }, { influences: false });
      return (findings.variants[0]!.outputs.stockAtEnd as { p50: { value: number } }).p50.value;
    };
    const base = await medianOf();
    expect(await medianOf("weather=0")).toBeLessThan(base / 2);
    expect(await medianOf("field.yieldRate=1")).toBeLessThan(base / 2);
    expect(await medianOf("yieldRate=1")).toBe(await medianOf("field.yieldRate=1"));
    expect(await medianOf("market.demand=1", "stock=7")).toBe(7);
    expect(await medianOf("demand=1")).toBe(base);
  });

  test("one setting changes both alike, by the bare name and in full", async () => {
    for (const setting of ["yieldRate=1", "field.yieldRate=1"]) {
      const beliefs = (await load(["field", "market"], [setting])).map(({ config }) =>
        config.variants[0]!.assumptions.find(({ name }) => name.endsWith("yieldRate")),
      );
      expect(beliefs.map((assumption) => assumption!.belief)).toEqual(["1", "1"]);
    }
  });

  test("follows a derived assumption: 0.1 in a bad year and 0.02 in a good one (right answers)", async () => {
    const [field] = await load(["field"]);
    const { samples } = await runLoaded(field!, { workers: 1 }, { samples: true, influences: false });
    const { weather, lossRate } = samples[0]!.inputs;
    expect(new Set(Array.from(weather!, (value, trial) => `${value}: ${lossRate![trial]}`))).toEqual(
      new Set(["0: 0.1", "1: 0.02"]),
    );
    const [set] = await load(["field"], ["lossRate=0.5"]);
    expect(set!.config.variants[0]!.derived).toBeUndefined();
    expect(set!.config.variants[0]!.assumptions.at(-1)).toMatchObject({ name: "lossRate", belief: "0.5" });
  });
});

describe("bad input", () => {
  test("is told with its file, at once", async () => {
    const weather = '  weather: { belief: 1, unit: "1", why: Ours }\n';
    const config = worldFiles["field.yaml"]!.replace("variants:", `${weather}variants2:`);
    expect(await problemsOf({ "field.yaml": config })).toEqual([
      expect.stringContaining('"weather" stands in common.yaml too (take it out here, or say why'),
      expect.stringContaining('unknown key "variants2"'),
    ]);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      "a derived value that refers to itself",
      { "common.yaml": commonYaml.replace("0.1 * (1 - weather)", "lossRate * 2") },
      "scenarios/common.yaml:14:9: assumptions.lossRate: refers to itself: lossRate → lossRate",
    ],
    [
      "a derived value of another kind",
      { "common.yaml": commonYaml.replace("unit: share", "unit: USD") },
      'scenarios/common.yaml:14:9: assumptions.lossRate.is: comes to 1, unit is "USD"',
    ],
    [
      "a unit that does not convert",
      { "common.yaml": commonYaml.replace("unit: USD/t\n", "unit: EUR/t\n") },
      'scenarios/common.yaml:11:11: assumptions.seedPrice: unit is "EUR/t", the scenario reads "USD/t"',
    ],
    [
      "an output that is not there",
      { "market.ts": worldFiles["market.ts"]!.replace("field.stock", "field.stok") },
      'scenarios/market.ts: inputs.stock: takes field.stok, and field has no output "stok"',
    ],
    [
      "a scenario that is not there",
      { "market.ts": worldFiles["market.ts"]!.replace("field.stock", "feld.stock") },
      'scenarios/market.ts: inputs.stock: takes feld.stock, and there is no scenario "feld" (did you mean "field"?)',
    ],
    [
      "steps that do not fit",
      { "market.ts": worldFiles["market.ts"]!.replace('step: "month"', 'step: "week"') },
      "scenarios/market.ts: inputs.stock: takes field.stock by month, the scenario plays by week",
    ],
    [
      "a circle",
      {
        "field.ts": worldFiles["field.ts"]!.replace(
          'yieldRate: nonNegative("t/month")',
          'yieldRate: scalar("t", { from: "market.earned" })',
        ),
      },
      "scenarios/market.ts: inputs.stock: takes field.stock, which stands on it: field → market → field",
    ],
  ])("%s", async (_, changed, expected) => {
    expect((await problemsOf(changed))[0]).toContain(expected);
  });

  test("a setting is wrong where no scenario of the run uses it", async () => {
    expect(await problemsOf({}, ["demand=1"])).toEqual([]);
    expect(await problemsOf({}, ["demnd=1"])).toEqual([
      '--set: unknown assumption "demnd" (did you mean "demand"?)',
    ]);
  });
});

test("a named difference changes the belief, not the random number, and is listed with both beliefs", async () => {
  const made = temporaryProject({
    ...worldFiles,
    "field.yaml": worldFiles["field.yaml"]!.replace(
      "assumptions:\n",
      'assumptions:\n  weather: { belief: "discrete(25%: 0, 75%: 2)", unit: "1", why: Ours, differs: The field is watered }\n',
    ),
  });
  try {
    const project = findProject(made.folder);
    const [field] = await loadScenarios(project, chooseScenarios(project, ["field"], []), {
      claims: new Map(),
    });
    expect(field!.config.differences).toEqual([
      {
        name: "weather",
        common: "discrete(25%: 0, 75%: 1)",
        own: "discrete(25%: 0, 75%: 2)",
        why: "The field is watered",
      },
    ]);
    const [same] = await load(["field"]);
    const [own, common] = await Promise.all(
      [field!, same!].map(async (one) => {
        const { samples } = await runLoaded(one, { workers: 1 }, { samples: true, influences: false });
        return samples[0]!.inputs.weather!;
      }),
    );
    expect(own).toEqual(common!.map((value) => 2 * value));
  } finally {
    made.remove();
  }
});

test("an edit makes old what it feeds, and common beliefs all (right answers)", () => {
  const project = findProject(folder);
  const after = (path: string) => ({ changed: new Set([path]), project });
  expect([...feedersOf("market", project)]).toEqual(["field"]);
  expect(affectsScenario("market", after("scenarios/field.yaml"))).toBe(true);
  expect(affectsScenario("field", after("scenarios/market.ts"))).toBe(false);
  for (const name of ["field", "market"])
    expect(affectsScenario(name, after("scenarios/common.yaml"))).toBe(true);
});

test("the command plays them, and run.json names all files that they stand on", async () => {
  const { code, stderr } = await sandtable(folder, "run", "market", "--quiet");
  expect([code, stderr]).toEqual([0, ""]);
  const manifest = JSON.parse(readFileSync(join(folder, "outputs/market/run.json"), "utf8"));
  expect(manifest.common.file).toBe("scenarios/common.yaml");
  expect(manifest.upstreams).toMatchObject([{ scenario: "field", model: { file: "scenarios/field.ts" } }]);
  expect((await sandtable(folder, "verify", "market")).stdout).toContain("and in outputs/market");
  const common = join(folder, "scenarios/common.yaml");
  writeFileSync(common, commonYaml.replace("100 to 200", "100 to 300"));
  const changed = await sandtable(folder, "verify", "market");
  writeFileSync(common, commonYaml);
  expect(changed.stdout + changed.stderr).toContain("scenarios/common.yaml changed since");
});
