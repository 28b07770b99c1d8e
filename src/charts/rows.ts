// Charts made of rows: a name at the left, a mark in the middle, the figure at the right.

import { wrap } from "../format/text.ts";
import type { Layers } from "./baseSpec.ts";
import type { Domain, Drawing } from "./drawing.ts";
import { fontSizes, palette } from "./theme.ts";

/** Pixels of a row. */
export const rowHeight = 48;
/** Pixels of the plot between names and figures. */
export const rowPlotWidth = 420;
const lineHeight = 14;
const lineLength = 34;
const maxLines = 3;

/** What is written of a row. */
export interface RowText {
  name: string;
  /** A second, quieter line. */
  note?: string;
  strong?: boolean;
  /** What stands at the right: the first line in bold, a second one quiet. */
  figure?: { text: string; note: string };
}

/** Where the parts of rows stand. */
export interface RowsLayout {
  /** Pixels of the plot. */
  width: number;
  height: number;
  /** Place on the y axis of what stands at `y` in rows: they are counted from the top, the middle of row n is at n + ½. */
  at(y: number): number;
  names(): Layers;
  figures(): Layers;
  /** A quiet line down all rows, for comparison with the base; `scale` is that of the x axis. */
  baseLine(value: number, scale: { type?: string; domain: Domain }): Layers[number];
}

/** The y axis of a chart with rows. */
export function rowAxis(field: string, rows: number, drawing: Drawing) {
  return {
    field,
    type: "quantitative" as const,
    scale: { domain: drawing.domain("y", [0, rows]), reverse: true, nice: false, zero: false },
    axis: null,
  };
}

/** The lines under a name that are quieter than it. */
export function noteLine(note: string): string {
  return wrap(note, lineLength + 4, 1)[0]!;
}

/** Rows as a file shows them: names to the left of the plot, over up to three lines, figures to its right. */
export function rowsBeside(texts: readonly RowText[], drawing: Drawing, width: number): RowsLayout {
  const hasFigures = texts.some(({ figure }) => figure);
  return {
    width,
    height: Math.max(1, texts.length) * rowHeight,
    at: (y) => y,
    names() {
      const lines = texts.flatMap(({ name, note, strong = false }, row) => {
        const named = wrap(name, lineLength, note === undefined ? maxLines : maxLines - 1);
        const styled = named.map((line) => ({ text: line, style: strong ? "strong" : "plain" }));
        if (note !== undefined) styled.push({ text: noteLine(note), style: "note" });
        return styled.map((line, i) => ({ ...line, y: lineOf(row, i, styled.length) }));
      });
      return nameStyles.map((style) =>
        nameLayer(
          style,
          lines.filter((line) => line.style === style),
          -14,
          drawing,
        ),
      );
    },
    figures() {
      if (!hasFigures) return [];
      return figureParts.map((part, i) =>
        figureLayer(
          part,
          texts.map(({ figure }, row) => ({
            y: lineOf(row, i, figure?.note ? 2 : 1),
            text: figure?.[part] ?? "",
          })),
          { x: rowPlotWidth + 16, align: "left" },
          drawing,
        ),
      );
    },
    baseLine: (value) => baseLineLayer([{ base: value }], drawing),
  };
}

/** Height of the `i`-th of `count` lines that stand together in the middle of a row. */
function lineOf(row: number, i: number, count: number): number {
  return row + 0.5 + ((i - (count - 1) / 2) * lineHeight) / rowHeight;
}

/** Names in bold, names, and the lines below them: a layer each. */
export const nameStyles = ["strong", "plain", "note"] as const;
/** The lines of a row's figures: a layer each. */
export const figureParts = ["text", "note"] as const;
type Texts = readonly { y: number; text: string }[];

/** Names of one style at `x` pixels, to the left of it if that is outside of the plot. */
export function nameLayer(
  style: (typeof nameStyles)[number],
  texts: Texts,
  x: number,
  drawing: Drawing,
): Layers[number] {
  return {
    name: `row-names-${style}`,
    data: drawing.data(texts),
    mark: {
      type: "text",
      x,
      align: x < 0 ? "right" : "left",
      baseline: "middle",
      fontSize: style === "note" ? fontSizes.small : fontSizes.label,
      fontWeight: style === "strong" ? "bold" : "normal",
      color: style === "note" ? palette.quiet : palette.text,
      aria: false,
    },
    encoding: { y: { field: "y", type: "quantitative" }, text: { field: "text", type: "nominal" } },
  };
}

/** One part of the figures at `x` pixels. */
export function figureLayer(
  part: (typeof figureParts)[number],
  texts: Texts,
  { x, align }: { x: number; align: "left" | "right" },
  drawing: Drawing,
): Layers[number] {
  return {
    name: `row-figures-${part}`,
    data: drawing.data(texts),
    mark: {
      type: "text",
      x,
      align,
      baseline: "middle",
      fontSize: part === "text" ? fontSizes.label : fontSizes.small,
      fontWeight: part === "text" ? "bold" : "normal",
      color: part === "text" ? palette.text : palette.quiet,
      aria: false,
    },
    encoding: { y: { field: "y", type: "quantitative" }, text: { field: "text", type: "nominal" } },
  };
}

/** The line of the base: down the whole plot, or in pieces from their `top` to their `bottom`. */
export function baseLineLayer(
  pieces: readonly { base: number; top?: number; bottom?: number }[],
  drawing: Drawing,
  { inPieces = false }: { inPieces?: boolean } = {},
): Layers[number] {
  const x = { field: "base", type: "quantitative" } as const;
  const y = { field: "top", type: "quantitative", axis: null } as const;
  return {
    name: "row-base",
    data: drawing.data(pieces),
    mark: { type: "rule", color: palette.line, strokeDash: [4, 3], strokeWidth: 1, aria: false },
    encoding: inPieces ? { x, y, y2: { field: "bottom" } } : { x },
  };
}
