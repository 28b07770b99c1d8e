// Numbers as they are written in beliefs: 11k, 1.28M, 2B, 15%, 11,000, 11 000, 11_000, 1e6.

import { numeral } from "../numeric/numeral.ts";
import { BeliefProblem } from "./beliefProblem.ts";
import { type Correction, didYouMean, inWords, writeInstead } from "./correction.ts";
import type { Span } from "./span.ts";

const powersOfTen: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6, B: 9 };
const suffixHint = "k is thousand, M million, B billion";

/** Sizes outside are slips of the keyboard, and would overflow in a product of inputs. */
const largest = 1e100;
const smallest = 1e-100;

const numberPattern = /^(\d+(?:_\d+)*)?(?:\.(\d+(?:_\d+)*))?(?:[eE]([+-]?\d+))?(k|K|M|B)?$/;

// Blanks of typography too: no-break, thin, narrow no-break. The same separator throughout: "1,280,000", "1 280 000".
const thousands = /[1-9]\d{0,2}(?:([\u0020\u00a0\u2009\u202f'\u2019,])\d{3}(?:\1\d{3})*)(?!\d|,\d)/;
const plainDigits = /\d|\.\d/;
const rest = /[\w.]*(?:(?<=\d[eE])[+-]\w*)?(?:\s?%)?/;

/**
 * A numeral without sign, to be matched at a place. Letters belong to it, so that "11m" is reported as a whole; a sign only
 * after an exponent's e.
 */
export const numeralPattern = new RegExp(`(?:${plainDigits.source})${rest.source}`, "y");
/** The same where a comma or blank can stand between thousands. */
export const groupedPattern = new RegExp(
  `${thousands.source}(?:\\.\\d+)?[A-Za-z]?(?:\\s?%)?(?![\\w.])|${numeralPattern.source}`,
  "y",
);

/** What a sticky pattern matches in `text` from `at` on. */
export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The offset of the first character from `at` on that is no blank. */
export function skipBlanks(text: string, at: number): number {
  return at + matchAt(/\s*/y, text, at)!.length;
}

/**
 * The value of one numeral without sign; `lexeme` may end in "%", then the value is the share. `span` is its place in `text`.
 * @throws BeliefProblem where it is no number, could be two, or lies outside 1e-100 … 1e100
 */
export function numeralValue(lexeme: string, span: Span, text: string): { value: number; percent: boolean } {
  const percent = lexeme.endsWith("%");
  const grouped = percent ? lexeme.slice(0, -1).trimEnd() : lexeme;
  const figure = grouped.replace(/(?<=\d)[\s'\u2019,](?=\d)/g, "");
  const parts = numberPattern.exec(figure);
  const [, whole = "", fraction = "", exponent = "0", suffix = ""] = parts ?? [];
  if (!parts || whole + fraction === "") throw notANumber(figure, span, text);
  if (/^0\d/.test(whole)) {
    const plain = lexeme.replace(/^0+(?=\d)/, "");
    throw new BeliefProblem(span, `"${lexeme}" begins with a zero`, writeInstead(span, plain));
  }
  if (percent && suffix) {
    throw new BeliefProblem(span, `"${lexeme}" is both ${suffix} and percent`, suffixHint);
  }
  if (figure === grouped && thousandsOrDecimals.test(figure)) {
    const isWhole = /^,\d/.test(text.slice(span.end));
    throw (isWhole ? decimalCommaProblem(text, span.end) : undefined) ?? twoReadings(lexeme, span, text);
  }
  // Written out as one decimal, so that 2.3k is exactly 2300 (2.3 × 1000 is not).
  const power = Number(exponent) + (powersOfTen[suffix] ?? 0) - (percent ? 2 : 0);
  const digits = `${whole || "0"}.${fraction || "0"}`.replaceAll("_", "");
  const value = Number(`${digits}e${power}`);
  if (value > largest)
    throw new BeliefProblem(span, `"${lexeme}" is too large, numbers go up to ${numeral(largest)}`);
  if (value < smallest && /[1-9]/.test(digits)) {
    throw new BeliefProblem(span, `"${lexeme}" is too near zero, numbers go down to ${numeral(smallest)}`);
  }
  return { value, percent };
}

/** One group of three digits behind a point: 11.000 is eleven in some countries and eleven thousand in others. */
const thousandsOrDecimals = /^[1-9]\d{0,2}\.\d{3}$/;

function twoReadings(lexeme: string, span: Span, text: string): BeliefProblem {
  const spelt = (write: (figure: string) => string) =>
    everywhere(text, "[1-9]\\d{0,2}\\.\\d{3}(?![A-Za-z])", write);
  const readings = [spelt((figure) => figure.replace(".", "")), spelt((figure) => `${figure}0`)];
  const number = lexeme.replace(/\s?%$/, "");
  const message = `"${lexeme}" could be ${number.replace(".", "")} or ${Number(number)}`;
  return new BeliefProblem(span, message, writeInstead(wholeOf(text), ...readings));
}

function wholeOf(text: string): Span {
  return { start: 0, end: text.length };
}

/** The text with all numbers of a kind written otherwise, without blanks around it. */
function everywhere(text: string, pattern: string, write: (figure: string) => string): string {
  return text.trim().replace(new RegExp(`(?<![\\w.,])${pattern}(?!\\d|\\.\\d)`, "g"), write);
}

/** The problem of a decimal comma, "0,5" or "1.280,5", where there is one at `offset`. */
export function decimalCommaProblem(text: string, offset: number): BeliefProblem | undefined {
  const pattern = "\\d+(?:\\.\\d{3})*,\\d+";
  for (const match of text.matchAll(new RegExp(pattern, "g"))) {
    if (match.index > offset || offset > match.index + match[0].length) continue;
    const plain = (figure: string) => figure.replaceAll(".", "").replace(",", ".").replace(/^.*$/, asked);
    const instead = writeInstead(wholeOf(text), everywhere(text, pattern, plain));
    return new BeliefProblem({ start: offset, end: offset + 1 }, 'unexpected ","', instead);
  }
  return undefined;
}

/** A decimal that is none of those that are asked back: "11.000" → "11.0000" */
function asked(figure: string): string {
  return thousandsOrDecimals.test(figure) ? `${figure}0` : figure;
}

/** The problem of "11,000" between the commas of a call, where it is one number or two; undefined where none is at `start`. */
export function commaInCallProblem(text: string, start: number): BeliefProblem | undefined {
  const pattern = "\\d{1,3}(?:,\\d{3})+(?!,\\d)";
  const found = matchAt(new RegExp(`${pattern}(?!\\d)`, "y"), text, start);
  if (found === undefined) return undefined;
  const all = [...text.matchAll(new RegExp(pattern, "g"))].map(([figure]) => figure);
  const canBeOne = all.every((figure) => !figure.startsWith("0"));
  const canBeMore = all.every((figure) => !/,0\d/.test(figure));
  const readings = [
    ...(canBeOne ? [everywhere(text, pattern, (figure) => numeral(Number(figure.replaceAll(",", ""))))] : []),
    ...(canBeMore ? [everywhere(text, pattern, (figure) => figure.replaceAll(",", ", "))] : []),
  ];
  if (readings.length === 0) return undefined;
  const message =
    readings.length === 2
      ? `"${found}" in a call could be one number or ${found.split(",").length}`
      : `in a call commas part the numbers, found "${found}"`;
  const span = { start, end: start + found.length };
  return new BeliefProblem(span, message, writeInstead(wholeOf(text), ...readings));
}

const figureDigits = 4;

/** A computed figure with as many digits as one would write: roundFigure(11_234.5) → 11230 */
export function roundFigure(value: number): number {
  return Number(value.toPrecision(figureDigits));
}

function notANumber(figure: string, span: Span, text: string): BeliefProblem {
  return new BeliefProblem(span, `"${figure}" is not a number`, meantNumber(figure, span, text));
}

function meantNumber(figure: string, span: Span, text: string): string | Correction | undefined {
  const points = "[1-9]\\d{0,2}(?:\\.\\d{3}){2,}";
  if (new RegExp(`^${points}$`).test(figure)) {
    return writeInstead(
      wholeOf(text),
      everywhere(text, points, (found) => found.replaceAll(".", "")),
    );
  }
  const letters = /^[\d._]+([A-Za-z]+)$/.exec(figure)?.[1];
  if (!letters) return undefined;
  const meant = { m: "M", b: "B", bn: "B", mn: "M", mio: "M", mrd: "B", mln: "M", bln: "B" }[
    letters.toLowerCase()
  ];
  if (!meant) return suffixHint;
  const correction = didYouMean(span, `${figure.slice(0, -letters.length)}${meant}`);
  return inWords(`${correction.words} ${suffixHint}`, correction);
}
