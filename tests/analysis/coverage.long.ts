// How often the printed 95 % intervals hold the exact figure: twenty and more models, a thousand seeds each.
import { describe, expect, test } from "vitest";
import { coverage, coverageModels, heldBackModels } from "./coverageModels.ts";

const seeds = 1000;

describe.each([16_384, 1024])("%d trials", (trials) => {
  test.each([...coverageModels, ...heldBackModels])(
    "$name",
    async (model) => {
      const shares = Object.entries(await coverage(model, seeds, trials));
      for (const [figure, { covered, told, wrong }] of shares) {
        console.log(`${trials} | ${model.name} | ${figure} | ${covered} | ${told} | ${wrong}`);
      }
      expect(shares.length).toBeGreaterThan(0);
    },
    3_600_000,
  );
});
