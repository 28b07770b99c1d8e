// How many columns of a terminal a text takes: Chinese, Japanese, Korean and emoji two a sign, combining marks none.
import { eastAsianWidth } from "get-east-asian-width";

const isMark = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u;
const isEmoji = /\p{Emoji_Presentation}|\ufe0f|\u20e3/u;
const isPlain = /^[\x20-\x7e]*$/;

/** Signs as they are seen, each with its columns: of an e with an accent, or a family of emoji, one. */
export function signsOf(text: string): { sign: string; width: number }[] {
  const segments = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text);
  return Array.from(segments, ({ segment: sign }) => ({ sign, width: widthOfSign(sign) }));
}

function widthOfSign(sign: string): number {
  if (isMark.test(sign)) return 0;
  return isEmoji.test(sign) ? 2 : eastAsianWidth(sign.codePointAt(0)!);
}

/** The columns that a text takes. displayWidth("排放 🙂") → 7 */
export function displayWidth(text: string): number {
  if (isPlain.test(text)) return text.length;
  return signsOf(text).reduce((sum, { width }) => sum + width, 0);
}

/** The text with blanks up to a width, before it or behind it; a longer one stays. */
export function padTo(text: string, width: number, side: "start" | "end"): string {
  const blanks = " ".repeat(Math.max(0, width - displayWidth(text)));
  return side === "start" ? text + blanks : blanks + text;
}
