// Count distributions (binomial, negative binomial, Poisson), from their tails and probability mass function.

import { countMoments } from "../numeric/countMoments.ts";
import { type CountTails, countQuantile } from "../numeric/countQuantile.ts";
import { normalQuantile } from "../numeric/normalQuantile.ts";
import type { QuantileMoments } from "../numeric/quantileMoments.ts";
import { discrete } from "./discrete.ts";
import { type Distribution, nothingLeft, ParameterProblem } from "./distribution.ts";

/** A distribution on the whole numbers 0 … `high` (without end where it is left out), unimodal. */
export interface CountModel {
  tails: CountTails;
  mean: number;
  sd: number;
  skewness: number;
  high?: number;
  /** The most likely value: the probabilities rise up to it and fall after it. */
  mode: number;
  /** log P(X = k), continued to real k. */
  logPmf(k: number): number;
}

/**
 * The distribution of a count; truncated moments are exact to about 1e-13. A quantile is the smallest whole number at which
 * the probability is reached, exact to the step: that of 5 % of a Poisson count with mean 3 is 1, as P(X ≤ 0) = 4.98 %.
 */
export function countDistribution(whole: CountModel): Distribution {
  const { tails, mean, sd, high = Number.POSITIVE_INFINITY } = whole;
  return {
    ...stepped(whole, { tails, low: 0, high }),
    mean,
    sd,
    truncate: (min, max) => between(whole, Math.max(0, Math.ceil(min)), Math.min(high, Math.floor(max))),
  };
}

/** All but the moments. Searches for a quantile start from the moments of `whole`. */
function stepped(
  { mean, sd, skewness }: CountModel,
  { tails: { lower, upper }, low, high }: { tails: CountTails; low: number; high: number },
) {
  function at(p: number, q: number): number {
    // Cornish and Fisher (1938), first correction.
    const z = p < q ? normalQuantile(p) : -normalQuantile(q);
    const guess = mean + sd * (z + (skewness * (z * z - 1)) / 6);
    return countQuantile({ lower, upper }, { p, q, guess, low, high });
  }
  return {
    kind: "discrete",
    support: [low, high],
    cdf: (x: number) => (x < low ? 0 : x >= high ? 1 : lower(Math.floor(x))),
    upperTail: (x: number) => (x < low ? 1 : x >= high ? 0 : upper(Math.floor(x))),
    quantile: (p: number) => at(p, 1 - p),
    upperQuantile: (q: number) => at(1 - q, q),
    iterative: true,
  } as const;
}

// Up to this many values a truncated count is a discrete distribution, each value with its own probability.
const maxListed = 1000;

/** The count conditional on low ≤ X ≤ high. */
function between(whole: CountModel, low: number, high: number): Distribution {
  if (low > high) throw new ParameterProblem("nothing is left: there is no whole number between min and max");
  const { tails } = whole;
  // P(X < low) and P(X ≥ low): nothing is left out below zero.
  const [cutBelow, fromLow] = low > 0 ? [tails.lower(low - 1), tails.upper(low - 1)] : [0, 1];
  const cutAbove = high === Number.POSITIVE_INFINITY ? 0 : tails.upper(high);
  const toHigh = high === Number.POSITIVE_INFINITY ? 1 : tails.lower(high);
  /** P(low ≤ X ≤ k) and P(k < X ≤ high), as differences of the smaller tails. */
  const upTo = (k: number) => (tails.lower(k) <= 0.5 ? tails.lower(k) - cutBelow : fromLow - tails.upper(k));
  const beyond = (k: number) => (tails.upper(k) <= 0.5 ? tails.upper(k) - cutAbove : toHigh - tails.lower(k));
  const mass = toHigh <= 0.5 ? toHigh - cutBelow : fromLow - cutAbove;
  if (!(mass > 0)) throw nothingLeft(low, high);

  const mode = Math.min(high, Math.max(low, whole.mode));
  const { logPmf: logDensity } = whole;
  const truncate = (min: number, max: number) =>
    between(whole, Math.max(low, Math.ceil(min)), Math.min(high, Math.floor(max)));
  if (high - low < maxListed) {
    const greatest = logDensity(mode);
    const values = Array.from({ length: high - low + 1 }, (_, i) => low + i);
    return discrete(values.map((value) => ({ value, weight: Math.exp(logDensity(value) - greatest) })));
  }
  let known: QuantileMoments | undefined;
  const moments = () => {
    known ??= countMoments({ low, high, mode, logPmf: logDensity });
    return known;
  };
  return {
    ...stepped(whole, {
      tails: {
        lower: (k) => Math.min(1, Math.max(0, upTo(k) / mass)),
        upper: (k) => Math.min(1, Math.max(0, beyond(k) / mass)),
      },
      low,
      high,
    }),
    get mean() {
      return moments().mean;
    },
    get sd() {
      return moments().sd;
    },
    truncate,
  };
}
