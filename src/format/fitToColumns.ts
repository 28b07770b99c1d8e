// What a command prints, made to fit a terminal that is narrower than the text: prose wraps at words, tables turn taller.
import { displayWidth, signsOf } from "./displayWidth.ts";

/** Narrower terminals are treated as this wide. */
const narrowest = 20;
const cellIndent = 4;

/** The text in lines of at most `columns`; a single longer word stays whole. */
export function fitToColumns(text: string, columns: number): string {
  const width = Math.max(narrowest, columns);
  return text
    .split(/\n{2,}/)
    .map((paragraph) => fitParagraph(paragraph.split("\n"), width).join("\n"))
    .join("\n\n");
}

/** A line of a table has blanks between cells. */
const hasCells = /\S {2,}\S/;

function fitParagraph(lines: readonly string[], width: number): string[] {
  if (lines.every((line) => displayWidth(line) <= width)) return [...lines];
  const first = lines.findIndex((line) => hasCells.test(line));
  if (first < 0) return lines.flatMap((line) => wrapLine(line, width));
  const lead = lines.slice(0, first);
  return [...lead.flatMap((line) => wrapLine(line, width)), ...fitTable(lines.slice(first), width)];
}

/** A line in as many as it needs, each with its indentation. */
function wrapLine(line: string, width: number): string[] {
  if (displayWidth(line) <= width) return [line];
  const indent = /^ */.exec(line)![0];
  const wrapped: string[] = [];
  let current = indent;
  for (const word of line.trim().split(/ +/)) {
    const longer = current.trim() === "" ? current + word : `${current} ${word}`;
    if (displayWidth(longer) > width && current.trim() !== "") {
      wrapped.push(current);
      current = indent + word;
    } else current = longer;
  }
  return [...wrapped, current];
}

/** A line as its columns: a wide sign takes one and leaves the next empty. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  for (const { sign, width } of signsOf(line)) {
    if (width === 0) cells[cells.length - 1] += sign;
    else cells.push(sign, ...(width === 2 ? [""] : []));
  }
  return cells;
}

/**
 * A table of which each row's name stands above its figures, and the figures in as many lines as they need, still under
 * each other: the text is cut where every line has blanks.
 */
function fitTable(lines: readonly string[], width: number): string[] {
  const rows = lines.map(cellsOf);
  const withCells = rows.filter((_, i) => hasCells.test(lines[i]!));
  const length = Math.max(...rows.map((row) => row.length));
  const isBlank = (at: number) => withCells.every((row) => row[at] === undefined || row[at] === " ");
  // A column begins behind two blanks of all rows, the name's at the margin.
  const starts = Array.from({ length }, (_, at) => at).filter(
    (at) => at > 1 && isBlank(at - 1) && isBlank(at - 2) && !isBlank(at),
  );
  const groups: { start: number; end: number }[] = [];
  for (const [k, start] of starts.entries()) {
    const end = starts[k + 1] ?? length;
    const last = groups.at(-1);
    if (last && end - last.start <= width - cellIndent) last.end = end;
    else groups.push({ start, end });
  }
  const text = (row: readonly string[], start: number, end?: number) =>
    row.slice(start, end).join("").trimEnd();
  return rows.flatMap((row, i) => {
    if (!hasCells.test(lines[i]!) && !/^ {12}/.test(lines[i]!)) return wrapLine(lines[i]!, width);
    const name = text(row, 0, starts[0]);
    const figures = groups.map(({ start, end }) => text(row, start, end)).filter((part) => part !== "");
    return [
      ...(name === "" ? [] : wrapLine(name, width)),
      ...figures.map((part) => " ".repeat(cellIndent) + part),
    ];
  });
}
