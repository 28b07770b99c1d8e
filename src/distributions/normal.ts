// Normal: many small influences that add up.

import { normalQuantile, normalUpperQuantile } from "../numeric/normalQuantile.ts";
import { normalCdf, normalUpperTail } from "../numeric/normalTail.ts";
import { constant } from "./constant.ts";
import type { Distribution, Family } from "./distribution.ts";
import { quantity, requireOrder, signature } from "./parameters.ts";
import { truncatedNormal } from "./truncatedNormal.ts";
import { z95 } from "./z95.ts";

/**
 * The normal distribution, with density exp(−(x − mean)²/(2 sd²)) / (sd √(2π)). Given by mean and sd, or by two
 * quantiles: those of 5 % and 95 % are mean ∓ 1.645 sd. https://en.wikipedia.org/wiki/Normal_distribution
 */
export const normal: Family = {
  name: "normal",
  meaning: "Take it where many small influences add up and values far below are as likely as far above.",
  signatures: [
    signature(
      [
        quantity("mean", "centre"),
        quantity("sd", "standard deviation: about 2 of 3 values lie this close to the mean", "notNegative"),
      ],
      ({ mean, sd }) => normalDistribution(mean, sd),
    ),
    signature(
      [quantity("p5", "1 value in 20 lies below"), quantity("p95", "1 value in 20 lies above")],
      (parameters) => {
        requireOrder(parameters, "p5", "p95");
        const { p5, p95 } = parameters;
        return normalDistribution(p5 + (p95 - p5) / 2, (p95 - p5) / 2 / z95);
      },
    ),
  ],
  throughQuantiles(low, high) {
    const [from, to] = [normalQuantile(low.p), normalQuantile(high.p)];
    const sd = (high.x - low.x) / (to - from);
    return normalDistribution(low.x - from * sd, sd);
  },
  figures: { kind: "location", location: "mean", sd: "sd" },
  // Between positive ends the logarithmic scale is the usual one, the linear scale the other.
  shapesOf: ({ low, high }) => [
    {
      name: "normal, p5 to p95",
      aspect: low > 0 ? "scale" : "shape",
      parameters: { p5: low, p95: high },
    },
  ],
};

function normalDistribution(mean: number, sd: number): Distribution {
  if (sd === 0) return constant(mean);
  return {
    kind: "continuous",
    support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    mean,
    sd,
    cdf: (x) => normalCdf((x - mean) / sd),
    upperTail: (x) => normalUpperTail((x - mean) / sd),
    quantile: (p) => mean + sd * normalQuantile(p),
    upperQuantile: (q) => mean + sd * normalUpperQuantile(q),
    truncate: (min, max) => truncatedNormal({ mean, sd, min, max }),
  };
}
