// Right answers: what a list shows, whatever else stands in a config.
import { afterAll, expect, test } from "vitest";
import { findProject } from "../../../src/node/project/project.ts";
import { scenarioLines } from "../../../src/node/project/scenarioLines.ts";
import { Session } from "../../../src/node/project/session.ts";
import { coinModel, temporaryProject } from "../temporaryProject.ts";

const configs = {
  after:
    "variants:\n  rich:\n    # of ten\n    title: A prize of ten\n\n    set: { prize: 10 }\n  poor: { set: { prize: 1 } }\nlevels: []\n",
  before:
    "assumptions: { prize: { belief: 1 to 4, unit: USD, why: variants } }\nvariants: { rich: { title: A prize of ten }, poor: {} }",
  quoted: '"variants":\n  rich: { title: A prize of ten }\n  poor: {}\n',
  broken:
    "assumptions:\n  prize: { belief: 1 to 4\nvariants:\n  rich: { title: A prize of ten }\n  poor: {}\n",
  none: "trials: 16\n",
};
const { folder, remove } = temporaryProject(
  Object.fromEntries(
    Object.entries(configs).flatMap(([name, text]) => [
      [`${name}.ts`, coinModel],
      [`${name}.yaml`, text],
    ]),
  ),
);
afterAll(remove);
const session = new Session();

function linesOf(name: string) {
  const project = findProject(folder);
  return scenarioLines(project, project.scenarios.find((one) => one.name === name)!, session);
}

const base = { name: "base", title: "Base" };

test.each(["after", "before", "quoted", "broken"])("variants are found: %s", async (name) => {
  expect(await linesOf(name)).toMatchObject({
    title: "Coins",
    question: "How much do the throws give?",
    variants: [base, { name: "rich", title: "A prize of ten" }, { name: "poor", title: "Poor" }],
  });
});

test("a config without variants has the base alone", async () => {
  expect((await linesOf("none")).variants).toEqual([base]);
});
