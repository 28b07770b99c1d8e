// Weibull: a time to failure whose risk rises or falls with age.
import { pow } from "../numeric/exactMath/pow.ts";

import { logGamma1p } from "../numeric/logGamma.ts";
import type { Distribution, Family } from "./distribution.ts";
import { standardExponentialQuantile } from "./exponential.ts";
import { quantity, signature, unitless } from "./parameters.ts";

/**
 * The Weibull distribution on x ≥ 0, with density (shape/scale) (x/scale)^(shape − 1) exp(−(x/scale)^shape).
 * Mean: scale × Γ(1 + 1/shape). https://en.wikipedia.org/wiki/Weibull_distribution
 */
export const weibull: Family = {
  name: "weibull",
  meaning: "Take it for times to failure: shape below 1 where risk falls with age, above 1 where it rises.",
  signatures: [
    signature(
      [
        unitless("shape", "1 is exponential; above 1 the risk rises with age", "shape"),
        quantity("scale", "63 % of values lie below", "positive"),
      ],
      ({ shape, scale }) => weibullDistribution(shape, scale),
    ),
  ],
};

function weibullDistribution(shape: number, scale: number): Distribution {
  const logMean = logGamma1p(1 / shape);
  const mean = scale * Math.exp(logMean);
  const hazard = (x: number) => pow(x / scale, shape);
  return {
    kind: "continuous",
    support: [0, Number.POSITIVE_INFINITY],
    mean,
    // Γ(1 + 2/shape)/Γ(1 + 1/shape)² − 1 by its logarithm: the difference cancels where the shape is large.
    sd:
      mean === Number.POSITIVE_INFINITY
        ? mean
        : mean * Math.sqrt(Math.max(0, Math.expm1(logGamma1p(2 / shape) - 2 * logMean))),
    cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-hazard(x))),
    upperTail: (x) => (x <= 0 ? 1 : Math.exp(-hazard(x))),
    quantile: (p) => scale * pow(standardExponentialQuantile(p, 1 - p), 1 / shape),
    upperQuantile: (q) => scale * pow(standardExponentialQuantile(1 - q, q), 1 / shape),
  };
}
