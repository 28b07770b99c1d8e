// What a series of daily counts says of the level that they move around.
import type { Distribution, Estimated } from "../../distributions/distribution.ts";
import { fromLikelihood } from "../../distributions/fromLikelihood.ts";
import { lognormalDistribution } from "../../distributions/lognormal.ts";
import { civilDate, isoDate } from "../../numeric/civilDate.ts";
import { fitDrift, fitLogLevel, fitMemory, type LogMean } from "./autoregression.ts";
import { bestDispersion, fitDispersion } from "./dispersion.ts";
import { type DailySeries, type Month, monthsOf } from "./months.ts";
import type { Profile } from "./profile.ts";

/** What can be estimated. */
export const fitted = ["level", "drift", "memory", "dispersion"] as const;
/** One of them. */
export type Fitted = (typeof fitted)[number];

/** A series that nothing can be estimated from. */
export class FitProblem extends Error {}

/** A memory and a drift of fewer months would be anything. */
const fewestMonths = 12;
/** As many days as two months have. */
const fewestDays = 60;

/**
 * The estimate of one quantity and the belief that follows. Counts are negative binomial within a month around its mean; the
 * logarithm of the monthly means is an AR(1).
 * @throws FitProblem where there are too few data, or not all are counts
 */
export function fitSeries(
  series: DailySeries,
  what: Fitted,
): { distribution: Distribution; estimate: Omit<Estimated, "file" | "column"> } {
  const { days, values } = series;
  const negative = values.findIndex((value) => value < 0);
  if (negative >= 0)
    throw new FitProblem(`counts are wanted, ${dateOf(days[negative]!)} has ${values[negative]}`);
  if (days.length < fewestDays) throw new FitProblem(tooFew(days.length, "day", fewestDays, what));
  const months = monthsOf(series);
  const empty = months.find(({ mean }) => mean === 0);
  if (empty)
    throw new FitProblem(`nothing is counted in the month of ${empty.from}, whose level has no logarithm`);
  const range = {
    from: dateOf(days[0]!),
    to: dateOf(days.at(-1)!),
    days: days.length,
    months: months.length,
  };
  const told = ({ value, error }: Pick<Profile, "value" | "error">) => ({ what, ...range, value, error });
  if (what === "dispersion") {
    const dispersion = fitDispersion(months);
    return { distribution: fromLikelihood(dispersion.roots), estimate: told(dispersion) };
  }
  if (months.length < fewestMonths) throw new FitProblem(tooFew(months.length, "month", fewestMonths, what));
  const dispersion = bestDispersion(months);
  const logMeans = months.map((month) => logMean(month, dispersion));
  if (what !== "level") {
    const moves = what === "memory" ? fitMemory(logMeans) : fitDrift(logMeans);
    return { distribution: fromLikelihood(moves.roots), estimate: told(moves) };
  }
  const level = fitLogLevel(logMeans);
  const value = Math.exp(level.value);
  return {
    distribution: lognormalDistribution(level.value, level.error),
    estimate: told({ value, error: value * level.error }),
  };
}

/** The variance of the logarithm of a mean of n counts: (1/mean + dispersion) / n. */
function logMean({ index, mean, values }: Month, dispersion: number): LogMean {
  return { index, value: Math.log(mean), variance: (1 / mean + dispersion) / values.length };
}

function tooFew(found: number, noun: string, wanted: number, what: Fitted): string {
  return `there are ${found} ${noun}s, at least ${wanted} are wanted for the ${what}`;
}

function dateOf(day: number): string {
  return isoDate(civilDate(day));
}
