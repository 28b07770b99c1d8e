// Variants side by side: what each what-if makes of one outcome, a row each, the base first.

import type { Findings, ScalarSummary, VariantFindings } from "../analysis/findings.ts";
import { counted, formatInterval, formatNumber } from "../format/numbers.ts";
import { outputReadsAsShare } from "../format/outputReadsAsShare.ts";
import { axisDomain, axisNumbers, axisTitle } from "./axisNumbers.ts";
import type { ChartParts, Layers } from "./baseSpec.ts";
import { defineChart, placeOf, type Subject } from "./defineChart.ts";
import type { Drawing } from "./drawing.ts";
import { error95 } from "./error95.ts";
import { outcomeTable } from "./outcomeTable.ts";
import { ratioAxis, ratioWords, readsByRatio } from "./ratioAxis.ts";
import {
  baseOr,
  type ChartRow,
  chanceFigureOf,
  type RowMarks,
  rowDigits,
  rowsChart,
  rowWords,
} from "./rowChart.ts";
import { baseOf, matches, outputsOf, summaryIn, summaryOf } from "./selectors.ts";
import { palette } from "./theme.ts";

/** The variants of a scalar (intervals and median) or of an event (probability with its error). */
export const variants = defineChart({
  kind: "variants",
  appliesTo: { shape: "single" },
  places: comparable,
  draw: drawVariants,
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

/** Ends of the thin and of the thick line, and the dot. */
interface Marks {
  low: number;
  high: number;
  lower?: number;
  upper?: number;
  dot: number;
}

function drawVariants({ findings, output }: Subject, drawing: Drawing): ChartParts {
  const isChance = summaryIn(baseOf(findings), output, "chance", "single");
  const { subtitle, about, rows, ...chart } = isChance
    ? ofEvent(findings, output)
    : ofScalar(findings, output);
  const compared = rows.length > 1 ? rows[0]!.marks : undefined;
  return {
    title: `${chart.title}: ${findings.title}`,
    subtitle: compared ? `${subtitle} Dashed: the base.` : subtitle,
    description: `${about} ${rows.map((row) => `${rowWords(row)}.`).join(" ")}`,
    ...rowsChart(rows, chart, (marks) => layersOf(marks, drawing), compared?.dot, drawing),
  };
}

function ofScalar(findings: Findings, output: string) {
  const summaries = findings.variants.map((variant) => summaryOf(variant, output, "number", "single"));
  const { label, unit } = summaries[0]!;
  const ends = summaries.flatMap(({ p5, p95 }) => [p5.value, p95.value]).filter(Number.isFinite);
  const percent = outputReadsAsShare(findings.variants, output);
  const byRatio = readsByRatio(summaries);
  const { scale, axis } = byRatio
    ? ratioAxis(ends, percent)
    : { scale: { domain: axisDomain(ends), zero: false, nice: true }, axis: { tickCount: 5 } };
  const rows = findings.variants.map((variant, i) => scalarRow(rowText(variant, i), summaries[i]!, percent));
  return {
    title: label,
    subtitle: `Dot: median. Thick line: half of the trials (p25 to p75). Thin line: 9 in 10 (p5 to p95).${byRatio ? ` ${ratioWords}` : ""}`,
    about: `${axisTitle(label, unit)} in ${counted(rows.length, "variant")}: median and the interval of 9 in 10 trials.`,
    axis: { title: axisTitle(label, unit), labelExpr: axisNumbers("x", percent), ...axis },
    scale,
    rows,
  };
}

function rowText({ title }: VariantFindings, i: number) {
  return { title, text: { name: title, strong: i === 0 } };
}

function scalarRow(
  named: ReturnType<typeof rowText>,
  { unit, p5, p25, p50, p75, p95, never }: ScalarSummary,
  percent: boolean,
): ChartRow<Marks> {
  if (!Number.isFinite(p50.value)) return { ...named, figure: { text: "did not happen", note: "" } };
  const beside = [p5.value, p95.value] as const;
  const median = formatNumber(p50.value, {
    error: p50.error,
    percent,
    of: unit,
    digits: rowDigits,
    beside,
  });
  const interval = formatInterval(p5, p95, undefined, { percent, of: unit });
  const share = { error: never?.error ?? 0, percent: true, digits: rowDigits };
  const happened = never?.value ? `in ${formatNumber(1 - never.value, share)} of trials` : "";
  return {
    ...named,
    marks: { low: p5.value, high: p95.value, lower: p25.value, upper: p75.value, dot: p50.value },
    figure: {
      text: median,
      note: [interval === median ? "" : interval, happened].filter(Boolean).join(", "),
    },
  };
}

function ofEvent({ variants }: Findings, output: string) {
  const summaries = variants.map((variant) => summaryOf(variant, output, "chance", "single"));
  const { label } = summaries[0]!;
  return {
    title: `Chance of “${label}”`,
    subtitle:
      "Dot: share of trials in which it happened. Line: 95 % error interval of the simulation, where the dot does not hide it.",
    about: `The chance of “${label}” in ${counted(variants.length, "variant")}.`,
    axis: { title: "Chance", labelExpr: axisNumbers("x", true), values: [0, 0.25, 0.5, 0.75, 1] },
    scale: { domain: [0, 1] as const, zero: false, nice: true },
    rows: summaries.map((summary, i): ChartRow<Marks> => {
      const marks = { ...error95(summary.probability), dot: summary.probability.value };
      return { ...rowText(variants[i]!, i), marks, figure: chanceFigureOf(summary) };
    }),
  };
}

function layersOf({ values, x, y, color }: RowMarks<Marks>, drawing: Drawing): Layers {
  const line = (from: keyof Marks, to: keyof Marks, strokeWidth: number): Layers[number] => ({
    data: drawing.data(values.filter((row) => from in row)),
    mark: { type: "rule", strokeWidth, strokeCap: "butt" },
    encoding: { x: x(from), x2: { field: to }, y, color },
  });
  const dot = { stroke: palette.background, strokeWidth: 1.5, opacity: 1 };
  return [
    line("low", "high", 2),
    line("lower", "upper", 8),
    {
      data: drawing.data(values),
      mark: { type: "point", filled: true, size: 90, ...dot },
      encoding: {
        x: x("dot"),
        y,
        fill: baseOr<string>(palette.median, palette.text),
        tooltip: { field: "says", type: "nominal" },
      },
    },
  ];
}
