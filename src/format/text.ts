// A person's words, made to fit a chart or a terminal and told apart. They are data and never become code.
import { displayWidth } from "./displayWidth.ts";

/** A text on one line, without the control characters that no SVG may hold. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff\s]+/gu, " ").trim();
}

/** A text cut to `length` characters, the last of them "…" if something is missing. */
export function shorten(text: string, length: number): string {
  const characters = [...oneLine(text)];
  return characters.length <= length
    ? characters.join("")
    : `${characters
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`;
}

/** A text in at most `lines` lines of `length` characters, about equally long; what does not fit ends in "…". */
export function wrap(text: string, length: number, lines: number): string[] {
  const greedy = fill(text, length, lines);
  if (greedy.length === 1 || greedy.at(-1)!.endsWith("…")) return greedy;
  // The narrowest setting with as many lines leaves no word alone in the last.
  let balanced = greedy;
  for (let narrower = length - 1; narrower > 0; narrower--) {
    const candidate = fill(text, narrower, lines + 1);
    if (candidate.length > greedy.length || candidate.join(" ") !== greedy.join(" ")) break;
    balanced = candidate;
  }
  return balanced;
}

/** A text in as many lines of at most `width` characters as it needs, each beginning with `indent`; no word is broken. */
export function fillParagraph(text: string, { width = 100, indent = "" } = {}): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(/\s+/)) {
    const longer = line === indent ? line + word : `${line} ${word}`;
    if (displayWidth(longer) > width && line !== indent) {
      lines.push(line);
      line = indent + word;
    } else line = longer;
  }
  return [...lines, line].join("\n");
}

function fill(text: string, length: number, lines: number): string[] {
  const filled: string[] = [];
  let rest = [...oneLine(text)];
  while (rest.length > length && filled.length < lines - 1) {
    const space = lastBreak(rest, length);
    const end = space > 0 ? space : length;
    filled.push(rest.slice(0, end).join(""));
    rest = rest.slice(space > 0 ? end + 1 : end);
  }
  filled.push(shorten(rest.join(""), length));
  return filled;
}

/** The last space up to `length` at which a line may end: a number keeps its per cent sign. */
function lastBreak(letters: readonly string[], length: number): number {
  const space = letters.lastIndexOf(" ", length);
  return space > 0 && letters[space + 1] === "%" ? lastBreak(letters, space - 1) : space;
}

/** Titles cut to length and still all different: equal ones get their name behind them. */
export function distinctTitles(titled: readonly { name: string; title: string }[], length: number): string[] {
  const short = titled.map(({ title }) => shorten(title, length));
  return short.map((title, i) =>
    short.indexOf(title) === short.lastIndexOf(title) ? title : `${title} (${titled[i]!.name})`,
  );
}

/** "Month" for "month". */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
