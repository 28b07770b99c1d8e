// A series as a fan: the median, and how far the trials spread around it as time goes on.

import type { Findings, SeriesSummary } from "../analysis/findings.ts";
import { formatCount, formatInterval, formatNumber, readsAsShare, unitWords } from "../format/numbers.ts";
import type { Table } from "../format/tables/table.ts";
import { capital } from "../format/text.ts";
import { bandNames, type Estimate } from "../simulation/statistics/estimate.ts";
import { axisDomain, axisTitle } from "./axisNumbers.ts";
import { baselineLayers, baselineOverTime, widened } from "./baseline.ts";
import type { ChartParts, Layers } from "./baseSpec.ts";
import { bandTitle } from "./chartTable.ts";
import { defineChart, type Subject } from "./defineChart.ts";
import type { Drawing } from "./drawing.ts";
import { legendFor } from "./layout.ts";
import { baseOf, summaryIn, summaryOf, variantOf } from "./selectors.ts";
import {
  bandMark,
  endLabels,
  lineMark,
  plotFor,
  stepAxis,
  tooltipLayer,
  type ValueAxis,
  valueAxis,
  zeroLine,
} from "./steps.ts";
import { lineKey, palette, squareKey } from "./theme.ts";

/** Bands p5–p95 and p25–p75 and the median of a series, by step. */
export const fan = defineChart({
  kind: "fan",
  appliesTo: { quantity: "number", shape: "series" },
  draw: drawFan,
  table: tableOf,
  isQuick: true,
  headline: { rank: 1, title: "Bands" },
  baselineWords: "median and 90 % interval of the base",
});

const outer = "9 in 10 trials (p5 to p95)";
const inner = "half of the trials (p25 to p75)";

function drawFan(subject: Subject, drawing: Drawing): ChartParts {
  const { findings, output, baseline } = subject;
  const { unit: step } = findings.horizon;
  const variant = variantOf(findings, subject.variant);
  const summary = summaryOf(variant, output, "number", "series");
  const { unit, label } = summary;
  const steps = summary.steps.length;
  const all = bandNames.flatMap((band) => summary[band].value);
  const percent = readsAsShare(unit, all);
  const domain = axisDomain(all);
  const crossesZero = domain[0] < 0 && domain[1] > 0;
  const isBase = variant === baseOf(findings);
  const told = (i: number) => says(summary, i, percent, `${capital(step)} ${summary.steps[i]}`);
  const before = baseline ? baselineOverTime(publishedLines(baseline.findings, output), baseline, steps) : [];
  const axis = { title: axisTitle(label, unit), domain: widened(domain, before), percent };

  return {
    title: `${label}: ${findings.title}`,
    subtitle: isBase ? reading(summary, findings) : `Variant: ${variant.title}`,
    description: `Fan chart of ${axis.title} by ${step}${isBase ? "" : `, variant ${variant.title}`}. ${told(steps - 1)}${steps > 1 ? ` ${told(0)}` : ""}${crossesZero ? " The zero line is marked." : ""}`,
    ...plotFor(drawing),
    layer: [
      ...bandsAndMedian(summary, findings, axis, crossesZero, drawing),
      tooltipLayer(
        summary.steps.map((_, i) => told(i)),
        drawing,
      ),
      ...endLabels(endsOf(summary, percent), steps, domain, drawing),
      ...baselineLayers(before, drawing),
    ],
  };
}

/** p5, median and p95 of the base. */
function publishedLines(findings: Findings, output: string): number[][] {
  const summary = summaryOf(baseOf(findings), output, "number", "series");
  return (["p5", "p50", "p95"] as const).map((band) => summary[band].value);
}

function bandsAndMedian(
  summary: SeriesSummary,
  { horizon }: Findings,
  axis: ValueAxis,
  crossesZero: boolean,
  drawing: Drawing,
): Layers {
  const steps = summary.steps.length;
  const values = summary.steps.map((step, i) => ({
    step,
    ...Object.fromEntries(bandNames.map((band) => [band, summary[band].value[i]])),
  }));
  const band = (from: string, to: string, name: string, width: number): Layers[number] => ({
    data: drawing.data(values),
    mark: bandMark(steps, width),
    encoding: {
      x: stepAxis(steps, horizon.unit, drawing),
      y: valueAxis(from, axis, drawing),
      y2: { field: to },
      fill: {
        datum: name,
        scale: { domain: [outer, inner], range: [palette.outerBand, palette.innerBand] },
        legend: legendFor(squareKey, drawing.layout),
      },
    },
  });
  return [
    band("p5", "p95", outer, 90),
    band("p25", "p75", inner, 60),
    ...(crossesZero ? [zeroLine(drawing)] : []),
    {
      data: drawing.data(values),
      mark: lineMark(steps),
      encoding: {
        x: { field: "step", type: "quantitative" },
        y: { field: "p50", type: "quantitative" },
        stroke: {
          datum: "median",
          scale: { domain: ["median"], range: [palette.median] },
          legend: legendFor(lineKey, drawing.layout),
        },
      },
    },
  ];
}

function reading(summary: SeriesSummary, { trials, horizon: { unit } }: Findings): string {
  const certain = bandNames.every((name) =>
    summary[name].value.every((value, i) => value === summary.p50.value[i]),
  );
  return certain
    ? `By ${unit}, the same in all ${formatCount(trials)} trials.`
    : `By ${unit}, ${formatCount(trials)} trials. At the right: p95, median and p5 of the last ${unit}.`;
}

function figure(summary: SeriesSummary, band: (typeof bandNames)[number], i: number): Estimate {
  return { value: summary[band].value[i]!, error: summary[band].error[i]! };
}

/** p95, median and p5 of the last step, or the one value if it is certain. */
function endsOf(summary: SeriesSummary, percent: boolean) {
  const last = summary.steps.length - 1;
  const ends = (["p95", "p50", "p5"] as const).map((band) => {
    const { value, error } = figure(summary, band, last);
    return {
      value,
      text: formatNumber(value, { error, percent, of: summary.unit, digits: 3 }),
      strong: band === "p50",
    };
  });
  const certain = ends.every(({ value }) => value === ends[0]!.value);
  return certain ? ends.filter(({ strong }) => strong) : ends;
}

function says(summary: SeriesSummary, i: number, percent: boolean, when: string): string {
  const [p5, p25, p50, p75, p95] = bandNames.map((band) => figure(summary, band, i));
  const median = formatNumber(p50!.value, { error: p50!.error, unit: summary.unit, percent, digits: 3 });
  if (p5!.value === p95!.value) return `${when}: ${median} in every trial but the outermost.`;
  const half = formatInterval(p25!, p75!, summary.unit, { percent });
  const most = formatInterval(p5!, p95!, summary.unit, { percent });
  return `${when}: median ${median}, half of the trials ${half}, 9 in 10 ${most}.`;
}

function tableOf({ findings, output, variant }: Subject): Table | undefined {
  const summary = summaryIn(variantOf(findings, variant), output, "number", "series");
  if (!summary) return undefined;
  const percent = readsAsShare(
    summary.unit,
    bandNames.flatMap((band) => summary[band].value),
  );
  const rows = summary.steps.map((step, i) => [
    String(step),
    ...bandNames.map((band) => {
      const { value, error } = figure(summary, band, i);
      return formatNumber(value, { error, percent, of: summary.unit });
    }),
  ]);
  const columns = [capital(findings.horizon.unit), ...bandNames.map(bandTitle)];
  return { unit: unitWords(summary.unit), columns, rows };
}
