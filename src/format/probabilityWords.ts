// Words for probabilities, as intelligence analysts agreed on them.

import { probabilityScale } from "../analysis/probabilityScale.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";
import { interval95 } from "../simulation/statistics/replicateError.ts";

/**
 * The words for a probability, or for both ends where the 95 % interval of its error reaches over a border: nobody can tell
 * 19.9 ± 0.3 % from 20.1 %. probabilityWords({ value: 0.71, error: 0.01 }) → "likely"; 0.199 ± 0.003 → "very unlikely to
 * unlikely"
 */
export function probabilityWords({ value, error }: Estimate): string {
  const [low, high] = error > 0 ? interval95({ value, error }) : [value, value];
  const [least, most] = [wordsAt(low), wordsAt(high)];
  return least === most ? least : `${least} to ${most}`;
}

function wordsAt(probability: number): string {
  return probabilityScale.find(([end]) => probability <= end)?.[1] ?? "almost certain";
}
