// How far a probability can be off by the chance of the trials.
import type { Estimate } from "../simulation/statistics/estimate.ts";

/** Standard errors to either side that hold 95 % of a normal distribution. */
const standardErrors95 = 1.96;

/** The 95 % interval of a probability, kept between 0 and 1. */
export function error95({ value, error }: Estimate): { low: number; high: number } {
  return {
    low: Math.max(0, value - standardErrors95 * error),
    high: Math.min(1, value + standardErrors95 * error),
  };
}
