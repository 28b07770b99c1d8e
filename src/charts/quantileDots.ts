// A scalar as twenty dots, for those who count more easily than they read intervals.

import type { Findings } from "../analysis/findings.ts";
import { formatNumber, readsAsShare } from "../format/numbers.ts";
import { axisDomain, axisNumbers, axisTitle, rangeOf } from "./axisNumbers.ts";
import { baseSpec } from "./baseSpec.ts";
import type { Chart } from "./chart.ts";
import { baseOf, variantOf } from "./selectors.ts";
import { palette, seriesColours } from "./theme.ts";
import { valuePassedBy } from "./valuePassedBy.ts";

/** Name of the layer, by which the dots are made smaller where there is less room. */
export const dotsName = "dots";
const dots = 20;
/** Dots whose values lie in one part of the axis stand on each other. */
const stacks = 22;
const width = 620;
const dotSize = width / stacks;

/**
 * Quantile dotplot (Kay, Kola, Hullman and Munson 2016, "When (ish) is my bus?"): each dot is one in twenty of the
 * trials. Of the base if no variant is named.
 */
export function quantileDots(findings: Findings, output: string, variantName = baseOf(findings).name): Chart {
  const variant = variantOf(findings, variantName);
  const exceedance = findings.exceedance.find((candidate) => candidate.output === output);
  const curve = exceedance?.curves.find((one) => one.variant === variant.name);
  if (!exceedance || !curve) throw new RangeError(`there is no exceedance curve of output "${output}"`);
  const { label, unit } = exceedance;
  const summary = variant.outputs[output];
  const never = summary?.kind === "scalar" && summary.never ? summary.never.value : 0;
  const shown = Math.round(dots * (1 - never));
  const values = Array.from({ length: shown }, (_, i) =>
    valuePassedBy(curve, (1 - never) * (1 - (i + 0.5) / shown)),
  );
  const percent = readsAsShare(unit, values);
  const domain = axisDomain(values);
  const { low, high } = rangeOf(values);
  const part = (domain[1] - domain[0]) / stacks;
  const heights = new Map<number, number>();
  const rows = values.map((value) => {
    const stack = Math.min(stacks - 1, Math.floor((value - domain[0]) / part));
    const height = (heights.get(stack) ?? 0) + 1;
    heights.set(stack, height);
    const says = `one dot: about ${formatNumber(value, { unit, percent, digits: 2 })}`;
    return { value: domain[0] + (stack + 0.5) * part, height: height - 0.5, says };
  });
  const number = (value: number) => formatNumber(value, { unit, percent, digits: 2 });
  const happened = never > 0 ? ` In ${dots - shown} of ${dots} it did not happen.` : "";
  const isBase = variant === baseOf(findings);

  return baseSpec({
    name: `dots-${output}`,
    title: `${label}: ${findings.title}`,
    subtitle: `Twenty futures that are equally likely: each dot is one in ${dots} trials.${happened}${isBase ? "" : ` Variant: ${variant.title}`}`,
    description:
      shown === 0
        ? `Dot plot of ${axisTitle(label, unit)}: it did not happen.`
        : `Dot plot of ${axisTitle(label, unit)}: ${shown} dots, each one in ${dots} trials, from ${number(low)} to ${number(high)}, half of them below ${number(values[Math.floor(shown / 2)]!)}.${happened}`,
    width,
    height: Math.max(4, ...heights.values()) * dotSize,
    layer: [
      {
        name: dotsName,
        data: { values: rows },
        mark: {
          type: "point",
          filled: true,
          shape: "circle",
          size: Math.PI * (dotSize / 2 - 2) ** 2 * (4 / Math.PI),
          fill: seriesColours.blue,
          opacity: 1,
        },
        encoding: {
          x: {
            field: "value",
            type: "quantitative",
            scale: { domain: [...domain], nice: false, zero: false },
            axis: {
              title: axisTitle(label, unit),
              labelExpr: axisNumbers("x", percent),
              tickCount: 8,
              gridColor: palette.grid,
            },
          },
          y: {
            field: "height",
            type: "quantitative",
            scale: { domain: [0, Math.max(4, ...heights.values())], nice: false, zero: true },
            axis: null,
          },
          tooltip: { field: "says", type: "nominal" },
        },
      },
    ],
  });
}
