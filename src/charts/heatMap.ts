// A map of two assumptions: what comes of every pair of values, where it breaks even, and what is believed.

import type { AssumptionMap, MapAxis } from "../analysis/map/assumptionMap.ts";
import { believedShare } from "../analysis/map/believedRegion.ts";
import type { LineSegment } from "../analysis/map/contour.ts";
import { levelText } from "../format/levelText.ts";
import { formatCount, formatEstimate, formatNumber, readsAsShare } from "../format/numbers.ts";
import { capital } from "../format/text.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";
import { axisNumbers, axisTitle, rangeOf, stepTicks } from "./axisNumbers.ts";
import { baseSpec, type Layers } from "./baseSpec.ts";
import type { Chart } from "./chart.ts";
import { fontSizes, heat, palette } from "./theme.ts";

/** What a map's figures are, in words and unit. */
export interface MapWords {
  /** File name without ending. */
  name: string;
  /** "median of “Paid by the end”", "chance of “Fewer at the end”" */
  figure: string;
  /** "share" for a chance. */
  unit: string;
  /** True where the figure is a chance. */
  isChance: boolean;
  /** The scenario's title. */
  title: string;
  /** For each cell. */
  trials: number;
  step: "day" | "week" | "month" | "year";
}

const side = { width: 520, height: 400 } as const;
/** Added to the width of a line for its light edge. */
const halo = 2.2;

/** A heat map with the line of break-even and the outline of the belief. */
export function map(data: AssumptionMap, words: MapWords): Chart {
  const { x, y, figures, level, contour, believed } = data;
  const values = figures.map(({ value }) => value);
  const percent = words.isChance || readsAsShare(words.unit, values);
  const told = (value: number, error = 0) =>
    formatNumber(value, { unit: words.unit, percent, error, digits: 3 });
  const cells = figures.map(({ value, error }, k) => {
    const [i, j] = [k % x.values.length, Math.floor(k / x.values.length)];
    return {
      ...{ x: x.edges[i], x2: x.edges[i + 1], y: y.edges[j], y2: y.edges[j + 1] },
      figure: Number.isNaN(value) ? null : value,
      says: `${capital(placeText(x, i))}, ${placeText(y, j)}: ${told(value, error)}`,
    };
  });
  const { domain, range } = colours(values, words.isChance, level);
  const line = level === undefined ? "" : levelWords(level, words);
  const reading = [
    line && contour.length > 0 ? `Line: ${line}.` : "",
    believed.length > 0 ? `Dashed: ${believedWords(x)}.` : "",
    `Each cell: ${formatCount(words.trials)} trials${largestError(figures, words.unit, percent)}.`,
    values.some(Number.isNaN) ? "Empty: it never happens." : "",
  ];

  return baseSpec({
    name: words.name,
    title: `${capital(words.figure)}: ${words.title}`,
    subtitle: reading.filter(Boolean).join(" "),
    description: describe(data, words, percent, line),
    width: sideFor(x.values.length, side.width),
    height: sideFor(y.values.length, side.height),
    layer: [
      {
        data: { values: cells },
        mark: { type: "rect", opacity: 1, stroke: null },
        encoding: {
          x: axis("x", x, words.step),
          x2: { field: "x2" },
          y: axis("y", y, words.step),
          y2: { field: "y2" },
          fill: {
            field: "figure",
            type: "quantitative",
            scale: { domain, range: [...range], interpolate: "lab" },
            legend: {
              title: axisTitle(capital(words.figure), words.unit),
              titleLimit: 360,
              titleFontSize: fontSizes.small,
              titleFontWeight: "normal",
              labelExpr: axisNumbers("fill", percent),
              gradientLength: sideFor(x.values.length, side.width),
              gradientThickness: 12,
              tickCount: 6,
            },
          },
          tooltip: { field: "says", type: "nominal" },
        },
      },
      ...outlined(believed, { color: palette.text, strokeWidth: 1.6, strokeCap: "butt", strokeDash: [5, 4] }),
      ...outlined(contour, { color: palette.text, strokeWidth: 2.4, strokeCap: "round" }),
      ...asBelieved(x, y),
    ],
  });
}

/** The ends of the colour scale: around the break-even where the figure has two sides, else from low to high. */
function colours(values: readonly number[], isChance: boolean, level: number | undefined) {
  if (isChance) return { domain: [0, 1], range: heat.diverging };
  const { low, high } = rangeOf(values);
  if (level !== undefined && low < 0 && high > 0) {
    const reach = Math.max(Math.abs(low - level), Math.abs(high - level));
    return { domain: [level - reach, level + reach], range: heat.diverging };
  }
  return { domain: low < high ? [low, high] : [low - 0.5, low + 0.5], range: heat.sequential };
}

function axis(channel: "x" | "y", { label, unit, values, edges, believed }: MapAxis, step: MapWords["step"]) {
  const isTime = believed === undefined;
  const percent = readsAsShare(unit, edges);
  return {
    field: channel,
    type: "quantitative" as const,
    scale: { domain: [edges[0]!, edges.at(-1)!], nice: false, zero: false },
    axis: {
      title: axisTitle(capital(label), unit),
      grid: false,
      ...(isTime
        ? { values: stepTicks(values.length, step), labelExpr: "format(datum.value, 'd')" }
        : { tickCount: 7, labelExpr: axisNumbers(channel, percent) }),
    },
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
function outlined(pieces: readonly LineSegment[], style: LineStyle): Layers {
  if (pieces.length === 0) return [];
  const values = joined(pieces).flatMap((line, i) =>
    line.map((point, order) => ({ ...point, line: i, order })),
  );
  const layer = (mark: Partial<LineStyle> & { opacity?: number }): Layers[number] => ({
    data: { values },
    mark: { type: "line", strokeJoin: "round", aria: false, ...mark },
    encoding: {
      x: { field: "x", type: "quantitative" },
      y: { field: "y", type: "quantitative" },
      detail: { field: "line", type: "nominal" },
      order: { field: "order", type: "quantitative" },
    },
  });
  return [
    layer({
      color: palette.background,
      strokeWidth: style.strokeWidth + halo,
      strokeCap: "round",
      opacity: 0.8,
    }),
    layer(style),
  ];
}

/** Pieces that follow each other in the list as one line, so that dashes run on. */
function joined(pieces: readonly LineSegment[]): { x: number; y: number }[][] {
  const lines: { x: number; y: number }[][] = [];
  for (const { x, y, x2, y2 } of pieces) {
    const end = lines.at(-1)?.at(-1);
    if (end && end.x === x && end.y === y) lines.at(-1)!.push({ x: x2, y: y2 });
    else {
      lines.push([
        { x, y },
        { x: x2, y: y2 },
      ]);
    }
  }
  return lines;
}

/** A dot at the medians of both beliefs. */
function asBelieved(x: MapAxis, y: MapAxis): Layers {
  if (x.believed === undefined || y.believed === undefined) return [];
  const inside = (axis: MapAxis) => axis.believed! >= axis.edges[0]! && axis.believed! <= axis.edges.at(-1)!;
  if (!inside(x) || !inside(y)) return [];
  return [
    {
      data: { values: [{ x: x.believed, y: y.believed }] },
      mark: {
        type: "point",
        filled: true,
        size: 70,
        fill: palette.text,
        stroke: palette.background,
        strokeWidth: 1.5,
        opacity: 1,
        aria: false,
      },
      encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } },
    },
  ];
}

function levelWords(level: number, { unit, isChance }: MapWords): string {
  if (isChance) return level === 0.5 ? "an even chance" : `a chance of ${levelText(level * 100, "%")}`;
  return level === 0 ? "break-even at 0" : levelText(level, unit);
}

function believedWords(x: MapAxis): string {
  return x.believed === undefined
    ? "p5 and p95 of the belief"
    : `holds ${Math.round(believedShare * 10)} in 10 of the belief; dot: both medians`;
}

function placeText({ label, unit, values }: MapAxis, i: number): string {
  const percent = readsAsShare(unit, values);
  return `${inSentence(label)} ${formatNumber(values[i]!, { percent, digits: 3 })}`;
}

/** A label in the midst of a sentence: names keep their capital where the second letter has one too. */
function inSentence(label: string): string {
  return /^.[\p{Lu}]/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** ", standard error at most 2 percentage points": how far the least certain cell may be off; nothing where none is. */
function largestError(figures: readonly Estimate[], unit: string, percent: boolean): string {
  const { high } = rangeOf(figures.map(({ error }) => error));
  if (high === 0) return "";
  const shown = percent
    ? `${formatNumber(100 * high, { digits: 1 })} percentage points`
    : formatNumber(high, { unit, digits: 1 });
  return `, standard error at most ${shown}`;
}

function describe(
  { x, y, figures, contour, asBelieved: center }: AssumptionMap,
  { figure, unit, trials }: MapWords,
  percent: boolean,
  line: string,
): string {
  const { low, high } = rangeOf(figures.map(({ value }) => value));
  const told = (estimate: Estimate) => formatEstimate(estimate, unit, { percent });
  const end = (value: number) => {
    const k = figures.findIndex((one) => one.value === value);
    return k < 0
      ? told({ value, error: 0 })
      : `${told(figures[k]!)} at ${placeText(x, k % x.values.length)} and ${placeText(y, Math.floor(k / x.values.length))}`;
  };
  const crossed =
    line && (contour.length > 0 ? ` The line of ${line} crosses the map.` : ` No cell reaches ${line}.`);
  const played = `${formatCount(trials)} trials a cell; ± is one standard error`;
  return `Heat map of the ${figure} by ${axisTitle(x.label, x.unit)} and ${axisTitle(y.label, y.unit)} (${played}): from ${end(low)} to ${end(high)}; ${told(center)} with everything as believed.${crossed}`;
}
