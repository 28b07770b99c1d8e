// Prose with live figures: the text is the writer's Markdown, what is filled in is data.

/** Signs that mean something in Markdown or HTML. */
const signs = /[\\`*_{}[\]#+!|<>~&]/g;

/** A value as Markdown that shows it and nothing else. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\r\n]+/g, " ").replace(signs, "\\$&");
}

/** The Markdown of a template: its indentation taken away, its values escaped. */
export function proseOf(strings: readonly string[], values: readonly unknown[]): string {
  const indent = commonIndent(strings);
  const parts = strings.map((part) => part.replace(new RegExp(`\\n[ \\t]{0,${indent}}`, "g"), "\n"));
  return parts
    .map((part, k) => (k < values.length ? part + escapeMarkdown(String(values[k])) : part))
    .join("")
    .trim();
}

/** Spaces that all lines but the first begin with; lines without words do not count. */
function commonIndent(strings: readonly string[]): number {
  // A value stands for a word: a line that begins with one has an indentation too.
  const lines = strings.join("x").split("\n").slice(1);
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)![0].length);
  return indents.length > 0 ? Math.min(...indents) : 0;
}
