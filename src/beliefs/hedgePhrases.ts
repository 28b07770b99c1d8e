// How a figure is hedged in English, and the hedge of the belief language with the same meaning.

import type { HedgeWord } from "./syntax.ts";

/** What can stand before a figure in a belief, in place of the hedge's own word. */
const synonyms: Readonly<Record<HedgeWord, readonly string[]>> = {
  about: ["about", "around", "roughly", "approximately", "nearly", "almost", "circa"],
  "up to": ["up to", "at most", "under", "below", "less than", "fewer than", "no more than"],
  over: ["over", "above", "more than"],
  "at least": ["at least", "no less than", "no fewer than"],
  between: ["between"],
};

/** What articles write beside those. */
const phrases: readonly [phrase: RegExp, word: HedgeWord][] = [
  [/\b(some|estimat\w*|or so)\b/i, "about"],
  [/\bas (many|high|much) as\b/i, "up to"],
];

/** Longest first: "no more than" is not "more than". */
const spellings = Object.entries(synonyms)
  .flatMap(([word, spelt]) => spelt.map((spelling) => ({ word: word as HedgeWord, spelling })))
  .sort((one, other) => other.spelling.length - one.spelling.length);

/** The hedge that a text begins with, and how it is spelt there; undefined where it begins with none. */
export function hedgeAt(text: string): { word: HedgeWord; spelling: string } | undefined {
  const start = text.replace(/\s+/g, " ").toLowerCase();
  return spellings.find(
    ({ spelling }) => start.startsWith(spelling) && !/^[\p{L}\p{N}_]/u.test(start.slice(spelling.length)),
  );
}

/** The hedge that a phrase means; undefined where none has a rule for it. hedgeOf("could be as high as") → "up to" */
export function hedgeOf(phrase: string): HedgeWord | undefined {
  const words = phrase.trim().replace(/\s+/g, " ").toLowerCase();
  const known = spellings.find(({ spelling }) => new RegExp(`\\b${spelling}\\b`).test(words));
  return known?.word ?? phrases.find(([pattern]) => pattern.test(words))?.[1];
}
