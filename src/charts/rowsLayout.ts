// Rows in the way that there is room for.
import type { Drawing } from "./drawing.ts";
import { isNarrow } from "./layout.ts";
import { type RowsLayout, type RowText, rowPlotWidth, rowsBeside } from "./rows.ts";
import { stackedRows } from "./stackedRows.ts";

/** Names and figures beside a plot of `width` pixels, which they need not to be shrunk with; above the marks in a narrow column. */
export function rowsLayout(texts: readonly RowText[], drawing: Drawing, width = rowPlotWidth): RowsLayout {
  const { layout } = drawing;
  return isNarrow(layout) && layout.width !== undefined
    ? stackedRows(texts, drawing, layout.width)
    : rowsBeside(texts, drawing, width);
}
