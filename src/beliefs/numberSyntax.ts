// Numbers as they are written in beliefs: 11k, 1.28M, 2B, 15%, 11_000, 1e6.

import { numeral } from "../numeric/numeral.ts";
import { BeliefProblem } from "./beliefProblem.ts";
import type { Span } from "./span.ts";

const powersOfTen: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6, B: 9 };
const suffixHint = "k is thousand, M million, B billion";

/** Sizes outside are slips of the keyboard, and would overflow in a product of inputs. */
const largest = 1e100;
const smallest = 1e-100;

const numberPattern = /^(\d+(?:_\d+)*)?(?:\.(\d+(?:_\d+)*))?(?:[eE]([+-]?\d+))?(k|K|M|B)?$/;
// The same separator throughout: "1,280,000", "1 280 000".
const thousandsPattern = /(?<![\d.,_])\d{1,3}([, ])\d{3}(?:\1\d{3})*(?![\d.])/g;

/**
 * A numeral without sign, to be matched at a place. Letters belong to it, so that "11m" is reported as a whole; a sign only
 * after an exponent's e.
 */
export const numeralPattern = /(?:\d|\.\d)[\w.]*(?:(?<=\d[eE])[+-]\w*)?(?:\s?%)?/y;

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
 * @throws BeliefProblem where it is no number, or outside 1e-100 … 1e100
 */
export function numeralValue(lexeme: string, span: Span, text: string): { value: number; percent: boolean } {
  const percent = lexeme.endsWith("%");
  const figure = percent ? lexeme.slice(0, -1).trimEnd() : lexeme;
  const parts = numberPattern.exec(figure);
  const [, whole = "", fraction = "", exponent = "0", suffix = ""] = parts ?? [];
  if (!parts || whole + fraction === "") throw notANumber(figure, span);
  if (/^0\d/.test(whole)) throw leadingZero(lexeme, span, text);
  if (percent && suffix) {
    throw new BeliefProblem(span, `"${lexeme}" is both ${suffix} and percent`, suffixHint);
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

/** The problem of thousands separators (comma or space) in the number at `offset`, if there are any. */
export function thousandsProblem(text: string, offset: number): BeliefProblem | undefined {
  for (const match of text.matchAll(thousandsPattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start <= offset && offset <= end) {
      return new BeliefProblem({ start, end }, `"${match[0]}" is not a number`, writeInstead(match[0]));
    }
  }
  return undefined;
}

/** "11,000" → "write 11000 or 11k" */
function writeInstead(thousands: string): string {
  const value = Number(thousands.replace(/[,. _']/g, ""));
  const short = numeral(value);
  return short.length < String(value).length ? `write ${value} or ${short}` : `write ${value}`;
}

const figureDigits = 4;

/** A computed figure with as many digits as one would write: roundFigure(11_234.5) → 11230 */
export function roundFigure(value: number): number {
  return Number(value.toPrecision(figureDigits));
}

function notANumber(figure: string, span: Span): BeliefProblem {
  const message = `"${figure}" is not a number`;
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(figure)) return new BeliefProblem(span, message, writeInstead(figure));
  const letters = /^[\d._]+([A-Za-z]+)$/.exec(figure)?.[1];
  if (letters) {
    const lowerCase = { m: "M", b: "B", bn: "B", mn: "M", mio: "M", mrd: "B" }[letters.toLowerCase()];
    const meant = lowerCase && `${figure.slice(0, -letters.length)}${lowerCase}`;
    return new BeliefProblem(span, message, meant ? `did you mean ${meant}? ${suffixHint}` : suffixHint);
  }
  return new BeliefProblem(span, message);
}

function leadingZero(lexeme: string, span: Span, text: string): BeliefProblem {
  const thousands = thousandsProblem(text, span.start);
  if (thousands) return thousands;
  const plain = lexeme.replace(/^0+(?=\d)/, "");
  return new BeliefProblem(span, `"${lexeme}" begins with a zero`, `write ${plain}`);
}
