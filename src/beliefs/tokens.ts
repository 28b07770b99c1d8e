// The lexer of the belief language: numbers, words, quoted texts and marks.

import { BeliefProblem } from "./beliefProblem.ts";
import { matchAt, numeralPattern, numeralValue, skipBlanks } from "./numberSyntax.ts";
import type { Span } from "./span.ts";

/** A token with its place in the text. */
export type Token =
  | { kind: "number"; value: number; percent: boolean; span: Span }
  | { kind: "word"; text: string; span: Span }
  /** In quotes: a file's or a column's name. Or a date, 2024-11-20. */
  | { kind: "text"; text: string; span: Span }
  | { kind: "mark"; text: string; span: Span }
  | { kind: "end"; span: Span };

const word = /[\p{L}_][\p{L}\p{N}_]*/uy;
const date = /\d{4}-\d{2}-\d{2}(?![\w-])/y;
const quoted = /"[^"\n]*"|'[^'\n]*'/y;

const hints: Readonly<Record<string, string>> = {
  "=": 'a parameter is written with a colon, as "min: 11k"',
  "-": "an interval is written 10 to 20",
  "–": "an interval is written 10 to 20",
  "—": "an interval is written 10 to 20",
  "−": "a negative number is written with a plain hyphen, as -3",
  "±": 'write "10 to 20" for a 90 % interval, or "about 15 (within 10%)"',
  "~": 'write "about 11k"',
  "≈": 'write "about 11k"',
  ">": 'write "over 1000"',
  "≥": 'write "at least 1000"',
  "<": 'write "up to 20k"',
  "≤": 'write "up to 20k"',
  "+": 'write "over 1000" for "1000+"',
  "%": "a percent sign follows its number, as 15%",
  $: "the currency is written in the unit",
  "€": "the currency is written in the unit",
  "£": "the currency is written in the unit",
  ";": "arguments are separated by commas",
  "*": "a belief holds no arithmetic",
  "/": "a belief holds no arithmetic",
};

/**
 * The tokens of a belief, with an "end" as the last.
 * @throws BeliefProblem at the first character that no token begins with
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = skipBlanks(text, 0); at < text.length; at = skipBlanks(text, tokens.at(-1)!.span.end)) {
    tokens.push(nextToken(text, at, tokens.at(-1)));
  }
  tokens.push({ kind: "end", span: { start: text.length, end: text.length } });
  return tokens;
}

function nextToken(text: string, start: number, previous: Token | undefined): Token {
  const character = text[start]!;
  const spanOf = (length: number): Span => ({ start, end: start + length });
  const day = matchAt(date, text, start);
  if (day) return { kind: "text", text: day, span: spanOf(day.length) };
  // A sign belongs to a number unless a number stands before it: "10-20" is no interval.
  const isSigned = (character === "-" || character === "+") && previous?.kind !== "number";
  const figureStart = isSigned ? start + 1 : start;
  const figure = matchAt(numeralPattern, text, figureStart);
  if (figure) {
    const end = figureStart + figure.length;
    const { value, percent } = numeralValue(figure, { start: figureStart, end }, text);
    return { kind: "number", value: character === "-" ? -value : value, percent, span: { start, end } };
  }
  const name = matchAt(word, text, start);
  if (name) return { kind: "word", text: name, span: spanOf(name.length) };
  const inQuotes = matchAt(quoted, text, start);
  if (inQuotes) return { kind: "text", text: inQuotes.slice(1, -1), span: spanOf(inQuotes.length) };
  if ("(),:".includes(character)) return { kind: "mark", text: character, span: spanOf(1) };
  if (character === '"' || character === "'") {
    throw new BeliefProblem(spanOf(text.length - start), "this quotation mark is never closed");
  }
  const symbol = String.fromCodePoint(text.codePointAt(start)!);
  // Only between two numbers is a hyphen meant as "to".
  const hint = symbol === "-" && isSigned ? undefined : hints[symbol];
  throw new BeliefProblem(spanOf(symbol.length), `unexpected ${JSON.stringify(symbol)}`, hint);
}
