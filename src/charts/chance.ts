// The chance that something is so, step by step.

import { isDated } from "../assumptions/calendar/calendar.ts";
import { inStep, stepName } from "../assumptions/calendar/stepWords.ts";
import { formatCount, formatNumber } from "../format/numbers.ts";
import type { Table } from "../format/tables/table.ts";
import { capital } from "../format/text.ts";
import { estimateAt } from "../simulation/statistics/estimates.ts";
import { baselineLayers, baselineOverTime, widened } from "./baseline.ts";
import type { ChartParts } from "./baseSpec.ts";
import { shareCell, stepCell } from "./chartTable.ts";
import { defineChart, type Subject } from "./defineChart.ts";
import type { Drawing } from "./drawing.ts";
import { error95 } from "./error95.ts";
import { baseOf, summaryIn, summaryOf, variantOf } from "./selectors.ts";
import { bandLayer, centreLine, endLabels, lineWidth, plot, plotFor, tooltipLayer } from "./steps.ts";
import { palette } from "./theme.ts";

/** The probability of an event series by step, 0 to 100 %, with its error. */
export const chance = defineChart({
  kind: "chance",
  appliesTo: { quantity: "chance", shape: "series" },
  draw: drawChance,
  table: tableOf,
  isQuick: true,
  headline: { rank: 1, title: "Curve" },
  baselineWords: "chance in the base",
});

const band = "95 % error band of the simulation";
/** Pixels that a band must stand out beyond the line to be seen. */
const seenBeyond = 1;

function drawChance(subject: Subject, drawing: Drawing): ChartParts {
  const { findings, output, baseline } = subject;
  const variant = variantOf(findings, subject.variant);
  const { label, probability, steps } = summaryOf(variant, output, "chance", "series");
  const { horizon } = findings;
  const { unit } = horizon;
  const points = steps.map((step, i) => {
    const estimate = estimateAt(probability, i);
    return { step, chance: estimate.value, ...error95(estimate) };
  });
  const last = steps.length - 1;
  const percentAt = (i: number) =>
    formatNumber(probability.value[i]!, { error: probability.error[i]!, percent: true, digits: 3 });
  const told = steps.map((step, i) => `${capital(stepName(horizon, step))}: ${percentAt(i)}`);
  const highest = probability.value.indexOf(Math.max(...probability.value));
  const isBase = variant === baseOf(findings);
  const widest = Math.max(...points.map(({ low, high }) => high - low)) * plot.height;
  const showsBand = widest > lineWidth + 2 * seenBeyond;
  const reading = isBase
    ? `Share of ${formatCount(findings.trials)} trials in which it is so, by ${unit}.`
    : `Variant: ${variant.title}.`;
  const published = baselineOverTime(
    baseline,
    (base) => [summaryOf(base, output, "chance", "series").probability.value],
    steps.length,
  );
  const axis = { title: "Chance", domain: widened([0, 1], published), percent: true };
  const errors = { name: band, from: "low", to: "high", barWidth: 60 };
  const colours = { [band]: palette.innerBand };
  const end = { value: probability.value[last]!, text: percentAt(last), strong: true };

  return {
    title: `Chance of “${label}”: ${findings.title}`,
    subtitle: showsBand ? reading : `${reading} The ${band} is as narrow as the line.`,
    description: `Line chart of the chance of “${label}” by ${unit}, from 0 to 100 %${isBase ? "" : `, variant ${variant.title}`}. ${told[0]}${last > 0 ? `; ${isDated(horizon) ? told[last]! : told[last]!.toLowerCase()}; highest ${inStep(horizon, steps[highest]!)} with ${percentAt(highest)}` : ""}.`,
    ...plotFor(drawing),
    layer: [
      bandLayer(points, errors, colours, { calendar: horizon, axis, drawing }, showsBand),
      centreLine(points, "chance", "chance", drawing),
      tooltipLayer(told, drawing),
      ...endLabels([end], steps.length, [0, 1], drawing),
      ...baselineLayers(published, drawing),
    ],
  };
}

function tableOf({ findings, output, variant }: Subject): Table | undefined {
  const summary = summaryIn(variantOf(findings, variant), output, "chance", "series");
  if (!summary) return undefined;
  const { probability, steps } = summary;
  const rows = steps.map((step, i) => [
    stepCell(findings.horizon, step),
    shareCell(probability.value[i]!, probability.error[i]),
  ]);
  return { columns: [capital(findings.horizon.unit), "Chance"], rows };
}
