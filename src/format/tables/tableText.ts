// A table as lines of text, its columns under each other.
import { displayWidth, padTo } from "../displayWidth.ts";
import { cellText, columnOf, isHeading, type Table } from "./table.ts";

/** How a table is laid out as text. */
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
  const widths = columns.map((_, k) => Math.max(0, ...wide.map((row) => displayWidth(row[k] ?? ""))));
  return rows.map((row) => {
    const cells = row.map((cell, k) => {
      const isStart = k === 0 || (columns[k]?.align ?? align) === "start";
      return padTo(cell, widths[k] ?? 0, isStart ? "start" : "end");
    });
    return (indent + cells.join(" ".repeat(gap))).trimEnd();
  });
}
