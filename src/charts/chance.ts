// The chance that something is so, step by step.

import { formatCount, formatNumber } from "../format/numbers.ts";
import type { Table } from "../format/tables/table.ts";
import { capital } from "../format/text.ts";
import { baselineLayers, baselineOverTime, widened } from "./baseline.ts";
import type { ChartParts, Layers } from "./baseSpec.ts";
import { shareCell } from "./chartTable.ts";
import { defineChart, type Subject } from "./defineChart.ts";
import type { Drawing } from "./drawing.ts";
import { error95 } from "./error95.ts";
import { legendFor } from "./layout.ts";
import { baseOf, summaryIn, summaryOf, variantOf } from "./selectors.ts";
import {
  bandMark,
  endLabels,
  lineMark,
  lineWidth,
  plot,
  plotFor,
  stepAxis,
  tooltipLayer,
  valueAxis,
} from "./steps.ts";
import { lineKey, palette, squareKey } from "./theme.ts";

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
  const summary = summaryOf(variant, output, "chance", "series");
  const { label, probability } = summary;
  const { unit } = findings.horizon;
  const steps = summary.steps.length;
  const points = summary.steps.map((step, i) => {
    const estimate = { value: probability.value[i]!, error: probability.error[i]! };
    return { step, chance: estimate.value, ...error95(estimate) };
  });
  const percentAt = (i: number) =>
    formatNumber(probability.value[i]!, { error: probability.error[i]!, percent: true, digits: 3 });
  const told = summary.steps.map((step, i) => `${capital(unit)} ${step}: ${percentAt(i)}`);
  const highest = probability.value.indexOf(Math.max(...probability.value));
  const isBase = variant === baseOf(findings);
  const widest = Math.max(...points.map(({ low, high }) => high - low)) * plot.height;
  const showsBand = widest > lineWidth + 2 * seenBeyond;
  const reading = isBase
    ? `Share of ${formatCount(findings.trials)} trials in which it is so, by ${unit}.`
    : `Variant: ${variant.title}.`;
  const before = baseline
    ? baselineOverTime(
        [summaryOf(baseOf(baseline.findings), output, "chance", "series").probability.value],
        baseline,
        steps,
      )
    : [];
  const x = stepAxis(steps, unit, drawing);
  const axis = { title: "Chance", domain: widened([0, 1], before), percent: true };

  return {
    title: `Chance of “${label}”: ${findings.title}`,
    subtitle: showsBand ? reading : `${reading} The ${band} is as narrow as the line.`,
    description: `Line chart of the chance of “${label}” by ${unit}, from 0 to 100 %${isBase ? "" : `, variant ${variant.title}`}. ${told[0]}${steps > 1 ? `; ${told[steps - 1]!.toLowerCase()}; highest in ${unit} ${summary.steps[highest]} with ${percentAt(highest)}` : ""}.`,
    ...plotFor(drawing),
    layer: [
      {
        data: drawing.data(points),
        mark: bandMark(steps, 60),
        encoding: {
          x,
          y: valueAxis("low", axis, drawing),
          y2: { field: "high" },
          fill: {
            datum: band,
            scale: { domain: [band], range: [palette.innerBand] },
            legend: showsBand ? legendFor(squareKey, drawing.layout) : null,
          },
        },
      },
      chanceLine(points, drawing),
      tooltipLayer(told, drawing),
      ...endLabels(
        [{ value: probability.value[steps - 1]!, text: percentAt(steps - 1), strong: true }],
        steps,
        [0, 1],
        drawing,
      ),
      ...baselineLayers(before, drawing),
    ],
  };
}

function chanceLine(points: readonly object[], drawing: Drawing): Layers[number] {
  return {
    data: drawing.data(points),
    mark: lineMark(points.length),
    encoding: {
      x: { field: "step", type: "quantitative" },
      y: { field: "chance", type: "quantitative" },
      stroke: {
        datum: "chance",
        scale: { domain: ["chance"], range: [palette.median] },
        legend: legendFor(lineKey, drawing.layout),
      },
    },
  };
}

function tableOf({ findings, output, variant }: Subject): Table | undefined {
  const summary = summaryIn(variantOf(findings, variant), output, "chance", "series");
  if (!summary) return undefined;
  const { probability, steps } = summary;
  const rows = steps.map((step, i) => [String(step), shareCell(probability.value[i]!, probability.error[i])]);
  return { columns: [capital(findings.horizon.unit), "Chance"], rows };
}
