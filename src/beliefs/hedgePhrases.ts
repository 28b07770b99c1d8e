// How articles hedge a figure, and the hedge of the belief language with the same meaning.

import type { HedgeWord } from "./syntax.ts";

const phrases: readonly [phrase: RegExp, word: HedgeWord][] = [
  [/\b(about|around|approximately|roughly|nearly|almost|some|estimat\w*)\b/i, "about"],
  [/\b(up to|at most|no more than|as (many|high|much) as)\b/i, "up to"],
  [/\b(over|more than|above|at least|no fewer than)\b/i, "over"],
];

/** The hedge that a phrase means; undefined where none has a rule for it. hedgeOf("could be as high as") → "up to" */
export function hedgeOf(phrase: string): HedgeWord | undefined {
  return phrases.find(([pattern]) => pattern.test(phrase))?.[1];
}
