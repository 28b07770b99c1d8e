// Charts made of rows: a name at the left, a mark in the middle, the figure at the right; in a narrow column names and
// figures above the marks.
import { wrap } from "../format/text.ts";
import type { Drawing } from "./drawing.ts";
import { isNarrow } from "./layout.ts";
import { layoutOf, nameLength, type RowsLayout, type RowText, rowHeight } from "./rowLayers.ts";
import { stackedRows } from "./stackedRows.ts";

/** Pixels of the plot between names and figures. */
export const rowPlotWidth = 420;
const lineHeight = 14;
const maxLines = 3;

/** The y axis of a chart with rows. */
export function rowAxis(field: string, rows: number, drawing: Drawing) {
  return {
    field,
    type: "quantitative" as const,
    scale: { domain: drawing.domain("y", [0, rows]), reverse: true, nice: false, zero: false },
    axis: null,
  };
}

/** Names and figures beside a plot of `width` pixels, which they need not to be shrunk with; above the marks in a narrow column. */
export function rowsLayout(rows: readonly RowText[], drawing: Drawing, width = rowPlotWidth): RowsLayout {
  const { layout } = drawing;
  if (isNarrow(layout)) return stackedRows(rows, drawing, layout.width!);
  // Lines that stand together in the middle of a row.
  const lineY = (row: number, i: number, count: number) =>
    row + 0.5 + ((i - (count - 1) / 2) * lineHeight) / rowHeight;
  const figurePlace = { x: rowPlotWidth + 16, align: "left" } as const;
  return layoutOf(
    {
      rows,
      width,
      height: Math.max(1, rows.length) * rowHeight,
      at: (y) => y,
      nameLines(row) {
        const { name, note } = rows[row]!;
        return wrap(name, nameLength, note === undefined ? maxLines : maxLines - 1);
      },
      nameY: lineY,
      namePlace: { x: -14, align: "right" },
      figureY: lineY,
      figurePlaces: [figurePlace, figurePlace],
    },
    drawing,
  );
}
