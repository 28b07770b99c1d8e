// A series as a fan: the median, and how far the trials spread around it as time goes on.

import type { Findings, ScalarSummary } from "../analysis/findings.ts";
import { stepName } from "../assumptions/calendar/stepWords.ts";
import {
  formatCount,
  formatInterval,
  formatNumber,
  type NumberStyle,
  readsAsShare,
  unitWords,
} from "../format/numbers.ts";
import type { Table } from "../format/tables/table.ts";
import { capital } from "../format/text.ts";
import { seriesKind } from "../simulation/outputKinds/series.ts";
import { bandNames } from "../simulation/statistics/estimate.ts";
import { axisDomain, axisTitle } from "./axisNumbers.ts";
import { baselineLayers, baselineOverTime, widened } from "./baseline.ts";
import type { ChartParts } from "./baseSpec.ts";
import {
  historyColour,
  historyDescription,
  historyLayers,
  historyOf,
  historyReading,
  historyRows,
  historyWords,
} from "./calendar/historyLayers.ts";
import { bandTitle, stepCell } from "./chartTable.ts";
import { defineChart, type Subject } from "./defineChart.ts";
import type { Drawing } from "./drawing.ts";
import { baseOf, summaryIn, summaryOf, variantOf } from "./selectors.ts";
import { bandLayer, centreLine, endLabels, plotFor, tooltipLayer, zeroLine } from "./steps.ts";
import { palette } from "./theme.ts";

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

const outer = { name: "9 in 10 trials (p5 to p95)", from: "p5", to: "p95", barWidth: 90 };
const inner = { name: "half of the trials (p25 to p75)", from: "p25", to: "p75", barWidth: 60 };
const colours = { [outer.name]: palette.outerBand, [inner.name]: palette.innerBand };

function drawFan(subject: Subject, drawing: Drawing): ChartParts {
  const { findings, output, baseline } = subject;
  const { horizon } = findings;
  const { unit } = horizon;
  const variant = variantOf(findings, subject.variant);
  const summary = summaryOf(variant, output, "number", "series");
  const steps = summary.steps.length;
  const history = historyOf(findings, output);
  const counted = history?.points.map(({ value }) => value) ?? [];
  const all = bandNames.flatMap((band) => summary[band].value);
  const percent = readsAsShare(summary.unit, all);
  const domain = axisDomain([...all, ...counted]);
  const crossesZero = domain[0] < 0 && domain[1] > 0;
  const isBase = variant === baseOf(findings);
  const single = summary.steps.map((_, i) => seriesKind.atStep(summary, i));
  const told = single.map(
    (one, i) => `${capital(stepName(horizon, summary.steps[i]!))}: ${says(one, percent)}`,
  );
  const values = single.map((one, i) => ({
    step: summary.steps[i]!,
    ...Object.fromEntries(bandNames.map((band) => [band, one[band].value])),
  }));
  const last = history?.points.at(-1);
  // The fan opens where the history ends.
  if (last?.step === 0)
    values.unshift({ step: 0, ...Object.fromEntries(bandNames.map((band) => [band, last.value])) });
  const publishedLines = baselineOverTime(
    baseline,
    (base) => {
      const { p5, p50, p95 } = summaryOf(base, output, "number", "series");
      return [p5, p50, p95].map(({ value }) => value);
    },
    steps,
  );
  const lines = { ...(history && historyColour), median: palette.median };
  const stepsTold = [...(history?.points.map(({ step }) => step) ?? []), ...summary.steps];
  const before = history ? historyWords(history, summary.unit, percent) : [];
  const title = axisTitle(summary.label, summary.unit);
  const axis = { title, domain: widened(domain, publishedLines), percent };
  const plot = { calendar: horizon, from: history?.points[0]?.step ?? 1, axis, drawing };

  return {
    title: `${summary.label}: ${findings.title}`,
    subtitle: `${isBase ? reading(single, findings) : `Variant: ${variant.title}`}${history ? historyReading(history, isBase) : ""}`,
    description: `Fan chart of ${title} by ${unit}${isBase ? "" : `, variant ${variant.title}`}. ${told.at(-1)}${steps > 1 ? ` ${told[0]}` : ""}${crossesZero ? " The zero line is marked." : ""}${history ? historyDescription(history) : ""}`,
    ...plotFor(drawing),
    layer: [
      bandLayer(values, outer, colours, plot),
      bandLayer(values, inner, colours, plot),
      ...(crossesZero ? [zeroLine(drawing)] : []),
      centreLine(values, "p50", "median", drawing, lines),
      ...(history ? historyLayers(history, drawing, lines) : []),
      tooltipLayer([...before, ...told], drawing, stepsTold),
      ...endLabels(endsOf(single.at(-1)!, percent), steps, domain, drawing),
      ...baselineLayers(publishedLines, drawing),
    ],
  };
}

function reading(single: readonly ScalarSummary[], { trials, horizon: { unit } }: Findings): string {
  const certain = single.every((one) => bandNames.every((band) => one[band].value === one.p50.value));
  return certain
    ? `By ${unit}, the same in all ${formatCount(trials)} trials.`
    : `By ${unit}, ${formatCount(trials)} trials. At the right: p95, median and p5 of the last ${unit}.`;
}

/** p95, median and p5 of the last step, or the one value if it is certain. */
function endsOf({ unit: of, p5, p50, p95 }: ScalarSummary, percent: boolean) {
  const isCertain = p5.value === p50.value && p95.value === p50.value;
  const ends = isCertain ? [p50] : [p95, p50, p5];
  const textsIn = (style: NumberStyle) =>
    ends.map(({ value, error }) => formatNumber(value, { error, percent, of, digits: 3, ...style }));
  const short = textsIn({});
  // Three digits, or as many as tell them apart.
  const isAlike = new Set(short).size < ends.length;
  const texts = isAlike ? textsIn({ beside: [p5.value, p95.value] }) : short;
  return ends.map((end, i) => ({ value: end.value, text: texts[i]!, strong: end === p50 }));
}

function says({ unit, p5, p25, p50, p75, p95 }: ScalarSummary, percent: boolean): string {
  const beside = [p5.value, p95.value] as const;
  const median = formatNumber(p50.value, { error: p50.error, unit, percent, digits: 3, beside });
  if (p5.value === p95.value) return `${median} in every trial but the outermost.`;
  const half = formatInterval(p25, p75, unit, { percent });
  const most = formatInterval(p5, p95, unit, { percent });
  return `median ${median}, half of the trials ${half}, 9 in 10 ${most}.`;
}

function tableOf({ findings, output, variant }: Subject): Table | undefined {
  const summary = summaryIn(variantOf(findings, variant), output, "number", "series");
  if (!summary) return undefined;
  const { unit, steps } = summary;
  const all = bandNames.flatMap((band) => summary[band].value);
  const percent = readsAsShare(unit, all);
  const figures = bandNames.map((band) => summary[band]);
  const rows = steps.map((step, i) => [
    stepCell(findings.horizon, step),
    ...figures.map(({ value, error }) => formatNumber(value[i]!, { error: error[i]!, percent, of: unit })),
  ]);
  const history = historyOf(findings, output);
  const before = history ? historyRows(history, unit, percent) : [];
  const head = [capital(findings.horizon.unit), ...(history ? ["as counted"] : [])];
  const withHistory = history ? rows.map(([step, ...bands]) => [step!, "", ...bands]) : rows;
  return {
    unit: unitWords(unit),
    columns: [...head, ...bandNames.map(bandTitle)],
    rows: [...before, ...withHistory],
  };
}
