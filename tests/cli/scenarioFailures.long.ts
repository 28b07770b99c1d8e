// Right answers: what is wrong with a scenario is told alike, whoever plays it, with the place in its own file.
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { afterAll, describe, expect, test } from "vitest";
import { scenarioScript } from "../../src/node/output/pageScripts.ts";
import { readModel } from "../../src/node/project/readModel.ts";
import { Session } from "../../src/node/project/session.ts";
import { coinConfig, coinModel, temporaryProject } from "../node/temporaryProject.ts";
import { sandtable } from "./sandtable.ts";

const patience = { timeout: 60_000 };
const wrong = {
  misspelt: coinModel.replace("out.won = won;", "out.wom = won;"),
  extra: coinModel.replace("out.won = won;", "out.won = won;\n    out.extra = 3;"),
  thrown: coinModel.replace("out.won = won;", 'out.won = won;\n    throw new Error("no more coins");'),
  files: `import { readFileSync } from "node:fs";\n${coinModel.replace("let won = 0;", "let won = readFileSync === undefined ? 1 : 0;")}`,
};
const guessed = coinConfig.replace("claims: [prize]", "why: A guess");
const { folder, remove } = temporaryProject(
  Object.fromEntries(
    Object.entries(wrong).flatMap(([name, model]) => [
      [`${name}.ts`, model],
      [`${name}.yaml`, guessed],
    ]),
  ),
);
afterAll(remove);

describe("one worker and two say the same of a scenario that fails", patience, () => {
  test.each([
    ["misspelt", /^scenarios\/misspelt\.ts:18:9: misspelt, .* wrote "wom", .*; did you mean "won"\?/],
    ["extra", /^scenarios\/extra\.ts:19:9: extra, .* wrote "extra", .*; there are soFar, won, nothing/],
    ["thrown", /^scenarios\/thrown\.ts:19:11: thrown, .* stopped: no more coins/],
  ])("%s", async (name, message) => {
    const [one, two] = await Promise.all(
      ["1", "2"].map((workers) => sandtable(folder, "run", name, "--workers", workers)),
    );
    expect(one).toMatchObject({ code: 3, stdout: "", stderr: expect.stringMatching(message) });
    expect(two).toEqual(one);
  });
});

describe("a scenario that uses what only Node has is refused at its import", patience, () => {
  const refusal =
    'scenarios/files.ts:1:30: a scenario is also played in the browser, so it may not import "node:fs"\n';

  test.each([
    ["for the report", ["run", "files", "--workers", "1"]],
    ["by threads", ["run", "files", "--workers", "2", "--json"]],
    ["by verify", ["verify", "files"]],
  ])("%s", async (_, words) => {
    expect(await sandtable(folder, ...words)).toMatchObject({ code: 3, stderr: refusal });
  });
});

test("the page's script is strict, so that a misspelt output is refused there too", async () => {
  const context = { sandtableScenario: undefined as unknown };
  const { script } = await readModel(join(folder, "scenarios", "misspelt.ts"));
  runInNewContext(await scenarioScript(new Session(), script), context);
  const scenario = context.sandtableScenario as { trial(...values: unknown[]): void };
  const out = Object.preventExtensions({ soFar: [], won: 0, nothing: 0 });
  expect(() => scenario.trial({ prize: 1 }, out, { steps: 0 })).toThrow("not extensible");
});
