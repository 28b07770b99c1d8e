// The layers that all charts with rows have: names, figures, and the line of the base.
import { wrap } from "../format/text.ts";
import type { Layers } from "./baseSpec.ts";
import type { Domain, Drawing } from "./drawing.ts";
import { fontSizes, palette } from "./theme.ts";

/** Pixels of a row that stands beside its name. */
export const rowHeight = 48;
/** Letters of a line of a name that stands beside its row. */
export const nameLength = 34;

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

const textStyles = {
  strong: { fontSize: fontSizes.label, fontWeight: "bold", color: palette.text },
  plain: { fontSize: fontSizes.label, fontWeight: "normal", color: palette.text },
  note: { fontSize: fontSizes.small, fontWeight: "normal", color: palette.quiet },
} as const;
type TextStyle = keyof typeof textStyles;

/** Pixels from the plot's left, and on which side of it a text begins. */
interface TextPlace {
  x: number;
  align: "left" | "right";
}

/** What a layout of rows decides. */
export interface RowParts extends Pick<RowsLayout, "width" | "height" | "at"> {
  rows: readonly RowText[];
  /** The lines of a row's name in turn, and the place on the y axis of the `i`-th of `count` lines of name and note. */
  nameLines(row: number): readonly string[];
  nameY(row: number, i: number, count: number): number;
  namePlace: TextPlace;
  figureY(row: number, i: number, count: number): number;
  figurePlaces: readonly [text: TextPlace, note: TextPlace];
  /** The line of the base in pieces; in one unless given. */
  basePieces?(value: number, scale: { type?: string; domain: Domain }): { top: number; bottom: number }[];
}

/** Rows whose parts stand as a layout has decided. */
export function layoutOf(parts: RowParts, drawing: Drawing): RowsLayout {
  const { rows, width, height, at, namePlace, figurePlaces } = parts;
  return {
    width,
    height,
    at,
    names() {
      const lines = rows.flatMap(({ note, strong = false }, row) => {
        const named = parts.nameLines(row).map((text) => ({ text, style: strong ? "strong" : "plain" }));
        if (note !== undefined) named.push({ text: noteLine(note), style: "note" });
        return named.map((line, i) => ({ ...line, y: parts.nameY(row, i, named.length) }));
      });
      return (["strong", "plain", "note"] as const).map((style) => {
        const own = lines.filter((line) => line.style === style);
        return textLayer(`row-names-${style}`, style, own, namePlace, drawing);
      });
    },
    figures() {
      if (!rows.some(({ figure }) => figure)) return [];
      return (["text", "note"] as const).map((part, i) => {
        const texts = rows.map(({ figure }, row) => ({
          y: parts.figureY(row, i, figure?.note ? 2 : 1),
          text: figure?.[part] ?? "",
        }));
        const style = part === "text" ? "strong" : "note";
        return textLayer(`row-figures-${part}`, style, texts, figurePlaces[i]!, drawing);
      });
    },
    baseLine(value, scale) {
      const pieces = parts.basePieces?.(value, scale);
      const x = { field: "base", type: "quantitative" } as const;
      const y = { field: "top", type: "quantitative", axis: null } as const;
      return {
        name: "row-base",
        data: drawing.data((pieces ?? [{}]).map((piece) => ({ base: value, ...piece }))),
        mark: { type: "rule", color: palette.line, strokeDash: [4, 3], strokeWidth: 1, aria: false },
        encoding: pieces ? { x, y, y2: { field: "bottom" } } : { x },
      };
    },
  };
}

/** The lines under a name that are quieter than it. */
export function noteLine(note: string): string {
  return wrap(note, nameLength + 4, 1)[0]!;
}

function textLayer(
  name: string,
  style: TextStyle,
  texts: readonly { y: number; text: string }[],
  place: TextPlace,
  drawing: Drawing,
): Layers[number] {
  return {
    name,
    data: drawing.data(texts),
    mark: { type: "text", ...place, baseline: "middle", ...textStyles[style], aria: false },
    encoding: { y: { field: "y", type: "quantitative" }, text: { field: "text", type: "nominal" } },
  };
}
