// A map of two assumptions: what comes of every pair of values, where it breaks even, and what is believed.

import type { AssumptionMap, MapAxis } from "../analysis/map/assumptionMap.ts";
import type { LineSegment } from "../analysis/map/contour.ts";
import type { Calendar } from "../assumptions/calendar/calendar.ts";
import { formatCount, formatNumber, readsAsShare } from "../format/numbers.ts";
import { capital } from "../format/text.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";
import { axisNumbers, axisTitle, rangeOf } from "./axisNumbers.ts";
import { type ChartParts, type Layers, ResizableChart } from "./baseSpec.ts";
import type { Drawing } from "./drawing.ts";
import { axisBelow, gradientLegendFor, plotWidth } from "./layout.ts";
import {
  believedWords,
  describe,
  largestError,
  type MapWords,
  mapLevelWords,
  placeText,
} from "./mapWords.ts";
import { stepLabels } from "./steps.ts";
import { fontSizes, heat, palette } from "./theme.ts";

const side = { width: 520, height: 400 } as const;
/** Added to the width of a line for its light edge. */
const halo = 2.2;

/** A heat map with the line of break-even and the outline of the belief. */
export function map(data: AssumptionMap, words: MapWords): ResizableChart {
  return new ResizableChart(words.name, (drawing) => drawMap(data, words, drawing));
}

function drawMap(data: AssumptionMap, words: MapWords, drawing: Drawing): ChartParts {
  const { x, y, figures, level, contour, believed } = data;
  const values = figures.map(({ value }) => value);
  const percent = words.isChance || readsAsShare(words.unit, values);
  const line = level === undefined ? "" : mapLevelWords(level, words);
  const reading = [
    line && contour.length > 0 ? `Line: ${line}.` : "",
    believed.length > 0 ? `Dashed: ${believedWords(x)}.` : "",
    `Each cell: ${formatCount(words.trials)} trials${largestError(figures, words.unit, percent)}.`,
    values.some(Number.isNaN) ? "Empty: it never happens." : "",
  ];
  const dashes: LineStyle = { color: palette.text, strokeWidth: 1.6, strokeCap: "butt", strokeDash: [5, 4] };
  const solid: LineStyle = { color: palette.text, strokeWidth: 2.4, strokeCap: "round" };

  return {
    title: `${capital(words.figure)}: ${words.title}`,
    subtitle: reading.filter(Boolean).join(" "),
    description: describe(data, words, percent, line),
    width: plotWidth(sideFor(x.values.length, side.width), drawing.layout),
    height: sideFor(y.values.length, side.height),
    layer: [
      cellLayer(data, words, percent, drawing),
      ...outlined(believed, dashes, drawing),
      ...outlined(contour, solid, drawing),
      ...asBelieved(x, y, drawing),
    ],
  };
}

/** A rectangle for each pair of values. */
function cellLayer(
  { x, y, figures, level }: AssumptionMap,
  words: MapWords,
  percent: boolean,
  drawing: Drawing,
): Layers[number] {
  const told = (value: number, error = 0) =>
    formatNumber(value, { unit: words.unit, percent, error, digits: 3 });
  const cells = figures.map(({ value, error }, k) => {
    const [i, j] = [k % x.values.length, Math.floor(k / x.values.length)];
    return {
      ...{ x: x.edges[i], x2: x.edges[i + 1], y: y.edges[j], y2: y.edges[j + 1] },
      figure: Number.isNaN(value) ? null : value,
      says: `${capital(placeText(x, i, words.horizon))}, ${placeText(y, j, words.horizon)}: ${told(value, error)}`,
    };
  });
  const { domain, range } = colours(figures, words.isChance, level);
  const legend = {
    title: axisTitle(capital(words.figure), words.unit),
    titleLimit: 360,
    titleFontSize: fontSizes.small,
    titleFontWeight: "normal",
    labelExpr: axisNumbers("fill", percent),
    gradientLength: sideFor(x.values.length, side.width),
    gradientThickness: 12,
    tickCount: 6,
  } as const;
  return {
    data: drawing.data(cells),
    mark: { type: "rect", opacity: 1, stroke: null },
    encoding: {
      x: axis("x", x, words.horizon, drawing),
      x2: { field: "x2" },
      y: axis("y", y, words.horizon, drawing),
      y2: { field: "y2" },
      fill: {
        field: "figure",
        type: "quantitative",
        scale: { domain, range: [...range], interpolate: "lab" },
        legend: gradientLegendFor(legend, drawing.layout),
      },
      tooltip: { field: "says", type: "nominal" },
    },
  };
}

/** The ends of the colour scale: around the break-even where the figure has two sides, else from low to high. */
function colours(figures: readonly Estimate[], isChance: boolean, level: number | undefined) {
  if (isChance) return { domain: [0, 1], range: heat.diverging };
  const { low, high } = rangeOf(figures.map(({ value }) => value));
  if (level !== undefined && low < 0 && high > 0) {
    const reach = Math.max(Math.abs(low - level), Math.abs(high - level));
    return { domain: [level - reach, level + reach], range: heat.diverging };
  }
  return { domain: low < high ? [low, high] : [low - 0.5, low + 0.5], range: heat.sequential };
}

function axis(
  channel: "x" | "y",
  { label, unit, values, edges, believed }: MapAxis,
  horizon: Calendar,
  { domain, layout }: Drawing,
) {
  const isTime = believed === undefined;
  const percent = readsAsShare(unit, edges);
  const numbers = {
    title: axisTitle(capital(label), unit),
    grid: false,
    ...(isTime
      ? stepLabels(
          { ...horizon, steps: values.length },
          plotWidth(sideFor(values.length, side.width), layout),
        )
      : { tickCount: 7, labelExpr: axisNumbers(channel, percent) }),
  };
  return {
    field: channel,
    type: "quantitative" as const,
    scale: { domain: domain(channel, [edges[0]!, edges.at(-1)!]), nice: false, zero: false },
    axis: channel === "x" ? axisBelow(numbers, layout) : numbers,
  };
}

/** Whole pixels for each cell, so that no hair of light shows between two. */
function sideFor(cells: number, wanted: number): number {
  return cells > wanted ? wanted : cells * Math.round(wanted / cells);
}

interface LineStyle {
  color: string;
  strokeWidth: number;
  strokeCap: "butt" | "round";
  strokeDash?: number[];
}

/** Lines with a light edge, so that they are seen on every colour. */
function outlined(pieces: readonly LineSegment[], style: LineStyle, drawing: Drawing): Layers {
  if (pieces.length === 0) return [];
  const values = joined(pieces).flatMap((line, i) =>
    line.map((point, order) => ({ ...point, line: i, order })),
  );
  const layer = (mark: Partial<LineStyle> & { opacity?: number }): Layers[number] => ({
    data: drawing.data(values),
    mark: { type: "line", strokeJoin: "round", aria: false, ...mark },
    encoding: {
      x: { field: "x", type: "quantitative" },
      y: { field: "y", type: "quantitative" },
      detail: { field: "line", type: "nominal" },
      order: { field: "order", type: "quantitative" },
    },
  });
  const edge = {
    color: palette.background,
    strokeWidth: style.strokeWidth + halo,
    strokeCap: "round",
  } as const;
  return [layer({ ...edge, opacity: 0.8 }), layer(style)];
}

/** Pieces that follow each other in the list as one line, so that dashes run on. */
function joined(pieces: readonly LineSegment[]): { x: number; y: number }[][] {
  const lines: { x: number; y: number }[][] = [];
  for (const { x, y, x2, y2 } of pieces) {
    const end = lines.at(-1)?.at(-1);
    if (end && end.x === x && end.y === y) lines.at(-1)!.push({ x: x2, y: y2 });
    else lines.push([[x, y] as const, [x2, y2] as const].map(([x, y]) => ({ x, y })));
  }
  return lines;
}

/** A dot at the medians of both beliefs. */
function asBelieved(x: MapAxis, y: MapAxis, drawing: Drawing): Layers {
  if (x.believed === undefined || y.believed === undefined) return [];
  const inside = (axis: MapAxis) => axis.believed! >= axis.edges[0]! && axis.believed! <= axis.edges.at(-1)!;
  if (!inside(x) || !inside(y)) return [];
  const edge = { stroke: palette.background, strokeWidth: 1.5, opacity: 1, aria: false };
  return [
    {
      data: drawing.data([{ x: x.believed, y: y.believed }]),
      mark: { type: "point", filled: true, size: 70, fill: palette.text, ...edge },
      encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } },
    },
  ];
}
