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

/** What share of all trials was counted, with its standard error. */
export function shareOf(counts: ArrayLike<number>, trials: number): Estimate {
  return ratioOf(counts, new Float64Array(replicates).fill(trials / replicates));
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
