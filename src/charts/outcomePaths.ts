// A series in single trials: what one future looks like, beside others that are as possible.

import type { Findings } from "../analysis/findings.ts";
import { formatNumber, readsAsShare } from "../format/numbers.ts";
import { axisDomain, axisTitle } from "./axisNumbers.ts";
import { baseSpec } from "./baseSpec.ts";
import type { Chart } from "./chart.ts";
import { baseOf, summaryOf, variantOf } from "./selectors.ts";
import { lineMark, plot, stepAxis, valueAxis } from "./steps.ts";
import { palette } from "./theme.ts";

/**
 * Hypothetical outcome plot (Hullman, Resnick and Adar 2015): paths of single trials, to be shown one after the
 * other; on paper all are seen at once. `paths` holds the values of each trial by step.
 */
export function outcomePaths(
  findings: Findings,
  output: string,
  paths: readonly (readonly number[])[],
  variantName = baseOf(findings).name,
): Chart {
  const variant = variantOf(findings, variantName);
  const { label, unit, steps } = summaryOf(variant, output, "series");
  const all = paths.flat();
  const percent = readsAsShare(unit, all);
  const domain = axisDomain(all);
  const values = paths.flatMap((path, trial) => path.map((value, i) => ({ step: i + 1, value, trial })));
  const ends = paths.map((path) => path.at(-1)!).sort((a, b) => a - b);
  const number = (value: number) => formatNumber(value, { unit, percent, digits: 2 });
  const isBase = variant === baseOf(findings);

  return baseSpec({
    name: `futures-${output}`,
    title: `${label}, one future at a time: ${findings.title}`,
    subtitle: `${paths.length} of the trials, each as likely as the others.${isBase ? "" : ` Variant: ${variant.title}`}`,
    description: `${paths.length} single futures of ${axisTitle(label, unit)} by ${findings.horizon.unit}. They end between ${number(ends[0]!)} and ${number(ends.at(-1)!)}, half of them below ${number(ends[ends.length >> 1]!)}.`,
    ...plot,
    layer: [
      {
        data: { values },
        mark: { ...lineMark(steps.length, 1.4), opacity: 0.35 },
        encoding: {
          x: stepAxis(steps.length, findings.horizon.unit),
          y: valueAxis("value", { title: axisTitle(label, unit), domain, percent }),
          stroke: { value: palette.median },
          detail: { field: "trial", type: "nominal" },
        },
      },
    ],
  });
}
