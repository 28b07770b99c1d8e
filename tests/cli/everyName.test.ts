// Right answers: names that every object of the language answers to are names like others in a scenario.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { temporaryProject } from "../node/temporaryProject.ts";
import { sandtable } from "./sandtable.ts";

const model = `
import { defineScenario, event, scalar, series } from "sandtable";

export default defineScenario({
  title: "Odd names",
  question: "How much is it?",
  answer: "It is {toString}; {hasOwnProperty}.",
  headline: ["toString", "hasOwnProperty"],
  step: "month",
  inputs: { constructor: "USD", valueOf: "USD" },
  outputs: { isPrototypeOf: series("USD", "A series"), toString: scalar("USD", "A sum"), hasOwnProperty: event("An event") },
  trial({ constructor: one, valueOf: other }, out, { steps }) {
    for (let month = 0; month < steps; month++) out.isPrototypeOf[month] = one * month;
    out.toString = one + other;
    out.hasOwnProperty = one > other;
  },
});
`;
const config = `
trials: 1024
horizon: 3 months
assumptions:
  constructor: { belief: 1 to 4, unit: USD, why: A guess }
  valueOf: { belief: 5, unit: USD, why: A guess }
variants:
  constructor: { title: A ten, set: { constructor: 10 } }
`;
const { folder, remove } = temporaryProject({ "odd.ts": model, "odd.yaml": config });
afterAll(remove);

test("an assumption called constructor and an output called toString are played like any other", {
  timeout: 60_000,
}, async () => {
  // By one thread with all charts and the report, by two with the figures alone.
  expect(await sandtable(folder, "run", "odd", "--workers", "1")).toMatchObject({ code: 0, stderr: "" });
  const ofOne = readFileSync(join(folder, "outputs", "odd", "summary.json"), "utf8");
  const ofTwo = await sandtable(folder, "run", "odd", "--workers", "2", "--json");
  expect(ofTwo).toMatchObject({ code: 0, stderr: "" });
  for (const summary of [ofOne, ofTwo.stdout]) {
    const { variants } = JSON.parse(summary);
    expect(variants.constructor.outputs.toString.mean.value).toBe(10 + 5);
    expect(variants.constructor.outputs.hasOwnProperty.probability.value).toBe(1);
    expect(variants.constructor.outputs.isPrototypeOf.mean.value).toEqual([0, 10, 20]);
    // A 90 % interval of 1 to 4 has its median at their geometric mean.
    expect(Math.abs(variants.base.assumptions.constructor.p50 - 2)).toBeLessThan(0.05);
  }
});
