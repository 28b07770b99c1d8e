// Binomial: how many of a known number of cases.

import { betaTails } from "../numeric/incompleteBeta.ts";
import { binomialLogPmf } from "../numeric/logPmf.ts";
import { numeral } from "../numeric/numeral.ts";
import { constant } from "./constant.ts";
import { countDistribution } from "./countDistribution.ts";
import { type Distribution, type Family, ParameterProblem } from "./distribution.ts";
import { probability, quantity, signature } from "./parameters.ts";

/**
 * The binomial distribution of successes in n independent cases:
 * P(X = k) = C(n, k) probability^k (1 − probability)^(n − k) for k = 0 … n. Mean: n × probability.
 * https://en.wikipedia.org/wiki/Binomial_distribution
 */
export const binomial: Family = {
  name: "binomial",
  meaning:
    "Take it for the number of cases, out of n that do not influence each other, in which something happens.",
  signatures: [
    signature(
      [quantity("n", "number of cases", "count"), probability("probability", "chance in each case")],
      ({ n, probability }) => {
        if (Number.isInteger(n)) return binomialDistribution(n, probability);
        throw new ParameterProblem(`n is ${numeral(n)}, it must be a whole number from 0 on`, "n");
      },
    ),
  ],
};

function binomialDistribution(n: number, probability: number): Distribution {
  if (n === 0 || probability === 0) return constant(0);
  if (probability === 1) return constant(n);
  const rest = 1 - probability;
  const variance = n * probability * rest;
  return countDistribution({
    // More than k successes: the (k + 1)-th smallest of n uniforms is below the probability (order statistics).
    // At k = n there is no such uniform.
    tails: {
      lower: (k) => (k >= n ? 1 : betaTails(k + 1, n - k).upper(probability, rest)),
      upper: (k) => (k >= n ? 0 : betaTails(k + 1, n - k).lower(probability, rest)),
    },
    mean: n * probability,
    sd: Math.sqrt(variance),
    skewness: (rest - probability) / Math.sqrt(variance),
    high: n,
    mode: Math.min(n, Math.floor((n + 1) * probability)),
    logPmf: (k) => binomialLogPmf(k, n, probability, rest),
  });
}
