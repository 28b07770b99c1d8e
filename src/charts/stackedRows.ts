// Charts made of rows for a narrow column: names and figures stand above the marks, not beside them.
import type { TopLevelSpec } from "vega-lite";
import { baseLineName, figuresName, namesName, rowHeight } from "./rows.ts";
import { fontSizes } from "./theme.ts";
import { wrap } from "./words.ts";

type Values = Readonly<Record<string, unknown>>[];
type Encoding = Record<string, { field?: string; type?: string; axis?: null }>;
interface Layer {
  name?: string;
  data?: { values: Values };
  mark: object;
  encoding: Encoding;
}
interface Rows {
  width: number;
  height: number;
  layer: readonly Layer[];
}

const lineHeight = 16;
const gapAbove = 6;
/** Room for the marks of a row, and what is left below them. */
const markRoom = 30;
const gapBelow = 8;
/** Labels of the axis stand out beyond the plot. */
const axisOverhang = 40;
/** Pixels below which names and figures would lie on each other. */
const narrowestPlot = 210;
const widthOfLetter = 0.56 * fontSizes.label;

/** The same rows for `width` pixels, each a block: name, figures, marks. */
export function stackedRows(spec: TopLevelSpec, width: number): TopLevelSpec {
  const rows = spec as unknown as Rows;
  const count = Math.round(rows.height / rowHeight);
  // A page that is just being laid out may have next to no width.
  const plotWidth = Math.max(narrowestPlot, width - axisOverhang);
  const names = textsOf(rows, namesName);
  const notes = textsOf(rows, `${namesName}-note`);
  const figures = textsOf(rows, figuresName);
  const named = Array.from({ length: count }, (_, row) =>
    wrap(names.get(row) ?? "", Math.floor(plotWidth / widthOfLetter), 2),
  );
  const nameLines = Math.max(1, ...named.map(({ length }) => length));
  const noteLine = notes.size > 0 ? 1 : 0;
  const figureLine = figures.size > 0 ? 1 : 0;
  const lines = nameLines + noteLine + figureLine;
  const blockHeight = gapAbove + lines * lineHeight + markRoom + gapBelow;
  const middle = (gapAbove + lines * lineHeight + markRoom / 2) / blockHeight;
  const line = (row: number, index: number) => row + (gapAbove + (index + 0.5) * lineHeight) / blockHeight;
  /** Where in its block stands what stood there in its row; as thick as it was. */
  const moved = (y: unknown): unknown => {
    if (typeof y !== "number") return y;
    const row = Math.min(Math.floor(y), count - 1);
    return row + middle + ((y - row - 0.5) * rowHeight) / blockHeight;
  };

  const layer = rows.layer.map((one): Layer => {
    const name = one.name ?? "";
    const values = one.data?.values ?? [];
    const placed = (texts: Values, x: number, align: string): Layer => ({
      ...one,
      data: { values: texts },
      mark: { ...one.mark, x, align },
    });
    if (name === `${namesName}-note`) {
      return placed(
        atLine(values, (row) => line(row, nameLines)),
        0,
        "left",
      );
    }
    if (name.startsWith(namesName)) {
      const texts = [...new Set(values.map(rowOf))].flatMap((row) =>
        // Short names stand close to their marks.
        named[row]!.map((text, i) => ({ y: line(row, nameLines - named[row]!.length + i), text })),
      );
      return placed(texts, 0, "left");
    }
    if (name.startsWith(figuresName)) {
      const texts = atLine(values, (row) => line(row, lines - 1));
      return name.endsWith("-note") ? placed(texts, plotWidth, "right") : placed(texts, 0, "left");
    }
    if (name === baseLineName) {
      // In pieces, so that it crosses no text.
      const pieces = Array.from({ length: count }, (_, row) =>
        values.map((value) => ({ ...value, top: row + middle - reach, bottom: row + middle + reach })),
      ).flat();
      const y = { field: "top", type: "quantitative", axis: null };
      return { ...one, data: { values: pieces }, encoding: { ...one.encoding, y, y2: { field: "bottom" } } };
    }
    const fields = [one.encoding.y?.field, one.encoding.y2?.field].filter((field) => field !== undefined);
    const shifted = values.map((value) => ({
      ...value,
      ...Object.fromEntries(fields.map((field) => [field, moved(value[field])])),
    }));
    return { ...one, data: { values: shifted } };
  });
  return { ...rows, width: plotWidth, height: count * blockHeight, layer } as unknown as TopLevelSpec;
}

/** Half the height of the piece of the base line in a block. */
const reach = 0.2;

function rowOf({ y }: Values[number]): number {
  return Math.floor(Number(y));
}

function atLine(values: Values, line: (row: number) => number): Values {
  return values.map((value) => ({ ...value, y: line(rowOf(value)) }));
}

/** The texts of the layers with this name by row; lines that were one text are one again. */
function textsOf({ layer }: Rows, name: string): Map<number, string> {
  const texts = new Map<number, string>();
  for (const { name: own = "", data } of layer) {
    const isAsked = own === name || (own.startsWith(name) && !own.endsWith("-note"));
    if (!isAsked) continue;
    for (const value of data?.values ?? []) {
      const before = texts.get(rowOf(value));
      texts.set(rowOf(value), [before, String(value.text)].filter(Boolean).join(" "));
    }
  }
  return texts;
}
