// The scale of words for probabilities, as intelligence analysts agreed on it.

// US Intelligence Community Directive 203 (2015), Analytic Standards: upper ends of its ranges.
/** Upper ends of the ranges and their words; above the last: "almost certain". */
export const probabilityScale: readonly [end: number, words: string][] = [
  [0.05, "almost no chance"],
  [0.2, "very unlikely"],
  [0.45, "unlikely"],
  [0.55, "roughly even chance"],
  [0.8, "likely"],
  [0.95, "very likely"],
];

/** How many steps of the scale lie between the words of two probabilities: probabilityScaleSteps(0.5, 0.7) → 1 */
export function probabilityScaleSteps(one: number, other: number): number {
  const step = (probability: number) =>
    probabilityScale.findIndex(([end]) => probability <= end) + 1 || probabilityScale.length + 1;
  return Math.abs(step(one) - step(other));
}
