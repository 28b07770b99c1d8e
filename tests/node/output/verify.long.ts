// What verify finds: right answers. Each scenario is the coins with one thing made wrong.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { checkDeterminism } from "../../../src/node/project/checkDeterminism.ts";
import { loadClaims } from "../../../src/node/project/loadClaims.ts";
import { loadScenarios } from "../../../src/node/project/loadScenarios.ts";
import { findProject } from "../../../src/node/project/project.ts";
import { sandtable } from "../../cli/sandtable.ts";
import { coinConfig, coinModel, temporaryProject } from "../temporaryProject.ts";

const patience = { timeout: 120_000 };
const guessed = coinConfig.replace("claims: [prize]", "why: A guess");
const wrong = {
  good: coinModel,
  dice: coinModel.replace("random.bernoulli(0.5)", "Math.floor(2 * Math.random())"),
  clock: coinModel.replace("let won = 0;", "let won = Date.now() / 1e20 + performance.now();"),
  memory: `let last = 0;\n${coinModel.replace("out.won = won;", "out.won = won + last;\n    last = won;")}`,
  start: `const bias = Math.random();\n${coinModel.replace("out.won = won;", "out.won = won + bias;")}`,
};
const project = temporaryProject(
  Object.fromEntries(
    Object.entries(wrong).flatMap(([name, model]) => [
      [`${name}.ts`, model],
      [`${name}.yaml`, guessed],
    ]),
  ),
);
const { folder } = project;
afterAll(() => project.remove());

describe("a replay", () => {
  async function faultOf(name: string) {
    const found = findProject(folder);
    const files = found.scenarios.filter((scenario) => scenario.name === name);
    const [loaded] = await loadScenarios(found, files, { claims: loadClaims(found) });
    return checkDeterminism(name, loaded!.scenario, loaded!.config);
  }

  test.each([
    ["dice", /^trial \d+ gave \S+ for "\w+".*it calls Math\.random/],
    ["clock", /gave .* played again after others: it reads the clock/],
    ["memory", /^trial \d+ gave \S+ for "won", and \S+ when .*: it keeps something between trials$/],
  ])("of %s sees how it is not repeatable", async (name, message) => {
    const random = Math.random;
    expect(await faultOf(name)).toMatch(message);
    expect(Math.random).toBe(random);
  });

  test("of a good scenario sees nothing", async () => expect(await faultOf("good")).toBeUndefined());
});

describe("the command", patience, () => {
  const verify = (...words: string[]) => sandtable(folder, "verify", ...words);

  test("names the scenarios that are not repeatable, and ends with 3", async () => {
    const { code, stdout, stderr } = await verify("good", "memory", "start");
    expect(stdout).toBe(
      "good: the same with 1, 2, 3 and 7 workers (1,024 trials); outputs/good is not compared: there is no run to compare with\n",
    );
    expect(stderr).toMatch(/^memory: trial \d+ gave/m);
    expect(stderr).toMatch(/^start: 1 and 2 workers differ in summary\.json/m);
    expect(code).toBe(3);
  });

  test("compares with the run in outputs/, with its overrides; says where that is stale or changed", async () => {
    const run = ["run", "good", "--quiet", "--trials", "2048", "--set", "prize=3", "--variant", "rich"];
    expect(await sandtable(folder, ...run)).toMatchObject({ code: 0, stderr: "" });
    const same = await verify("good");
    expect(same).toMatchObject({ code: 0, stderr: "" });
    expect(same.stdout).toMatch(/\(2,048 trials\) and in outputs\/good \(\d+ files\)\n$/);

    const summary = join(folder, "outputs", "good", "summary.json");
    const text = readFileSync(summary, "utf8");
    writeFileSync(summary, text.replace("2048", "2049"));
    const changed = await verify("good");
    expect(changed.stderr).toMatch(/^good: the same config gives something else than \S*summary\.json: /);
    expect(changed.code).toBe(3);

    appendFileSync(join(folder, "scenarios", "good.yaml"), "# a word more\n");
    const stale = await verify("good");
    expect(stale.stdout).toContain("outputs/good is stale: scenarios/good.yaml changed since");
    expect(stale.code).toBe(0);
  });

  test("refuses a folder that is named and holds no run to compare with", async () => {
    const { code, stdout, stderr } = await verify("good", "--out", "nowhere", "--quiet");
    expect(stderr).toBe(
      "nowhere/good: there is no run to compare with (`sandtable run good --out nowhere` makes one)\n",
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test("refuses a name that is none", async () => {
    expect(await verify("god")).toMatchObject({ code: 2, stdout: "" });
  });
});
