// A link outlives what it names: what is left of it is restored, the rest is named.
import { afterAll, beforeAll, expect, test } from "vitest";
import { runScenario } from "../../../src/analysis/runScenario.ts";
import { viewNames } from "../../../src/charts/chartsOf.ts";
import { liveData } from "../../../src/node/output/liveDataOf.ts";
import { loadClaims } from "../../../src/node/project/loadClaims.ts";
import { loadScenarios } from "../../../src/node/project/loadScenarios.ts";
import { chooseScenarios, findProject } from "../../../src/node/project/project.ts";
import { unrestored } from "../../../src/report/page/unrestored.ts";
import type { LiveData } from "../../../src/report/shared/liveData.ts";
import { fromHash } from "../../../src/report/shared/settings.ts";
import { temporaryProject } from "../../node/temporaryProject.ts";

const { folder, remove } = temporaryProject();
let data: LiveData;
beforeAll(async () => {
  const project = findProject(folder);
  const chosen = chooseScenarios(project, ["coins"], []);
  const [loaded] = await loadScenarios(project, chosen, { claims: loadClaims(project) });
  data = { ...liveData(loaded!, (await runScenario(loaded!)).findings), views: viewNames() };
});
afterAll(remove);

test("right answer: names that are gone and texts that do not parse are named, all else is restored", () => {
  const link = fromHash(
    "#set.price=3&set.price=4&set.prize=2+to&horizon=5+monthz&variant=old&view=bars&seed=7",
    data,
  );
  expect(link.settings).toMatchObject({ set: {}, seed: "7", horizon: "3 months", variant: "base" });
  expect(unrestored(link, data)).toBe(
    "The link also sets what could not be restored: the assumption “price” (there is none of this name); " +
      "the variant “old” (there is none of this name); the view “bars” (there is none of this name); " +
      "“2 to” for “Prize” (it cannot be read; see there); “5 monthz” for “Horizon” (it cannot be read; see there).",
  );
});

test.each([
  "",
  "#set.prize=3&variant=rich&view=dots&horizon=5+months",
  "#assumptions",
  "#set.prize=3&from=mail",
])("right answer: of %j nothing is lost", (end) => {
  expect(unrestored(fromHash(end, data), data)).toBe("");
});
