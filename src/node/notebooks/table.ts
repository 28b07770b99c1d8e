// Tables that a notebook shows.

/** Figures in rows, the first row the heads of the columns, the first column on the left. */
export interface Table {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}
