// Hints that a program can follow as well as a reader: the words, and what they say to write, as data.
import type { Span } from "./span.ts";

/** A text for a place in another text. */
export interface Replacement {
  span: Span;
  text: string;
}

/** What to write instead, in words and as data. Each replacement alone makes the text right, in one of its readings. */
export interface Correction {
  words: string;
  replacements: readonly Replacement[];
}

/** The text with a replacement made. replaced("11 x", { span: { start: 3, end: 4 }, text: "y" }) → "11 y" */
export function replaced(whole: string, { span: { start, end }, text }: Replacement): string {
  return whole.slice(0, start) + text + whole.slice(end);
}

/** The hint `write 11000 or 11k`; the texts are for the same place, of which each is right in one reading. */
export function writeInstead(span: Span, ...texts: readonly string[]): Correction {
  const replacements = texts.map((text) => ({ span, text }));
  return { words: `write ${texts.join(" or ")}`, replacements };
}

/** The hint `did you mean mode?` for a misspelt word. */
export function didYouMean(span: Span, text: string): Correction {
  return { words: `did you mean ${text}?`, replacements: [{ span, text }] };
}

/** The correction in other words. */
export function inWords(words: string, { replacements }: Correction): Correction {
  return { words, replacements };
}
