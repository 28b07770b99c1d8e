// Between two percentages lie points, not per cent.
import type { Estimate } from "../simulation/statistics/estimate.ts";

/** A difference of shares in percentage points: 0.012 → 1.2 */
export function inPoints({ value, error }: Estimate): Estimate {
  return { value: 100 * value, error: 100 * error };
}
