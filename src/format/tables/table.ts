// The one shape of a table, whoever shows it: terminal, report, notebook page, .ipynb.
import type { Figure } from "../figures/figure.ts";

/** What stands in a cell: its text and, where it shows a figure, that figure. */
export interface Cell {
  text: string;
  figure?: Figure;
  /** How many columns it reaches over; one unless given. */
  span?: number;
}

/** The head of a column and how its cells are set. */
export interface Column {
  head: string;
  /** Of its figures; written behind the head in parentheses. */
  unit?: string;
  /** Words begin at the left ("start"), digits stand under digits ("end"); as the host has it unless given. */
  align?: "start" | "end";
}

/**
 * A table. The first column names the rows; a row of a single cell, where there are several columns, is the heading of
 * those below it. A plain text stands for a column or cell of that text alone:
 * `{ caption: "Coins", columns: ["", "Median"], rows: [["As believed", "4 USD"]] }`
 */
export interface Table {
  caption?: string;
  /** Of all figures; none where they are chances or their columns have their own. */
  unit?: string;
  columns: readonly (string | Column)[];
  rows: readonly TableRow[];
}

/** A table of texts alone, as notebooks give it and most are written. */
export interface TextTable extends Table {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The cells of a row from the left; missing ones at its end are empty. */
export type TableRow = readonly (string | Cell)[];

/** The text of a cell. */
export function cellText(cell: string | Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}

/** A column with its head as it is written: "gives (USD)". */
export function columnOf(column: string | Column): Column {
  if (typeof column === "string") return { head: column };
  const { unit, head } = column;
  return unit === undefined || unit === "" ? column : { ...column, head: `${head} (${unit})` };
}

/** Whether a row is the heading of those below it. */
export function isHeading({ columns }: Pick<Table, "columns">, row: TableRow): boolean {
  return row.length === 1 && columns.length > 1;
}
