// Words for probabilities, as intelligence analysts agreed on them.

import type { Estimate } from "../analysis/findings.ts";
import { interval95 } from "../simulation/statistics/replicateError.ts";

// US Intelligence Community Directive 203 (2015), Analytic Standards: upper ends of its ranges.
const upperEnds: readonly [end: number, words: string][] = [
  [0.05, "almost no chance"],
  [0.2, "very unlikely"],
  [0.45, "unlikely"],
  [0.55, "roughly even chance"],
  [0.8, "likely"],
  [0.95, "very likely"],
];

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
  return upperEnds.find(([end]) => probability <= end)?.[1] ?? "almost certain";
}

/** How many steps of the scale lie between the words of two probabilities: wordsApart(0.5, 0.7) → 1 */
export function wordsApart(one: number, other: number): number {
  const step = (probability: number) =>
    upperEnds.findIndex(([end]) => probability <= end) + 1 || upperEnds.length + 1;
  return Math.abs(step(one) - step(other));
}
