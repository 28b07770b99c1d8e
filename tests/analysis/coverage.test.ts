// The same on few seeds, for what once was printed without an error while wrong.
import { expect, test } from "vitest";
import { coverage, coverageModels } from "./coverageModels.ts";

const seeds = 100;

test.each([
  "events decided by one input",
  "a coin of 49.9 and 50.1 %, whole numbers, Poisson",
  "a point mass and a lognormal",
])("%s: intervals that are told miss in few seeds", async (name) => {
  const model = coverageModels.find((one) => one.name === name)!;
  for (const [figure, { covered, told }] of Object.entries(await coverage(model, seeds, 1024))) {
    // 5 % and three standard errors of a share of 100 seeds.
    expect(told === 0 ? 0 : told * (1 - covered), figure).toBeLessThanOrEqual(
      0.05 + 3 * Math.sqrt((0.05 * 0.95) / seeds),
    );
  }
});
