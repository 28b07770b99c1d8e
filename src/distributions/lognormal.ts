// Lognormal: many influences that multiply; the logarithm is normal.

import { normalQuantile, normalUpperQuantile } from "../numeric/normalQuantile.ts";
import { normalCdf, normalUpperTail } from "../numeric/normalTail.ts";
import { numeral } from "../numeric/numeral.ts";
import { constant } from "./constant.ts";
import { type Distribution, type Family, ParameterProblem } from "./distribution.ts";
import { quantity, requireOrder, requireRange, signature, unitless } from "./parameters.ts";
import { z95 } from "./z95.ts";

/**
 * The lognormal distribution on x > 0, with density exp(−(log x − μ)²/(2σ²)) / (x σ √(2π)). Given by meanLog μ and
 * sdLog σ; by two quantiles: the logarithms of those of 5 % and 95 % are μ ∓ 1.645 σ; or by its mean m and sd s:
 * σ² = log(1 + s²/m²), μ = log m − σ²/2. https://en.wikipedia.org/wiki/Log-normal_distribution
 */
export const lognormal: Family = {
  name: "lognormal",
  meaning: "Take it for positive quantities that may be some factor off, and as easily twice as half.",
  signatures: [
    signature(
      [
        unitless("meanLog", "mean of the natural logarithm; the median is its exponential", "log"),
        unitless("sdLog", "standard deviation of the natural logarithm", "logSd"),
      ],
      ({ meanLog, sdLog }) => lognormalDistribution(meanLog, sdLog),
    ),
    signature(
      [
        quantity("p5", "1 value in 20 lies below", "positive"),
        quantity("p95", "1 value in 20 lies above", "positive"),
      ],
      (parameters) => {
        requireOrder(parameters, "p5", "p95");
        const { p5, p95 } = parameters;
        if (p5 === p95) return constant(p5);
        const [low, high] = [Math.log(p5), Math.log(p95)];
        return lognormalDistribution((low + high) / 2, (high - low) / 2 / z95);
      },
    ),
    signature(
      [
        quantity("mean", "mean of the quantity itself", "positive"),
        quantity("sd", "standard deviation of the quantity itself", "notNegative"),
      ],
      ({ mean, sd }) => {
        if (sd === 0) return constant(mean);
        const variation = sd / mean;
        if (variation === Number.POSITIVE_INFINITY) {
          throw new ParameterProblem(
            `sd is ${numeral(sd)}, that is too much for the mean ${numeral(mean)}`,
            "sd",
          );
        }
        const large = 1e8;
        const variance = variation < large ? Math.log1p(variation * variation) : 2 * Math.log(variation);
        return lognormalDistribution(Math.log(mean) - variance / 2, Math.sqrt(variance));
      },
    ),
  ],
  throughQuantiles(low, high) {
    requireRange(`p${numeral(low.p * 100)}`, low.x, "positive");
    const [from, to] = [normalQuantile(low.p), normalQuantile(high.p)];
    const sdLog = (Math.log(high.x) - Math.log(low.x)) / (to - from);
    return lognormalDistribution(Math.log(low.x) - from * sdLog, sdLog);
  },
  shapesOf({ low, high }) {
    if (low <= 0) return [];
    const parameters = { p5: low, p95: high };
    return [
      { name: "lognormal, p5 to p95", aspect: "shape", parameters },
      { name: "lognormal, hard limits", aspect: "scale", parameters, truncated: true },
    ];
  },
};

/** The lognormal distribution whose logarithm has this mean and standard deviation. */
export function lognormalDistribution(meanLog: number, sdLog: number): Distribution {
  if (sdLog === 0) return constant(Math.exp(meanLog));
  const variance = sdLog * sdLog;
  const score = (x: number) => (Math.log(x) - meanLog) / sdLog;
  return {
    kind: "continuous",
    support: [0, Number.POSITIVE_INFINITY],
    mean: Math.exp(meanLog + variance / 2),
    sd: Math.exp(meanLog + variance) * Math.sqrt(-Math.expm1(-variance)),
    cdf: (x) => (x <= 0 ? 0 : normalCdf(score(x))),
    upperTail: (x) => (x <= 0 ? 1 : normalUpperTail(score(x))),
    quantile: (p) => Math.exp(meanLog + sdLog * normalQuantile(p)),
    upperQuantile: (q) => Math.exp(meanLog + sdLog * normalUpperQuantile(q)),
  };
}
