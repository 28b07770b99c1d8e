// Right answers by hand: which scenarios a folder has, and which a person means.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BadInput, describeProblem, type Problem } from "../../../src/assumptions/problems.ts";
import { chooseVariants } from "../../../src/cli/loadScenariosFor.ts";
import { loadClaims } from "../../../src/node/project/loadClaims.ts";
import { loadScenarios } from "../../../src/node/project/loadScenarios.ts";
import { chooseScenarios, findProject, type Project } from "../../../src/node/project/project.ts";
import { coinClaims, coinConfig, coinModel, temporaryProject } from "../temporaryProject.ts";

let project: Project;
let remove: () => void;
beforeAll(() => {
  const made = temporaryProject({
    "coins.ts": coinModel,
    "coins.yaml": coinConfig,
    "claims.yaml": coinClaims,
    "bare.ts": "export default 7;",
    "bare.yaml": "",
    "helpers.ts": "export const two = 2;",
    "beliefs.yaml": "horizon: 1 month",
    "deep/er.ts": "",
    "deep/er.yaml": "",
  });
  remove = made.remove;
  project = findProject(made.folder);
});
afterAll(() => remove());

function choose(...words: string[]): { names: string[]; problems: string[] } {
  const problems: Problem[] = [];
  const names = chooseScenarios(project, words, problems).map(({ name }) => name);
  return { names, problems: problems.map(describeProblem) };
}

test("a scenario is a model with a config beside it", () => {
  expect(choose()).toEqual({ names: ["bare", "coins"], problems: [] });
});

test("it is named by its name or by the path of one of its files, once", () => {
  const words = [
    "coins",
    "scenarios/coins.ts",
    "./scenarios/coins.yaml",
    join(project.folder, "scenarios/coins.ts"),
  ];
  expect(choose(...words)).toEqual({ names: ["coins"], problems: [] });
});

test.each([
  ["../coins", "a name is wanted, or the path of a scenario in scenarios/ (there are bare, coins)"],
  [
    "scenarios/../../coins.ts",
    "a name is wanted, or the path of a scenario in scenarios/ (there are bare, coins)",
  ],
  [
    "scenarios/deep/er.ts",
    "a name is wanted, or the path of a scenario in scenarios/ (there are bare, coins)",
  ],
  [
    "scenarios/coins.txt",
    "a name is wanted, or the path of a scenario in scenarios/ (there are bare, coins)",
  ],
  ["", "a name is wanted, or the path of a scenario in scenarios/ (there are bare, coins)"],
  ["scenarios/coinz.ts", 'there is no such scenario (did you mean "coins"?)'],
  ["Coins", 'there is no such scenario (did you mean "coins"?)'],
  ["claims", "there is no such scenario (there are bare, coins)"],
  ["helpers", "scenarios/helpers.ts has no scenarios/helpers.yaml beside it"],
  ["beliefs", "scenarios/beliefs.yaml has no scenarios/beliefs.ts beside it"],
])("%j is none, and the reason is told", (word, reason) => {
  const problem = `scenario ${JSON.stringify(word)}: ${reason}`;
  expect(choose("coins", word)).toEqual({ names: ["coins"], problems: [problem] });
});

test("a folder without scenarios/ is no project", () => {
  expect(() => findProject(join(project.folder, "scenarios"))).toThrow(/there is no folder scenarios\/ in/);
});

test("what is wrong in several scenarios is told together", async () => {
  const options = { claims: loadClaims(project), overrides: { trials: "0" } };
  const failure = await loadScenarios(project, project.scenarios, options).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(BadInput);
  expect((failure as BadInput).message).toMatch(/scenarios\/bare\.ts: has no scenario.*\n.*--trials/);
});

test("another config can stand in, and only the base and the named variants are kept", async () => {
  writeFileSync(join(project.folder, "mine.yaml"), coinConfig.replace("3 months", "5 months"));
  const coins = project.scenarios.filter(({ name }) => name === "coins");
  const options = { claims: loadClaims(project), configFile: "mine.yaml" };
  await expect(loadScenarios(project, coins, { ...options, configFile: "nowhere.yaml" })).rejects.toThrow(
    "nowhere.yaml: there is no such file",
  );
  const [loaded] = await loadScenarios(project, coins, options);
  expect(loaded!.config.steps).toBe(5);
  expect(loaded!.source.file).toBe("mine.yaml");
  const kept = chooseVariants(loaded!.config, ["poor"], "coins");
  expect(kept.variants.map(({ name }) => name)).toEqual(["base", "poor"]);
  expect(() => chooseVariants(loaded!.config, ["rihc"], "coins")).toThrow(
    'variant "rihc": coins has no such variant (did you mean "rich"?)',
  );
});
