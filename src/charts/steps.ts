// The layers that charts over time share: bands, a line, and what stands at their end.

import { type Calendar, isDated } from "../assumptions/calendar/calendar.ts";
import { capital } from "../format/text.ts";
import { axisNumbers, stepTicks } from "./axisNumbers.ts";
import type { Layers } from "./baseSpec.ts";
import { dateTicks } from "./calendar/dateTicks.ts";
import { dodge } from "./dodge.ts";
import type { Domain, Drawing, Rows } from "./drawing.ts";
import { axisBelow, legendFor, plotWidth } from "./layout.ts";
import { fontSizes, lineKey, palette, squareKey } from "./theme.ts";

/** Pixels of the plot of a chart over time, in a file. */
export const plot = { width: 620, height: 320 } as const;

/** The same for the place that it is drawn for. */
export function plotFor({ layout }: Drawing) {
  return { ...plot, width: plotWidth(plot.width, layout) };
}

/** The x axis of a chart over time; a single step stands in the middle. Its first step is `from`, 1 without a history. */
export function stepAxis(calendar: Calendar, drawing: Drawing, from = 1) {
  const { steps, unit } = calendar;
  const domain = drawing.domain("x", steps === 1 && from === 1 ? [0.5, 1.5] : [from, steps]);
  const { values, labelExpr } = stepLabels(calendar, plotFor(drawing).width, from);
  return {
    field: "step",
    type: "quantitative" as const,
    scale: { domain, nice: false, zero: false },
    axis: axisBelow({ title: capital(unit), values, tickCount: values.length, labelExpr }, drawing.layout),
  };
}

/** What stands below an axis of steps that is `width` pixels wide: dates where there is a start, else numbers. */
export function stepLabels(calendar: Calendar, width: number, from = 1) {
  if (!isDated(calendar)) {
    return {
      values: stepTicks(calendar.steps, calendar.unit),
      labelExpr: "format(datum.value, 'd')",
    };
  }
  const ticks = dateTicks(calendar, { from, to: calendar.steps }, width);
  // Written here and not by Vega, whose dates hang on the time zone.
  const labels = Object.fromEntries(ticks.map(({ step, label }) => [step, label]));
  return { values: ticks.map(({ step }) => step), labelExpr: `(${JSON.stringify(labels)})[datum.value]` };
}

/** What the y axis of a chart over time says. */
export interface ValueAxis {
  title: string;
  domain: Domain;
  percent: boolean;
}

const valueTicks = 6;

/** The y axis of a chart over time. */
export function valueAxis(field: string, { title, domain, percent }: ValueAxis, drawing: Drawing) {
  return {
    field,
    type: "quantitative" as const,
    scale: { domain: drawing.domain("y", domain), nice: valueTicks, zero: false },
    axis: { title, labelExpr: axisNumbers("y", percent), tickCount: valueTicks },
  };
}

/** A chart over time: its calendar, what its y axis says, and for which place it is drawn. */
export interface TimePlot {
  calendar: Calendar;
  /** Its first step; 1 without a history. */
  from?: number;
  axis: ValueAxis;
  drawing: Drawing;
}

/** An area between two fields of the rows. */
interface Band {
  name: string;
  from: string;
  to: string;
  /** Pixels of the bar that it becomes where there is one step alone, which has no area. */
  barWidth: number;
}

/** A band over time; `colours` are those of all bands of the chart by name, and `hasKey` is false where none needs a legend. */
export function bandLayer(
  rows: Rows,
  { name, from, to, barWidth }: Band,
  colours: Readonly<Record<string, string>>,
  { calendar, from: first = 1, axis, drawing }: TimePlot,
  hasKey = true,
): Layers[number] {
  return {
    data: drawing.data(rows),
    mark: rows.length === 1 ? { type: "bar", size: barWidth } : { type: "area" },
    encoding: {
      x: stepAxis(calendar, drawing, first),
      y: valueAxis(from, axis, drawing),
      y2: { field: to },
      fill: {
        datum: name,
        scale: { domain: Object.keys(colours), range: Object.values(colours) },
        legend: hasKey ? legendFor(squareKey, drawing.layout) : null,
      },
    },
  };
}

/** The key of a line in the legend; `colours` are those of all lines of the chart by name. */
export function lineChannel(name: string, colours: Readonly<Record<string, string>>, { layout }: Drawing) {
  return {
    datum: name,
    scale: { domain: Object.keys(colours), range: Object.values(colours) },
    legend: legendFor(lineKey, layout),
  };
}

/** The line that a chart over time is about: a field of the rows, under a name in the legend. */
export function centreLine(
  rows: Rows,
  field: string,
  name: string,
  drawing: Drawing,
  colours: Readonly<Record<string, string>> = { [name]: palette.median },
): Layers[number] {
  return {
    data: drawing.data(rows),
    mark: lineMark(rows.length),
    encoding: {
      x: { field: "step", type: "quantitative" },
      y: { field, type: "quantitative" },
      stroke: lineChannel(name, colours, drawing),
    },
  };
}

/** Pixels of the line that a chart over time is about. */
export const lineWidth = 2.5;

/** A line over time; one step alone is a tick across its bands. */
export function lineMark(steps: number, width: number = lineWidth) {
  const tick = { type: "tick", orient: "horizontal", size: 90, thickness: 3, opacity: 1 } as const;
  return steps === 1
    ? { ...tick, fill: palette.median }
    : ({ type: "line", strokeWidth: width, strokeCap: "round" } as const);
}

/** The figures of the last step, to the right of the plot and apart from each other. */
export function endLabels(
  labels: readonly { value: number; text: string; strong: boolean }[],
  steps: number,
  domain: Domain,
  drawing: Drawing,
): Layers {
  const lineHeight = 15;
  // The axis rounds its ends outwards by up to a tick.
  const roundedOutwards = 1.2;
  const gap = ((domain[1] - domain[0]) * roundedOutwards * lineHeight) / plot.height;
  const heights = dodge(
    labels.map(({ value }) => value),
    gap,
  );
  const values = labels.map(({ text, strong }, i) => ({ step: steps, height: heights[i], text, strong }));
  return [true, false].map((strong) => ({
    data: drawing.data(values.filter((label) => label.strong === strong)),
    mark: {
      type: "text",
      align: "left",
      baseline: "middle",
      dx: steps === 1 ? 54 : 8,
      fontSize: fontSizes.label,
      fontWeight: strong ? "bold" : "normal",
      color: strong ? palette.median : palette.quiet,
      aria: false,
    },
    encoding: {
      x: { field: "step", type: "quantitative" },
      y: { field: "height", type: "quantitative" },
      text: { field: "text", type: "nominal" },
    },
  }));
}

/** Unseen columns, one a step, that say the step's figures under the pointer. */
export function tooltipLayer(
  says: readonly string[],
  drawing: Drawing,
  steps: readonly number[] = says.map((_, i) => i + 1),
): Layers[number] {
  return {
    data: drawing.data(says.map((text, i) => ({ step: steps[i], says: text }))),
    mark: { type: "rule", opacity: 0, strokeWidth: Math.max(2, plot.width / says.length), aria: false },
    encoding: {
      x: { field: "step", type: "quantitative" },
      tooltip: { field: "says", type: "nominal" },
    },
  };
}

/** A line across the plot at zero, for what can be above and below it; thin and grey, as no outcome is drawn. */
export function zeroLine(drawing: Drawing): Layers[number] {
  return {
    data: drawing.data([{ zero: 0 }]),
    mark: { type: "rule", color: palette.quiet, strokeWidth: 0.8, aria: false },
    encoding: { y: { field: "zero", type: "quantitative" } },
  };
}
