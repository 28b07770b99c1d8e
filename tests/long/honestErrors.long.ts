import { expect, test } from "vitest";
import { coverage, manpowerModels, paymentModels } from "../analysis/exactModels.ts";

test.each([...paymentModels, ...manpowerModels])(
  "$name: 95 % intervals cover the exact value in 93 to 97 % of 1,000 seeds",
  async (model) => {
    const shares = Object.entries(await coverage(model, 1000, 16_384));
    console.log(
      model.name,
      shares.map(([figure, share]) => `${figure} ${(100 * share).toFixed(1)} %`).join(", "),
    );
    for (const [figure, share] of shares) {
      expect(share, figure).toBeGreaterThanOrEqual(0.93);
      expect(share, figure).toBeLessThanOrEqual(0.97);
    }
  },
  600_000,
);
