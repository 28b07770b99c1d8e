// The standard error of a figure, from the scatter between the independent scramblings.
import { sampleStandardDeviation } from "simple-statistics";
import { replicates } from "../../sampling/plan.ts";
import type { Estimate } from "./estimate.ts";

/** Student's t, 15 degrees of freedom, 97.5 %: an error measured from 16 scramblings is itself uncertain. */
export const t95 = 2.131449545559323;

/**
 * Standard error of a ratio Σ total / Σ count, from one total and one count a scrambling
 * (counts differ where trials drop out). Cochran (1977), Sampling Techniques, section 6.4:
 * the scatter of the residuals total − ratio · count.
 */
export function ratioError(totals: ArrayLike<number>, counts: ArrayLike<number>): number {
  const count = total(counts);
  if (count === 0) return Number.NaN;
  const ratio = total(totals) / count;
  const residuals = Array.from({ length: replicates }, (_, r) => totals[r]! - ratio * counts[r]!);
  return (sampleStandardDeviation(residuals) * Math.sqrt(replicates)) / count;
}

/** A ratio Σ total / Σ count with its standard error; NaN where there is nothing to count. */
export function ratioOf(totals: ArrayLike<number>, counts: ArrayLike<number>): Estimate {
  return { value: total(totals) / total(counts), error: ratioError(totals, counts) };
}

/**
 * The 95 % limit of what happened in none of n trials is 3/n, the rule of three (Jovanovic and Levy 1997). It is the least
 * half width of a share's interval, also where all scramblings agree: the event's edge can cut their last strata so near
 * to an end that none of 16 points shows it.
 */
const ruleOfThree = 3;

/** The least standard error of a share of `count` trials. */
export function minShareError(count: number): number {
  return ruleOfThree / t95 / count;
}

/** The share Σ hits / Σ count of something that happens or not, never without an error; NaN where there is nothing to count. */
export function shareAmong(hits: ArrayLike<number>, counts: ArrayLike<number>): Estimate {
  const { value, error } = ratioOf(hits, counts);
  return { value, error: Math.max(error, minShareError(total(counts))) };
}

/** What share of all trials was counted. */
export function shareOf(counts: ArrayLike<number>, trials: number): Estimate {
  return shareAmong(counts, new Float64Array(replicates).fill(trials / replicates));
}

/** The plain sum, in order. */
export function total(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i]!;
  return sum;
}

/** The 95 % interval of an estimate, from its value and standard error. */
export function interval95({ value, error }: Estimate): [number, number] {
  return [value - t95 * error, value + t95 * error];
}
