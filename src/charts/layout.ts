// Where a chart is shown, and what follows for its parts: in a file at its own size, on a page as wide as there is room.
import type { Config } from "vega-lite";
import { wrap } from "../format/text.ts";
import type { Layout } from "./chart.ts";
import { config, fontSizes } from "./theme.ts";

/** A chart of its own, in a file. */
export const inFile: Layout = { isTitled: true };
/** A chart that stands alone in the column of a telephone, its title over as many lines as it needs. */
export const onTelephone: Layout = { width: 338, isTitled: true };

/** A chart on a page that has `width` pixels for it. */
export function onPage(width: number): Layout {
  return { width, isTitled: false };
}

/** From here on down legends stand in one column, and the names of rows above their marks. */
const narrowPage = 520;
/** Axis and its numbers at the left, the figures of the last step at the right. */
const besidePlot = { wide: 150, narrow: 128 };
const widestPlot = 700;
/** Pixels of a plot below which its labels would lie on each other; a page that is just being laid out may have none. */
export const narrowestPlot = 210;

/** Whether there is no room for what stands beside a plot. */
export function isNarrow({ width }: Layout): boolean {
  return width !== undefined && width < narrowPage;
}

/** Pixels of the plot itself, of a chart that is `own` wide in a file. */
export function plotWidth(own: number, layout: Layout): number {
  if (layout.width === undefined) return own;
  const room = layout.width - besidePlot[isNarrow(layout) ? "narrow" : "wide"];
  return Math.round(Math.min(widestPlot, Math.max(narrowestPlot, room)));
}

const titleLetters = { wide: 62, narrow: 36 };
const subtitleLetters = { wide: 94, narrow: 48 };

/** Title and subtitle in their lines; none where the page writes them. */
export function titleBlock(title: string, subtitle: string, { width, isTitled }: Layout) {
  if (!isTitled) return undefined;
  if (width === undefined) return { text: titleLines(title), subtitle: subtitleLines(subtitle) };
  return {
    text: wrap(title, titleLetters.narrow, 3),
    subtitle: wrap(subtitle, subtitleLetters.narrow, 4),
    fontSize: fontSizes.title - 2,
    lineHeight: 18,
  };
}

/** A subtitle in the lines that it has in a file. */
export function subtitleLines(subtitle: string): string[] {
  return wrap(subtitle, subtitleLetters.wide, 2);
}

/** A title in one line, else what it is about above and the scenario below, else in two lines as they come. */
function titleLines(title: string): string[] {
  const end = title.lastIndexOf(": ") + 1;
  const parts = [title.slice(0, end), title.slice(end + 1)];
  const isParted =
    [...title].length > titleLetters.wide &&
    parts.every((part) => part !== "" && [...part].length <= titleLetters.wide);
  return isParted ? parts : wrap(title, titleLetters.wide, 2);
}

// As in the theme: known to Vega, but not to the types of Vega-Lite.
const stackedLegends: object = { layout: { top: { direction: "vertical" } } };

/** The theme; on a page with less padding, in a narrow column with legends below each other. */
export function themeFor(layout: Layout): Config {
  if (layout.width === undefined) return config;
  const padding = 4;
  if (!isNarrow(layout)) return { ...config, padding };
  return {
    ...config,
    padding,
    legend: { ...config.legend, direction: "vertical", columns: 1, ...stackedLegends },
  };
}

/** A legend whose keys stand below each other where there is no room beside. */
export function legendFor<Legend extends object>(legend: Legend, layout: Layout) {
  return isNarrow(layout) ? { ...legend, columns: 1 } : legend;
}

/** The legend of a colour scale; it stays in a line. */
export function gradientLegendFor<Legend extends { gradientLength: number }>(legend: Legend, layout: Layout) {
  if (!isNarrow(layout)) return legend;
  return {
    ...legend,
    direction: "horizontal" as const,
    gradientLength: Math.min(legend.gradientLength, narrowestPlot),
    tickCount: fewTicks,
    titleLimit: narrowestPlot + besidePlot.narrow / 3,
  };
}

/** So many numbers fit under a narrow plot. */
const fewTicks = 4;
/** Pixels from one number to the next. */
const closestTicks = 16;
const axisLetters = 44;

interface Axis {
  title: string;
  values?: number[];
  tickCount?: number;
}

/**
 * The axis below a plot: in a narrow column with fewer numbers and its title over two lines. Numbers that would touch
 * each other are left out by Vega on a logarithmic axis.
 */
export function axisBelow<Below extends Axis>(
  axis: Below,
  layout: Layout,
  { isLog = false }: { isLog?: boolean } = {},
): Omit<Below, "title"> & { title: string | string[] } {
  if (!isNarrow(layout)) return axis;
  return { ...axis, ...(!isLog && fewerTicks(axis)), title: wrap(axis.title, axisLetters, 2) };
}

/** Numbers under an axis, so far apart that "1 2" is not read as 12. */
function fewerTicks({ values, tickCount }: Axis): Omit<Axis, "title"> {
  if (values === undefined)
    return tickCount === undefined ? {} : { tickCount: Math.min(tickCount, fewTicks) };
  const [first = 0, second = 0, third = second] = values;
  const length = values.at(-1)! - first;
  const isTight = (gap: number) => (gap / length) * narrowestPlot < closestTicks;
  if (values.length < 3 || !isTight(Math.min(second - first, third - second))) return {};
  let interval = third - second;
  while (isTight(interval - 1)) interval *= 2;
  const fewer = values.filter((value, i) => i === 0 || value % interval === 0);
  return { values: fewer, tickCount: fewer.length };
}
