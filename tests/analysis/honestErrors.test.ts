import { describe, expect, test } from "vitest";
import { coverage, estimatesOf, exactFigures, manpowerModels, paymentModels } from "./exactModels.ts";

// Draws inside a trial take longer than inputs: fewer of them here, all of them in `npm run test:long`.
const models = [
  ...paymentModels.map((model) => ({ ...model, trials: 16_384, seeds: 100 })),
  ...manpowerModels.map((model) => ({ ...model, trials: 1_024, seeds: 300 })),
];

describe.each(models)("$name", (model) => {
  test("every figure is within 4 standard errors of the exact one (right answer: quadrature, convolution)", async () => {
    const estimates = await estimatesOf(model, "sandtable", 16_384);
    for (const [figure, exact] of Object.entries(exactFigures(model))) {
      const { value, error } = estimates[figure]!;
      expect(Math.abs(value - exact) / error, figure).toBeLessThan(4);
    }
  });

  test("95 % intervals cover the exact value in 95 % of the seeds, within two standard errors", async () => {
    // Of 100 seeds the share scatters by 2.2 points, of 300 by 1.3; the seeds are fixed.
    const scatter = Math.sqrt((0.95 * 0.05) / model.seeds);
    for (const [figure, share] of Object.entries(await coverage(model, model.seeds, model.trials))) {
      expect(Math.abs(share - 0.95), figure).toBeLessThanOrEqual(2 * scatter);
    }
  });
});
