// Words for probabilities, as intelligence analysts agreed on them.

// US Intelligence Community Directive 203 (2015), Analytic Standards: upper ends of its ranges.
const upperEnds: readonly [end: number, words: string][] = [
  [0.05, "almost no chance"],
  [0.2, "very unlikely"],
  [0.45, "unlikely"],
  [0.55, "roughly even chance"],
  [0.8, "likely"],
  [0.95, "very likely"],
];

/** probabilityWords(0.71) → "likely" */
export function probabilityWords(probability: number): string {
  return upperEnds.find(([end]) => probability <= end)?.[1] ?? "almost certain";
}

/** How many steps of the scale lie between the words of two probabilities: wordsApart(0.5, 0.7) → 1 */
export function wordsApart(one: number, other: number): number {
  const step = (probability: number) =>
    upperEnds.findIndex(([end]) => probability <= end) + 1 || upperEnds.length + 1;
  return Math.abs(step(one) - step(other));
}
