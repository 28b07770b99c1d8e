// Charts made of rows: a name at the left, a mark in the middle, the figure at the right.

import { wrap } from "../format/text.ts";
import type { Layers } from "./baseSpec.ts";
import { fontSizes, palette } from "./theme.ts";

export const rowHeight = 48;
export const rowPlotWidth = 420;
/** Names of the layers, by which the rows are arranged anew where there is no room beside the plot. */
export const namesName = "row-names";
export const figuresName = "row-figures";
export const baseLineName = "row-base";
const lineHeight = 14;
const lineLength = 34;

/** Place on the y axis of a chart with rows: they are counted from the top, the middle of row n is at n + ½. */
export function rowAxis(field: string, rows: number) {
  return {
    field,
    type: "quantitative" as const,
    scale: { domain: [0, rows], reverse: true, nice: false, zero: false },
    axis: null,
  };
}

export interface RowName {
  text: string;
  /** A second, quieter line. */
  note?: string;
  strong?: boolean;
}

/** The rows' names to the left of the plot, over up to three lines. */
export function rowNames(names: readonly RowName[]): Layers {
  const maxLines = 3;
  const lines = names.flatMap(({ text, note, strong = false }, row) => {
    const named = wrap(text, lineLength, note === undefined ? maxLines : maxLines - 1);
    const styled = named.map((line) => ({ text: line, style: strong ? "strong" : "plain" }));
    if (note !== undefined) styled.push({ text: wrap(note, lineLength + 4, 1)[0]!, style: "note" });
    return styled.map((line, i) => ({ ...line, y: lineOf(row, i, styled.length) }));
  });
  return ["strong", "plain", "note"].map((style) => ({
    name: `${namesName}-${style}`,
    data: { values: lines.filter((line) => line.style === style) },
    mark: {
      type: "text",
      x: -14,
      align: "right",
      baseline: "middle",
      fontSize: style === "note" ? fontSizes.small : fontSizes.label,
      fontWeight: style === "strong" ? "bold" : "normal",
      color: style === "note" ? palette.quiet : palette.text,
      aria: false,
    },
    encoding: { y: { field: "y", type: "quantitative" }, text: { field: "text", type: "nominal" } },
  }));
}

/** The rows' figures to the right of the plot: the first line in bold, a second one quiet. */
export function rowFigures(figures: readonly { text: string; note: string }[]): Layers {
  return (["text", "note"] as const).map((part, i) => ({
    name: `${figuresName}-${part}`,
    data: {
      values: figures.map((figure, row) => ({ y: lineOf(row, i, figure.note ? 2 : 1), text: figure[part] })),
    },
    mark: {
      type: "text",
      x: rowPlotWidth + 16,
      align: "left",
      baseline: "middle",
      fontSize: part === "text" ? fontSizes.label : fontSizes.small,
      fontWeight: part === "text" ? "bold" : "normal",
      color: part === "text" ? palette.text : palette.quiet,
      aria: false,
    },
    encoding: { y: { field: "y", type: "quantitative" }, text: { field: "text", type: "nominal" } },
  }));
}

/** Height of the `i`-th of `count` lines that stand together in the middle of a row. */
function lineOf(row: number, i: number, count: number): number {
  return row + 0.5 + ((i - (count - 1) / 2) * lineHeight) / rowHeight;
}

/** A quiet line down all rows, for comparison with the base. */
export function baseLine(value: number): Layers[number] {
  return {
    name: baseLineName,
    data: { values: [{ base: value }] },
    mark: { type: "rule", color: palette.line, strokeDash: [4, 3], strokeWidth: 1, aria: false },
    encoding: { x: { field: "base", type: "quantitative" } },
  };
}
