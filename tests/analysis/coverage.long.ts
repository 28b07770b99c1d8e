// How often the printed 95 % intervals hold the exact figure: all models, a thousand seeds each, at two numbers of trials.
import { describe, expect, test } from "vitest";
import { coverage, coverageModels, heldBackModels } from "./coverageModels.ts";

const seeds = 1000;
/** Seeds in which an error is told and its interval misses. */
const mostMissed = 0.08;

describe.each([16_384, 1024])("%d trials", (trials) => {
  test.each([...coverageModels, ...heldBackModels])(
    "$name: intervals that are told miss in at most 8 % of the seeds",
    async (model) => {
      for (const [figure, { covered, told, wrong }] of Object.entries(await coverage(model, seeds, trials))) {
        const [inTold, ofAll, far] = [covered, told, wrong].map((share) => `${(100 * share).toFixed(1)} %`);
        console.log(
          `${trials} | ${model.name} | ${figure} | covers ${inTold} | told ${ofAll} | over 4 errors off ${far}`,
        );
        expect(told === 0 ? 0 : told * (1 - covered), figure).toBeLessThanOrEqual(mostMissed);
      }
    },
    3_600_000,
  );
});
