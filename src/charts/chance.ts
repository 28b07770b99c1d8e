// The chance that something is so, step by step.

import type { Findings } from "../analysis/findings.ts";
import { formatCount, formatNumber } from "../format/numbers.ts";
import { capital } from "../format/text.ts";
import { baseSpec } from "./baseSpec.ts";
import type { Chart } from "./chart.ts";
import { error95 } from "./error95.ts";
import { baseOf, summaryOf, variantOf } from "./selectors.ts";
import {
  bandMark,
  endLabels,
  lineMark,
  lineWidth,
  plot,
  stepAxis,
  tooltipLayer,
  valueAxis,
} from "./steps.ts";
import { lineKey, palette, squareKey } from "./theme.ts";

const band = "95 % error band of the simulation";
/** Pixels that a band must stand out beyond the line to be seen. */
const seenBeyond = 1;

/** The probability of an event series by step, 0 to 100 %, with its error. Of the base if no variant is named. */
export function chance(findings: Findings, output: string, variantName = baseOf(findings).name): Chart {
  const variant = variantOf(findings, variantName);
  const summary = summaryOf(variant, output, "event-series");
  const { label, probability } = summary;
  const { unit } = findings.horizon;
  const steps = summary.steps.length;
  const values = summary.steps.map((step, i) => {
    const estimate = { value: probability.value[i]!, error: probability.error[i]! };
    return { step, chance: estimate.value, ...error95(estimate) };
  });
  const percentAt = (i: number) =>
    formatNumber(probability.value[i]!, { error: probability.error[i]!, percent: true, digits: 3 });
  const told = summary.steps.map((step, i) => `${capital(unit)} ${step}: ${percentAt(i)}`);
  const highest = probability.value.indexOf(Math.max(...probability.value));
  const axis = { title: "Chance", domain: [0, 1], percent: true } as const;
  const isBase = variant === baseOf(findings);
  const widest = Math.max(...values.map(({ low, high }) => high - low)) * plot.height;
  const showsBand = widest > lineWidth + 2 * seenBeyond;
  const reading = isBase
    ? `Share of ${formatCount(findings.trials)} trials in which it is so, by ${unit}.`
    : `Variant: ${variant.title}.`;

  return baseSpec({
    name: `chance-${output}`,
    title: `Chance of “${label}”: ${findings.title}`,
    subtitle: showsBand ? reading : `${reading} The ${band} is as narrow as the line.`,
    description: `Line chart of the chance of “${label}” by ${unit}, from 0 to 100 %${isBase ? "" : `, variant ${variant.title}`}. ${told[0]}${steps > 1 ? `; ${told[steps - 1]!.toLowerCase()}; highest in ${unit} ${summary.steps[highest]} with ${percentAt(highest)}` : ""}.`,
    ...plot,
    layer: [
      {
        data: { values },
        mark: bandMark(steps, 60),
        encoding: {
          x: stepAxis(steps, unit),
          y: valueAxis("low", axis),
          y2: { field: "high" },
          fill: {
            datum: band,
            scale: { domain: [band], range: [palette.innerBand] },
            legend: showsBand ? squareKey : null,
          },
        },
      },
      {
        data: { values },
        mark: lineMark(steps),
        encoding: {
          x: { field: "step", type: "quantitative" },
          y: { field: "chance", type: "quantitative" },
          stroke: {
            datum: "chance",
            scale: { domain: ["chance"], range: [palette.median] },
            legend: lineKey,
          },
        },
      },
      tooltipLayer(told),
      ...endLabels(
        [{ value: probability.value[steps - 1]!, text: percentAt(steps - 1), strong: true }],
        steps,
        [0, 1],
      ),
    ],
  });
}
