// The standard error of a figure, from the scatter between the independent scramblings.
import { sampleStandardDeviation } from "simple-statistics";
import { replicates } from "../../sampling/plan.ts";

/** Student's t, 15 degrees of freedom, 97.5 %: an error measured from 16 scramblings is itself uncertain. */
export const t95 = 2.131449545559323;

/**
 * Standard error of a ratio Σ total / Σ count, from one total and one count a scrambling
 * (counts differ where trials drop out). Cochran (1977), Sampling Techniques, section 6.4:
 * the scatter of the residuals total − ratio · count.
 */
export function ratioError(totals: ArrayLike<number>, counts: ArrayLike<number>): number {
  let total = 0;
  let count = 0;
  for (let r = 0; r < replicates; r++) {
    total += totals[r]!;
    count += counts[r]!;
  }
  if (count === 0) return Number.NaN;
  const ratio = total / count;
  const residuals = Array.from({ length: replicates }, (_, r) => totals[r]! - ratio * counts[r]!);
  return (sampleStandardDeviation(residuals) * Math.sqrt(replicates)) / count;
}

/** The 95 % interval of an estimate, from its value and standard error. */
export function interval95({ value, error }: { value: number; error: number }): [number, number] {
  return [value - t95 * error, value + t95 * error];
}
