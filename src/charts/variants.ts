// Variants side by side: what each what-if makes of one outcome, a row each, the base first.

import type { EventSummary, Findings, ScalarSummary } from "../analysis/findings.ts";
import { counted, formatInterval, formatNumber } from "../format/numbers.ts";
import { outputReadsAsShare } from "../format/outputReadsAsShare.ts";
import { probabilityWords } from "../format/probabilityWords.ts";
import { axisDomain, axisNumbers, axisTitle } from "./axisNumbers.ts";
import type { ChartParts, Layers } from "./baseSpec.ts";
import { defineChart, placeOf } from "./defineChart.ts";
import type { Domain, Drawing } from "./drawing.ts";
import { error95 } from "./error95.ts";
import { axisBelow } from "./layout.ts";
import { outcomeTable } from "./outcomeTable.ts";
import { ratioAxis, ratioWords, readsByRatio } from "./ratioAxis.ts";
import { rowAxis } from "./rows.ts";
import { rowsLayout } from "./rowsLayout.ts";
import { baseOf, matches, outputsOf, summaryIn, summaryOf } from "./selectors.ts";
import { palette, seriesColours } from "./theme.ts";

/** The variants of a scalar (intervals and median) or of an event (probability with its error). */
export const variants = defineChart({
  kind: "variants",
  appliesTo: { shape: "single" },
  places: comparable,
  draw: ({ findings, output }, drawing) => rowChart(rowsOf(findings, output), drawing),
  table: outcomeTable,
  isQuick: false,
  headline: { rank: 3, title: "Rows", appliesTo: { quantity: "chance", shape: "single" } },
  hasRows: true,
});

/** Outputs whose variants can stand side by side; with a single variant only events, which have no other chart. */
function comparable(findings: Findings) {
  const { outputs } = baseOf(findings);
  const isAlone = findings.variants.length === 1;
  return outputsOf(findings, { shape: "single" })
    .filter((output) => !isAlone || matches(outputs[output]!, { quantity: "chance" }))
    .map((output) => placeOf("variants", output));
}

function rowsOf(findings: Findings, output: string): RowChart {
  return summaryIn(baseOf(findings), output, "chance", "single")
    ? variantsOfEvent(findings, output)
    : variantsOfScalar(findings, output);
}

/** Figures beside the rows are for comparing at a glance. */
const shortDigits = 3;

interface Row {
  title: string;
  /** Ends of the thin and of the thick line, and the dot; absent where there is nothing to draw. */
  marks?: { low: number; high: number; lower?: number; upper?: number; dot: number };
  figure: { text: string; note: string };
}

function variantsOfScalar(findings: Findings, output: string): RowChart {
  const summaries = findings.variants.map((variant) => summaryOf(variant, output, "number", "single"));
  const { label, unit } = summaries[0]!;
  const ends = summaries.flatMap(({ p5, p95 }) => [p5.value, p95.value]).filter(Number.isFinite);
  const percent = outputReadsAsShare(findings.variants, output);
  const byRatio = readsByRatio(summaries.map(({ p5, p95 }) => ({ low: p5.value, high: p95.value })));
  const { scale, axis } = byRatio
    ? ratioAxis(ends, percent)
    : { scale: { domain: axisDomain(ends), zero: false, nice: true }, axis: { tickCount: 5 } };
  const rows = findings.variants.map(({ title }, i): Row => scalarRow(title, summaries[i]!, percent));
  return {
    title: `${label}: ${findings.title}`,
    subtitle: `Dot: median. Thick line: half of the trials (p25 to p75). Thin line: 9 in 10 (p5 to p95).${byRatio ? ` ${ratioWords}` : ""}`,
    about: `${axisTitle(label, unit)} in ${counted(rows.length, "variant")}: median and the interval of 9 in 10 trials.`,
    axis: { title: axisTitle(label, unit), labelExpr: axisNumbers("x", percent), ...axis },
    scale,
    rows,
  };
}

function scalarRow(title: string, summary: ScalarSummary, percent: boolean): Row {
  const { unit, p5, p25, p50, p75, p95, never } = summary;
  const happened = never?.value
    ? `in ${formatNumber(1 - never.value, { error: never.error, percent: true, digits: shortDigits })} of trials`
    : "";
  if (!Number.isFinite(p50.value)) return { title, figure: { text: "did not happen", note: "" } };
  const inShort = ({ value }: { value: number }) =>
    formatNumber(value, { percent, of: unit, digits: shortDigits });
  const note = inShort(p5) === inShort(p95) ? "" : formatInterval(p5, p95, undefined, { percent, of: unit });
  return {
    title,
    marks: { low: p5.value, high: p95.value, lower: p25.value, upper: p75.value, dot: p50.value },
    figure: {
      text: formatNumber(p50.value, { error: p50.error, percent, of: unit, digits: shortDigits }),
      note: [note, happened].filter(Boolean).join(", "),
    },
  };
}

function variantsOfEvent(findings: Findings, output: string): RowChart {
  const summaries = findings.variants.map((variant) => summaryOf(variant, output, "chance", "single"));
  const { label } = summaries[0]!;
  const rows = findings.variants.map(({ title }, i): Row => eventRow(title, summaries[i]!));
  return {
    title: `Chance of “${label}”: ${findings.title}`,
    subtitle:
      "Dot: share of trials in which it happened. Line: 95 % error interval of the simulation, where the dot does not hide it.",
    about: `The chance of “${label}” in ${counted(rows.length, "variant")}.`,
    axis: { title: "Chance", labelExpr: axisNumbers("x", true), values: [0, 0.25, 0.5, 0.75, 1] },
    scale: { domain: [0, 1], zero: false, nice: true },
    rows,
  };
}

function eventRow(title: string, { probability }: EventSummary): Row {
  return {
    title,
    marks: { ...error95(probability), dot: probability.value },
    figure: {
      text: formatNumber(probability.value, { error: probability.error, percent: true, digits: shortDigits }),
      note: probabilityWords(probability),
    },
  };
}

interface RowChart {
  title: string;
  subtitle: string;
  about: string;
  axis: { title: string; labelExpr: string; values?: number[]; tickCount?: number };
  scale: { type?: "log"; domain: Domain; zero?: boolean; nice: boolean };
  rows: readonly Row[];
}

function rowChart({ title, subtitle, about, axis, scale, rows }: RowChart, drawing: Drawing): ChartParts {
  const stand = rowsLayout(
    rows.map(({ title, figure }, i) => ({ name: title, strong: i === 0, figure })),
    drawing,
  );
  const values = rows.flatMap(({ title, marks, figure }, i) =>
    marks ? [{ ...marks, row: stand.at(i + 0.5), base: i === 0, says: `${title}: ${told(figure)}` }] : [],
  );
  const x = (field: string) => ({
    field,
    type: "quantitative" as const,
    scale: { ...scale, domain: drawing.domain("x", scale.domain) },
    axis: {
      ...axisBelow(axis, drawing.layout, { isLog: scale.type === "log" }),
      grid: true,
      gridColor: palette.grid,
    },
  });
  const y = rowAxis("row", rows.length, drawing);
  const color = { condition: { test: "datum.base", value: seriesColours.blue }, value: seriesColours.grey };
  const line = (from: string, to: string, strokeWidth: number): Layers[number] => ({
    data: drawing.data(values.filter((row) => from in row)),
    mark: { type: "rule", strokeWidth, strokeCap: "butt" },
    encoding: { x: x(from), x2: { field: to }, y, color },
  });
  const compared = rows.length > 1 ? rows[0]!.marks : undefined;
  return {
    title,
    subtitle: compared ? `${subtitle} Dashed: the base.` : subtitle,
    description: `${about} ${rows.map((row) => `${row.title}: ${told(row.figure)}.`).join(" ")}`,
    width: stand.width,
    height: stand.height,
    layer: [
      ...(compared ? [stand.baseLine(compared.dot, scale)] : []),
      line("low", "high", 2),
      line("lower", "upper", 8),
      {
        data: drawing.data(values),
        mark: {
          type: "point",
          filled: true,
          size: 90,
          stroke: palette.background,
          strokeWidth: 1.5,
          opacity: 1,
        },
        encoding: {
          x: x("dot"),
          y,
          fill: { condition: { test: "datum.base", value: palette.median }, value: palette.text },
          tooltip: { field: "says", type: "nominal" },
        },
      },
      ...stand.names(),
      ...stand.figures(),
    ],
  };
}

function told({ text, note }: { text: string; note: string }): string {
  return note ? `${text} (${note})` : text;
}
