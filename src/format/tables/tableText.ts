// A table as lines of text, its columns under each other.
import { cellText, columnOf, isHeading, type Table } from "./table.ts";

export interface TextTableOptions {
  /** Before every line. */
  indent?: string;
  /** Spaces between columns. */
  gap?: number;
  /** Of columns that do not say themselves; the first always begins at the left. */
  align?: "start" | "end";
}

/** Heads, where there are some, and rows as lines, without the caption; a heading may reach over all columns. */
export function tableLines(
  table: Table,
  { indent = "", gap = 2, align = "end" }: TextTableOptions = {},
): string[] {
  const columns = table.columns.map(columnOf);
  const heads = columns.map(({ head }) => head);
  const hasHeads = heads.some((head) => head !== "");
  const rows = [...(hasHeads ? [heads] : []), ...table.rows.map((row) => row.map(cellText))];
  const wide = rows.filter((row) => !isHeading(table, row));
  const widths = columns.map((_, k) => Math.max(0, ...wide.map((row) => row[k]?.length ?? 0)));
  return rows.map((row) => {
    const cells = row.map((cell, k) => {
      const isStart = k === 0 || (columns[k]?.align ?? align) === "start";
      return isStart ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0);
    });
    return (indent + cells.join(" ".repeat(gap))).trimEnd();
  });
}
