// How much more daily counts scatter within their month than Poisson counts.
import { goldenSection } from "../../numeric/goldenSection.ts";
import { logGamma } from "../../numeric/logGamma.ts";
import type { Month } from "./months.ts";
import { type Profile, profileOf } from "./profile.ts";

const range = { low: Math.log(1e-6), high: Math.log(10), toValue: Math.exp };

/**
 * The dispersion of negative binomial counts with a mean of their own in each month: variance mean + dispersion · mean². By
 * maximum likelihood, adjusted for the means that are estimated along (Cox and Reid 1987; for counts McCarthy, Chen and
 * Smyth 2012), without which it would be too small by one part in the days of a month.
 */
export function fitDispersion(months: readonly Month[]): Profile {
  return profileOf((x) => adjustedLikelihood(months, Math.exp(x)), range);
}

/** The same without its error. */
export function bestDispersion(months: readonly Month[]): number {
  const { low, high } = range;
  return Math.exp(goldenSection((x) => adjustedLikelihood(months, Math.exp(x)), low, high, tolerance));
}

const tolerance = 1e-4;

function adjustedLikelihood(months: readonly Month[], dispersion: number): number {
  const size = 1 / dispersion;
  let sum = 0;
  for (const { values, mean } of months) {
    const n = values.length;
    const perCount = Math.log1p(dispersion * mean);
    const logOdds = Math.log(dispersion * mean) - perCount;
    let own = -n * (logGamma(size) + size * perCount);
    for (const value of values) own += logGamma(value + size) + value * logOdds;
    // Half the logarithm of what the month's counts tell of their mean.
    sum += own - Math.log((n * mean) / (1 + dispersion * mean)) / 2;
  }
  return sum;
}
