// A series in single trials: what one future looks like, beside others that are as possible.

import { formatNumber, readsAsShare } from "../format/numbers.ts";
import { axisDomain, axisTitle } from "./axisNumbers.ts";
import type { ChartParts } from "./baseSpec.ts";
import { defineChart, type Subject } from "./defineChart.ts";
import type { Drawing } from "./drawing.ts";
import { baseOf, summaryOf, variantOf } from "./selectors.ts";
import { lineMark, plotFor, stepAxis, valueAxis } from "./steps.ts";
import { palette } from "./theme.ts";

/**
 * Hypothetical outcome plot (Hullman, Resnick and Adar 2015): paths of single trials, to be shown one after the
 * other; on paper all are seen at once.
 */
export const outcomePaths = defineChart({
  kind: "futures",
  appliesTo: { quantity: "number", shape: "series" },
  places: () => [],
  isDrawable: ({ output, futures }) => futures?.output === output,
  draw: drawPaths,
  isQuick: true,
  view: { name: "futures", title: "One future at a time" },
});

function drawPaths(subject: Subject, drawing: Drawing): ChartParts {
  const { findings, output, futures } = subject;
  const variant = variantOf(findings, subject.variant);
  const { label, unit, steps } = summaryOf(variant, output, "number", "series");
  if (futures?.output !== output) throw new RangeError(`there are no single trials of output "${output}"`);
  const { paths } = futures;
  const all = paths.flat();
  const percent = readsAsShare(unit, all);
  const domain = axisDomain(all);
  const values = paths.flatMap((path, trial) => path.map((value, i) => ({ step: i + 1, value, trial })));
  const ends = paths.map((path) => path.at(-1)!).sort((a, b) => a - b);
  const number = (value: number) => formatNumber(value, { unit, percent, digits: 2 });
  const isBase = variant === baseOf(findings);

  return {
    title: `${label}, one future at a time: ${findings.title}`,
    subtitle: `${paths.length} of the trials, each as likely as the others.${isBase ? "" : ` Variant: ${variant.title}`}`,
    description: `${paths.length} single futures of ${axisTitle(label, unit)} by ${findings.horizon.unit}. They end between ${number(ends[0]!)} and ${number(ends.at(-1)!)}, half of them below ${number(ends[ends.length >> 1]!)}.`,
    ...plotFor(drawing),
    layer: [
      {
        data: drawing.data(values),
        mark: { ...lineMark(steps.length, 1.4), opacity: 0.35 },
        encoding: {
          x: stepAxis(findings.horizon, drawing),
          y: valueAxis("value", { title: axisTitle(label, unit), domain, percent }, drawing),
          stroke: { value: palette.median },
          detail: { field: "trial", type: "nominal" },
        },
      },
    ],
  };
}
