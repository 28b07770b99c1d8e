// Text from files and errors on its way to a terminal.

/**
 * What commands a terminal, or turns the order of what stands there: control characters but tab and line end, a delete
 * sign, the marks and embeddings of writing direction, separators of lines, marks of byte order.
 */
const commanding = /(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** A text in which such characters are written out: visible("a\u202eb") → "a\\u202eb". In JSON it stays the same text. */
export function visible(text: string): string {
  const lines = text.replaceAll("\r\n", "\n");
  return lines.replace(commanding, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
