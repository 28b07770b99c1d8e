// Charts made of rows for a narrow column: names and figures stand above the marks, not beside them.
import { oneLine, wrap } from "../format/text.ts";
import type { Domain, Drawing } from "./drawing.ts";
import { narrowestPlot } from "./layout.ts";
import { layoutOf, noteLine, type RowsLayout, type RowText, rowHeight } from "./rowLayers.ts";
import { fontSizes } from "./theme.ts";

const lineHeight = 16;
const gapAbove = 6;
/** Room for the marks of a row, and what is left below them. */
const markRoom = 30;
const gapBelow = 8;
/** Labels of the axis stand out beyond the plot. */
const axisOverhang = 40;
const widthOfLetter = 0.56 * fontSizes.label;
/** Vega may lay an axis out a little wider than its domain. */
const slack = 0.05;
/** Pixels; a shorter one is no line but a stray dash. */
const shortestPiece = 12;

/** Rows that are each a block: name, note, figures, marks. All blocks are of one height, and there is at least one. */
type Blocks = ReturnType<typeof blocksOf>;

/** The same rows for a column of `width` pixels. */
export function stackedRows(rows: readonly RowText[], drawing: Drawing, width: number): RowsLayout {
  const blocks = blocksOf(rows, width);
  const { count, plotWidth, named, nameLines, lines, blockHeight } = blocks;
  const middle = (gapAbove + lines * lineHeight + markRoom / 2) / blockHeight;
  return layoutOf(
    {
      rows,
      width: plotWidth,
      height: count * blockHeight,
      // Where in its block stands what stood there in its row; as thick as it was.
      at(y) {
        const row = Math.min(Math.floor(y), count - 1);
        return row + middle + ((y - row - 0.5) * rowHeight) / blockHeight;
      },
      nameLines: (row) => named[row]!,
      // Short names stand close to their marks.
      nameY: (row, i) => lineAt(blocks, row, nameLines - named[row]!.length + i),
      namePlace: { x: 0, align: "left" },
      figureY: (row) => lineAt(blocks, row, lines - 1),
      figurePlaces: [
        { x: 0, align: "left" },
        { x: plotWidth, align: "right" },
      ],
      basePieces(value, scale) {
        const at = placeOf(value, scale);
        return piecesBeside(blocks, (row, index) =>
          textsAt(blocks, row, index).every(({ from, to }) => at <= from || at >= to),
        );
      },
    },
    drawing,
  );
}

function blocksOf(rows: readonly RowText[], width: number) {
  const count = Math.max(1, rows.length);
  // A page that is just being laid out may have next to no width.
  const plotWidth = Math.max(narrowestPlot, width - axisOverhang);
  const named = Array.from({ length: count }, (_, row) =>
    wrap(oneLine(rows[row]?.name ?? ""), Math.floor(plotWidth / widthOfLetter), 2),
  );
  const nameLines = Math.max(1, ...named.map(({ length }) => length));
  const noteLines = rows.some(({ note }) => note !== undefined) ? 1 : 0;
  const figureLines = rows.some(({ figure }) => figure) ? 1 : 0;
  const lines = nameLines + noteLines + figureLines;
  const blockHeight = gapAbove + lines * lineHeight + markRoom + gapBelow;
  return { rows, count, plotWidth, named, nameLines, noteLines, figureLines, lines, blockHeight };
}

/** Height of a line of a block, on the axis of rows. */
function lineAt({ blockHeight }: Blocks, row: number, index: number): number {
  return row + (gapAbove + (index + 0.5) * lineHeight) / blockHeight;
}

/** The parts of the plot's width that texts take up in a line of a block. */
function textsAt(blocks: Blocks, row: number, index: number): { from: number; to: number }[] {
  const { rows, named, nameLines, lines, plotWidth, noteLines, figureLines } = blocks;
  const { note, figure }: Partial<RowText> = rows[row] ?? {};
  const reach = (text: string) => (([...text].length + 1) * widthOfLetter) / plotWidth;
  const isFigureLine = figureLines > 0 && index === lines - 1;
  const begun = [
    named[row]![index - (nameLines - named[row]!.length)],
    noteLines > 0 && index === nameLines && note !== undefined ? noteLine(note) : undefined,
    isFigureLine ? figure?.text : undefined,
  ].filter((text) => text !== undefined);
  const ended = isFigureLine ? figure?.note : undefined;
  return [
    ...begun.map((text) => ({ from: -1, to: reach(text) + slack })),
    ...(ended ? [{ from: 1 - reach(ended) - slack, to: 2 }] : []),
  ];
}

/** A line down all blocks, but for the lines of text that it would cross. */
function piecesBeside(blocks: Blocks, isFree: (row: number, index: number) => boolean) {
  const { count, lines, blockHeight } = blocks;
  const pieces: { top: number; bottom: number }[] = [];
  let top = 0;
  for (let row = 0; row < count; row++) {
    for (let index = 0; index < lines; index++) {
      if (isFree(row, index)) continue;
      const bottom = lineAt(blocks, row, index - 0.5);
      if (bottom - top > shortestPiece / blockHeight) pieces.push({ top, bottom });
      top = lineAt(blocks, row, index + 0.5);
    }
  }
  return [...pieces, { top, bottom: count }];
}

/** Where a value stands along the plot, from 0 to 1. */
function placeOf(value: number, { type, domain }: { type?: string; domain: Domain }): number {
  const along = type === "log" ? Math.log : (one: number) => one;
  const [from, to] = domain.map(along) as [number, number];
  return (along(value) - from) / (to - from);
}
