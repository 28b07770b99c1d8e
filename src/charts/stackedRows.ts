// Charts made of rows for a narrow column: names and figures stand above the marks, not beside them.
import type { TopLevelSpec } from "vega-lite";
import { wrap } from "../format/text.ts";
import { baseLineName, figuresName, namesName, rowHeight } from "./rows.ts";
import { fontSizes } from "./theme.ts";

type Values = Readonly<Record<string, unknown>>[];
type Encoding = Record<string, { field?: string; type?: string; axis?: null; scale?: Scale }>;
interface Scale {
  type?: string;
  domain?: unknown;
}
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

  const figureNotes = textsOf(rows, `${figuresName}-note`);
  /** The parts of the plot's width that texts take up in a line of a block. */
  const textsAt = (row: number, index: number): { from: number; to: number }[] => {
    const reach = (text: string | undefined) => (([...(text ?? "")].length + 1) * widthOfLetter) / plotWidth;
    const first = nameLines - named[row]!.length;
    const begun = [
      named[row]![index - first],
      noteLine && index === nameLines ? notes.get(row) : undefined,
      figureLine && index === lines - 1 ? figures.get(row) : undefined,
    ].filter((text) => text !== undefined);
    const ended = figureLine && index === lines - 1 ? figureNotes.get(row) : undefined;
    return [
      ...begun.map((text) => ({ from: -1, to: reach(text) + slack })),
      ...(ended ? [{ from: 1 - reach(ended) - slack, to: 2 }] : []),
    ];
  };
  /** A line down all blocks, but for the lines of text that it would cross. */
  const piecesBeside = (isFree: (row: number, index: number) => boolean) => {
    const pieces: { top: number; bottom: number }[] = [];
    let top = 0;
    for (let row = 0; row < count; row++) {
      for (let index = 0; index < lines; index++) {
        if (isFree(row, index)) continue;
        const bottom = line(row, index - 0.5);
        if (bottom - top > shortestPiece / blockHeight) pieces.push({ top, bottom });
        top = line(row, index + 0.5);
      }
    }
    return [...pieces, { top, bottom: count }];
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
      const pieces = values.flatMap((value) => {
        const at = placeOf(Number(value.base), rows);
        const isFree = (row: number, index: number) =>
          !textsAt(row, index).some(({ from, to }) => at === undefined || (at > from && at < to));
        // Copied whole, the pieces would share the mark that Vega puts on a row once it was drawn, and be taken for one.
        return piecesBeside(isFree).map((piece) => ({ base: value.base, ...piece }));
      });
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

/** Vega may lay an axis out a little wider than its domain. */
const slack = 0.05;
/** Pixels; a shorter one is no line but a stray dash. */
const shortestPiece = 12;

/** Where a value stands along the plot, from 0 to 1; undefined where no layer says from where to where it goes. */
function placeOf(value: number, { layer }: Rows): number | undefined {
  const scale = layer.map(({ encoding }) => encoding.x?.scale).find((one) => Array.isArray(one?.domain));
  if (!scale) return undefined;
  const along = scale.type === "log" ? Math.log : (one: number) => one;
  const [from, to] = (scale.domain as number[]).map(along) as [number, number];
  return (along(value) - from) / (to - from);
}

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
