// Log-uniform: between two ends only the order of magnitude is open.

import { constant } from "./constant.ts";
import type { Distribution, Family } from "./distribution.ts";
import { quantity, requireOrder, signature } from "./parameters.ts";

/**
 * The log-uniform (reciprocal) distribution on [min, max], min > 0, with density 1/(x log(max/min)): its logarithm is
 * uniform. Mean: (max − min)/log(max/min). https://en.wikipedia.org/wiki/Reciprocal_distribution
 */
export const logUniform: Family = {
  name: "logUniform",
  meaning: "Take it where only the ends are known and they differ by factors: twice is as likely as half.",
  signatures: [
    signature(
      [
        quantity("min", "smallest possible value", "positive"),
        quantity("max", "largest possible value", "positive"),
      ],
      (parameters) => {
        requireOrder(parameters, "min", "max");
        const { min, max } = parameters;
        return min === max ? constant(min) : between(min, max);
      },
    ),
  ],
  figures: { kind: "range", low: "min", high: "max" },
};

function between(min: number, max: number): Distribution {
  const width = logRatio(max, min);
  // From the nearer end, so that neither end is missed by a rounding.
  const at = (p: number, q: number) => (p < q ? min * Math.exp(p * width) : max * Math.exp(-q * width));
  // With m = √(min max) and h = width/2: mean = m sinh(h)/h, variance = mean m (cosh h − sinh(h)/h).
  const half = width / 2;
  const middle = Math.sqrt(min) * Math.sqrt(max);
  const mean = (middle * Math.sinh(half)) / half;
  return {
    kind: "continuous",
    support: [min, max],
    mean,
    sd: Math.sqrt(mean) * Math.sqrt(middle * excess(half)),
    cdf: (x) => (x <= min ? 0 : x >= max ? 1 : logRatio(x, min) / width),
    upperTail: (x) => (x <= min ? 1 : x >= max ? 0 : logRatio(max, x) / width),
    quantile: (p) => at(p, 1 - p),
    upperQuantile: (q) => at(1 - q, q),
  };
}

/** log(greater/smaller), exact also where they are almost the same. */
function logRatio(greater: number, smaller: number): number {
  const ratio = greater / smaller;
  return ratio < 2 ? Math.log1p((greater - smaller) / smaller) : Math.log(ratio);
}

// Below this the difference of cosh h and sinh(h)/h loses digits.
const seriesUpTo = 1;

/** cosh h − sinh(h)/h, for h > 0: the sum of 2k h^(2k)/(2k + 1)! */
function excess(h: number): number {
  if (h > seriesUpTo) return Math.cosh(h) - Math.sinh(h) / h;
  let [sum, power] = [0, 1];
  for (let k = 1; k <= 12; k++) {
    power *= (h * h) / (2 * k * (2 * k + 1));
    sum += 2 * k * power;
  }
  return sum;
}
