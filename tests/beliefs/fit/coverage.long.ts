// How often the 90 % interval of a fitted belief holds the truth, over some hundred short series.
import { expect, test } from "vitest";
import { fitSeries, fitted } from "../../../src/beliefs/fit/fitSeries.ts";
import { simulateCounts } from "./simulateCounts.ts";

const seeds = 200;

test.each([
  { months: 24, meanLevel: 1000, memory: 0.8, drift: 0.15, dispersion: 0.02 },
  { months: 36, meanLevel: 1000, memory: 0.9, drift: 0.13, dispersion: 0.018 },
])(
  "law: the 90 % intervals of a fit to %o hold the truth in about 90 of 100 series",
  { timeout: 600_000 },
  (truth) => {
    const hits = { level: 0, drift: 0, memory: 0, dispersion: 0 };
    for (let seed = 0; seed < seeds; seed++) {
      const { series, level } = simulateCounts(truth, `seed ${seed}`);
      const values = { ...truth, level };
      for (const what of fitted) {
        const { distribution } = fitSeries(series, what);
        const below = distribution.cdf(values[what]);
        if (below >= 0.05 && below <= 0.95) hits[what]++;
      }
    }
    const coverage = Object.fromEntries(fitted.map((what) => [what, hits[what] / seeds]));
    // Three standard errors of a share of 200 on either side, and what a likelihood of two years' months is off by.
    for (const what of fitted) {
      expect(coverage[what], what).toBeGreaterThan(0.82);
      expect(coverage[what], what).toBeLessThan(0.98);
    }
  },
);
