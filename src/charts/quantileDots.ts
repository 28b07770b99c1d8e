// A scalar as twenty dots, for those who count more easily than they read intervals.

import type { ExceedanceCurve } from "../analysis/findings.ts";
import { formatNumber, readsAsShare } from "../format/numbers.ts";
import { axisDomain, axisNumbers, axisTitle, rangeOf } from "./axisNumbers.ts";
import type { ChartParts } from "./baseSpec.ts";
import type { Layout } from "./chart.ts";
import { defineChart, type Subject } from "./defineChart.ts";
import type { Domain, Drawing } from "./drawing.ts";
import { axisBelow, narrowestPlot } from "./layout.ts";
import { baseOf, exceedanceOf, summaryOf, variantOf } from "./selectors.ts";
import { palette, seriesColours } from "./theme.ts";
import { valuePassedBy } from "./valuePassedBy.ts";

/**
 * Quantile dotplot (Kay, Kola, Hullman and Munson 2016, "When (ish) is my bus?"): each dot is one in twenty of the
 * trials.
 */
export const quantileDots = defineChart({
  kind: "dots",
  appliesTo: { quantity: "number", shape: "single" },
  places: () => [],
  isDrawable: (subject) => curveOf(subject) !== undefined,
  draw: drawDots,
  isQuick: true,
  view: { name: "dots", title: "Twenty dots" },
});

const dots = 20;
/** Dots whose values lie in one part of the axis stand on each other. */
const stacks = 22;
const width = 620;
const dotSize = width / stacks;
const besideDots = 40;
const lowestPlot = 4;

function drawDots(subject: Subject, drawing: Drawing): ChartParts {
  const { findings, output } = subject;
  const variant = variantOf(findings, subject.variant);
  const curve = curveOf(subject);
  if (!curve) throw new RangeError(`there is no exceedance curve of output "${output}"`);
  const { label, unit, never: share } = summaryOf(variant, output, "number", "single");
  const never = share?.value ?? 0;
  const shown = Math.round(dots * (1 - never));
  const values = Array.from({ length: shown }, (_, i) =>
    valuePassedBy(curve, (1 - never) * (1 - (i + 0.5) / shown)),
  );
  const percent = readsAsShare(unit, values);
  const domain = axisDomain(values);
  const { low, high } = rangeOf(values);
  const number = (value: number) => formatNumber(value, { unit, percent, digits: 2 });
  const stacked = stack(values, domain, (value) => `one dot: about ${number(value)}`);
  const happened = never > 0 ? ` In ${dots - shown} of ${dots} it did not happen.` : "";
  const isBase = variant === baseOf(findings);
  const size = Math.PI * (dotSize / 2 - 2) ** 2 * (4 / Math.PI) * scaleFor(drawing.layout) ** 2;
  const title = axisTitle(label, unit);
  const numbers = { title, labelExpr: axisNumbers("x", percent), tickCount: 8, gridColor: palette.grid };

  return {
    title: `${label}: ${findings.title}`,
    subtitle: `Twenty futures that are equally likely: each dot is one in ${dots} trials.${happened}${isBase ? "" : ` Variant: ${variant.title}`}`,
    description:
      shown === 0
        ? `Dot plot of ${title}: it did not happen.`
        : `Dot plot of ${title}: ${shown} dots, each one in ${dots} trials, from ${number(low)} to ${number(high)}, half of them below ${number(values[Math.floor(shown / 2)]!)}.${happened}`,
    ...sizeFor(drawing.layout, { width, height: stacked.height * dotSize }),
    layer: [
      {
        name: "dots",
        data: drawing.data(stacked.rows),
        mark: { type: "point", filled: true, shape: "circle", size, fill: seriesColours.blue, opacity: 1 },
        encoding: {
          x: {
            field: "value",
            type: "quantitative",
            scale: { domain: drawing.domain("x", domain), nice: false, zero: false },
            axis: axisBelow(numbers, drawing.layout),
          },
          y: {
            field: "height",
            type: "quantitative",
            scale: { domain: drawing.domain("y", [0, stacked.height]), nice: false, zero: true },
            axis: null,
          },
          tooltip: { field: "says", type: "nominal" },
        },
      },
    ],
  };
}

function curveOf({ findings, output, variant }: Subject): ExceedanceCurve["curves"][number] | undefined {
  return exceedanceOf(findings, output)?.curves.find((one) => one.variant === variant);
}

/** Dots get smaller with their plot, letters do not. */
function scaleFor({ width: room }: Layout): number {
  if (room === undefined) return 1;
  return Math.min(1, Math.max(narrowestPlot, room - besideDots) / width);
}

function sizeFor(layout: Layout, size: { width: number; height: number }) {
  if (layout.width === undefined) return size;
  const scale = scaleFor(layout);
  return { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
}

/** A place for each dot, and the height of the plot in dots. */
function stack(values: readonly number[], domain: Domain, says: (value: number) => string) {
  const part = (domain[1] - domain[0]) / stacks;
  const heights = new Map<number, number>();
  const rows = values.map((value) => {
    const stack = Math.min(stacks - 1, Math.floor((value - domain[0]) / part));
    const height = (heights.get(stack) ?? 0) + 1;
    heights.set(stack, height);
    return { value: domain[0] + (stack + 0.5) * part, height: height - 0.5, says: says(value) };
  });
  return { rows, height: Math.max(lowestPlot, ...heights.values()) };
}
