// The lexer of the belief language: numbers, words, quoted texts and marks.

import { numeral } from "../numeric/numeral.ts";
import { BeliefProblem } from "./beliefProblem.ts";
import { type Correction, inWords, writeInstead } from "./correction.ts";
import { commaInCallProblem, groupedPattern, matchAt, numeralValue, skipBlanks } from "./numberSyntax.ts";
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
/** "p10", "p2.5" before a colon. */
const quantileName = /p\d{1,2}(?:\.\d+)?(?=\s*:)/y;
const date = /\d{4}-\d{2}-\d{2}(?![\w-])/y;
const quoted = /"[^"\n]*"|'[^'\n]*'/y;

const hints: Readonly<Record<string, string>> = {
  "%": "a percent sign follows its number, as 15%",
  "*": "a belief holds no arithmetic",
  "/": "a belief holds no arithmetic",
};

/** What is written in words or otherwise: a text for the symbol's place, with the blanks after it. */
const instead: Readonly<Record<string, string>> = {
  "=": ": ",
  "~": "about ",
  "≈": "about ",
  ">": "over ",
  "≥": "at least ",
  "<": "under ",
  "≤": "at most ",
  ";": ", ",
};

const dashes = "-–—−";
const currencies = /[$€£¥₹]/;

/**
 * The tokens of a belief, with an "end" as the last.
 * @throws BeliefProblem at the first character that no token begins with
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  /** Whether each open parenthesis is that of a call, in which commas part the arguments. */
  const open: boolean[] = [];
  for (let at = skipBlanks(text, 0); at < text.length; at = skipBlanks(text, tokens.at(-1)!.span.end)) {
    const previous = tokens.at(-1);
    const token = nextToken(text, at, previous, open.includes(true));
    tokens.push(token);
    if (token.kind !== "mark") continue;
    if (token.text === "(") open.push(previous?.kind === "word");
    if (token.text === ")") open.pop();
  }
  tokens.push({ kind: "end", span: { start: text.length, end: text.length } });
  return tokens;
}

function nextToken(text: string, start: number, previous: Token | undefined, isInCall: boolean): Token {
  const character = text[start]!;
  const spanOf = (length: number): Span => ({ start, end: start + length });
  const day = matchAt(date, text, start);
  if (day) return { kind: "text", text: day, span: spanOf(day.length) };
  const followsNumber = previous?.kind === "number";
  // "10-20", "10 – 20"
  if (followsNumber && dashes.includes(character)) return { kind: "word", text: "to", span: spanOf(1) };
  const isSigned = "+-−".includes(character) && !followsNumber;
  const figureStart = isSigned ? start + 1 : start;
  const problem = isInCall ? commaInCallProblem(text, figureStart) : undefined;
  if (problem) throw problem;
  const figure = matchAt(groupedPattern, text, figureStart);
  if (figure) {
    const end = figureStart + figure.length;
    const { value, percent } = numeralValue(figure, { start: figureStart, end }, text);
    const isNegative = isSigned && character !== "+";
    return { kind: "number", value: isNegative ? -value : value, percent, span: { start, end } };
  }
  const name = matchAt(quantileName, text, start) ?? matchAt(word, text, start);
  if (name) return { kind: "word", text: name, span: spanOf(name.length) };
  const inQuotes = matchAt(quoted, text, start);
  if (inQuotes) return { kind: "text", text: inQuotes.slice(1, -1), span: spanOf(inQuotes.length) };
  if ("(),:".includes(character)) return { kind: "mark", text: character, span: spanOf(1) };
  if (character === '"' || character === "'") {
    throw new BeliefProblem(spanOf(text.length - start), "this quotation mark is never closed");
  }
  throw unexpectedSymbol(text, start, previous);
}

function unexpectedSymbol(text: string, start: number, previous: Token | undefined): BeliefProblem {
  const symbol = String.fromCodePoint(text.codePointAt(start)!);
  const after = skipBlanks(text, start + symbol.length);
  const span = { start, end: start + symbol.length };
  const message = `unexpected ${JSON.stringify(symbol)}`;
  const number = previous?.kind === "number" ? previous : undefined;
  if (symbol === "+" && number) {
    // "1000+"
    const stated = text.slice(number.span.start, number.span.end);
    const whole = { start: number.span.start, end: span.end };
    return new BeliefProblem(span, message, writeInstead(whole, `over ${stated}`));
  }
  if (symbol === "±" && number) return new BeliefProblem(span, message, plusOrMinus(text, number, after));
  if (currencies.test(symbol)) {
    const words = "the currency is written in the unit";
    return new BeliefProblem(span, message, {
      words,
      replacements: [{ span: { start, end: after }, text: "" }],
    });
  }
  const better = instead[symbol];
  // "at least ≥ 5" is no better.
  if (better === undefined || (previous?.kind === "word" && ":,".includes(better[0]!) === false))
    return new BeliefProblem(span, message, hints[symbol]);
  const context = {
    start: symbol === "=" || symbol === ";" ? (previous?.span.end ?? start) : start,
    end: after,
  };
  const correction = writeInstead(context, better);
  const end = endOfArgument(text, after);
  return new BeliefProblem(span, message, inWords(`write ${shown(text, context, better, end)}`, correction));
}

/** Where the argument or the belief ends that goes on at `from`. */
function endOfArgument(text: string, from: number): number {
  const length = text.slice(from).search(/[,;()]/);
  return length < 0 ? text.length : from + length;
}

/** The corrected part of a belief, for a reader. */
function shown(text: string, { start, end }: Span, by: string, until: number): string {
  const before = /[\p{L}\p{N}_.%]*$/u.exec(text.slice(0, start))![0];
  return `${before}${by}${text.slice(end, until)}`.trim();
}

/** "15 ± 2": as ends of nine in ten, and as one standard deviation. */
function plusOrMinus(text: string, centre: Token & { kind: "number" }, at: number): Correction | string {
  const wanted = 'write "13 to 17" for a 90 % interval, or normal(15, 2)';
  const figure = matchAt(groupedPattern, text, at);
  if (figure === undefined || /%/.test(figure) || centre.percent) return wanted;
  const end = at + figure.length;
  const { value } = numeralValue(figure, { start: at, end }, text);
  const span = { start: centre.span.start, end };
  const ends = [centre.value - value, centre.value + value].map((one) =>
    numeral(Number(one.toPrecision(12))),
  );
  const correction = writeInstead(
    span,
    ends.join(" to "),
    `normal(${numeral(centre.value)}, ${numeral(value)})`,
  );
  const [interval, deviation] = correction.replacements.map((one) => one.text);
  return inWords(`write ${interval} for nine in ten, or ${deviation} for a standard deviation`, correction);
}
