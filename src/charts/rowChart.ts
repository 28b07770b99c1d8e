// Rows with marks on a common axis and their figures beside them, the first of them the base.
import type { EventSummary } from "../analysis/findings.ts";
import { formatNumber } from "../format/numbers.ts";
import { probabilityWords } from "../format/probabilityWords.ts";
import type { ChartParts, Layers } from "./baseSpec.ts";
import type { Domain, Drawing } from "./drawing.ts";
import { axisBelow } from "./layout.ts";
import type { RowText } from "./rowLayers.ts";
import { rowAxis, rowsLayout } from "./rows.ts";
import { palette, seriesColours } from "./theme.ts";

/** Figures beside the rows are for comparing at a glance. */
export const rowDigits = 3;

/** A row: what is written of it, and the fields that its marks are drawn from; none where there is nothing to draw. */
export interface ChartRow<Marks> {
  text: RowText;
  /** What it is called in a sentence. */
  title: string;
  marks?: Marks | undefined;
  figure: { text: string; note: string };
}

/** The x axis of rows and its scale. */
export interface RowsAxis {
  axis: { title: string; labelExpr: string; values?: number[]; tickCount?: number };
  scale: { type?: "log"; domain: Domain; zero?: boolean; nice: boolean };
}

/** "As written: 5.1B (2.0B to 8.3B)" */
export function rowWords({ title, figure: { text, note } }: ChartRow<object>): string {
  return note ? `${title}: ${text} (${note})` : `${title}: ${text}`;
}

/** The chance of an event as the figure of its row. */
export function chanceFigureOf({
  probability,
}: Pick<EventSummary, "probability">): ChartRow<object>["figure"] {
  const style = { error: probability.error, percent: true, digits: rowDigits };
  return { text: formatNumber(probability.value, style), note: probabilityWords(probability) };
}

/** A value for the row of the base, and one for all others. */
export function baseOr<Value>(base: Value, other: Value) {
  return { condition: { test: "datum.base", value: base }, value: other };
}

/** What the layers of the marks are made with. */
export interface RowMarks<Marks> {
  /** The fields of the marks, their `row`, whether it is the `base`, and what it `says`. */
  values: readonly (Marks & { base: boolean })[];
  x(field: string & keyof Marks): {
    field: string;
    type: "quantitative";
    scale: object;
    axis: ReturnType<typeof axisBelow>;
  };
  y: ReturnType<typeof rowAxis>;
  color: ReturnType<typeof baseOr<string>>;
}

/** Size and layers of rows; `baseAt` is where the base has its line down all rows. */
export function rowsChart<Marks extends object>(
  rows: readonly ChartRow<Marks>[],
  { axis, scale }: RowsAxis,
  layersOf: (marks: RowMarks<Marks>) => Layers,
  baseAt: number | undefined,
  drawing: Drawing,
): Pick<ChartParts, "width" | "height" | "layer"> {
  const stand = rowsLayout(
    rows.map(({ text, figure }) => ({ ...text, figure })),
    drawing,
  );
  const values = rows.flatMap((row, i) =>
    row.marks ? [{ ...row.marks, row: stand.at(i + 0.5), base: i === 0, says: rowWords(row) }] : [],
  );
  const below = axisBelow(axis, drawing.layout, { isLog: scale.type === "log" });
  return {
    width: stand.width,
    height: stand.height,
    layer: [
      ...(baseAt === undefined ? [] : [stand.baseLine(baseAt, scale)]),
      ...layersOf({
        values,
        x: (field) => ({
          field,
          type: "quantitative",
          scale: { ...scale, domain: drawing.domain("x", scale.domain) },
          axis: { ...below, grid: true, gridColor: palette.grid },
        }),
        y: rowAxis("row", rows.length, drawing),
        color: baseOr<string>(seriesColours.blue, seriesColours.grey),
      }),
      ...stand.names(),
      ...stand.figures(),
    ],
  };
}
