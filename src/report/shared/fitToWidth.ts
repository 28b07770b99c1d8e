// Charts on a page: without the title, which the page itself writes, and as wide as there is room.
import type { TopLevelSpec } from "vega-lite";
import { dotsName } from "../../charts/quantileDots.ts";
import { namesName } from "../../charts/rows.ts";
import { stackedRows } from "../../charts/stackedRows.ts";
import { fontSizes } from "../../charts/theme.ts";
import { wrap } from "../../format/text.ts";

/** Axis and its numbers at the left, the figures of the last step at the right. */
const besidePlot = { wide: 150, narrow: 128 };
const besideDots = 40;
const narrowestPlot = 210;
const widestPlot = 700;
/** From here on down legends stand in one column, and the names of rows above their marks. */
const narrowPage = 520;
/** So many numbers fit under a narrow plot. */
const fewTicks = 4;
/** Pixels from one number to the next. */
const closestTicks = 16;

interface Fitted {
  width: number;
  height: number;
  layer: readonly {
    name?: string;
    mark?: { size?: number };
    encoding?: Record<string, { axis?: Axis | null; legend?: Legend | null; scale?: { type?: string } }>;
  }[];
  config?: { legend?: object; padding?: number };
  title?: unknown;
}

/** The specification for `width` pixels. Charts made of rows keep their width as long as their names need it. */
export function fitted(spec: TopLevelSpec, width: number): TopLevelSpec {
  const { title: _, ...rest } = spec as unknown as Fitted;
  const isNarrow = width < narrowPage;
  const legend = isNarrow
    ? {
        ...rest.config?.legend,
        direction: "vertical",
        columns: 1,
        layout: { top: { direction: "vertical" } },
      }
    : rest.config?.legend;
  const config = { ...rest.config, padding: 4, ...(legend && { legend }) };
  if (hasDots(rest)) return { ...scaledDots(rest, width), config } as unknown as TopLevelSpec;
  if (hasRows(rest)) {
    const rows = { ...rest, config } as unknown as TopLevelSpec;
    return isNarrow
      ? stackedRows({ ...rows, layer: rest.layer.map(inOneColumn) } as TopLevelSpec, width)
      : rows;
  }
  const plotWidth = Math.round(
    Math.min(widestPlot, Math.max(narrowestPlot, width - besidePlot[isNarrow ? "narrow" : "wide"])),
  );
  const layer = isNarrow ? rest.layer.map(inOneColumn) : rest.layer;
  return { ...rest, width: plotWidth, layer, config } as unknown as TopLevelSpec;
}

/** A chart that stands alone in the column of a telephone: with its title, over as many lines as it needs. */
export function narrowPicture(spec: TopLevelSpec): TopLevelSpec {
  const { text, subtitle } = (spec as unknown as { title: { text: string[]; subtitle: string[] } }).title;
  const title = {
    text: wrap(text.join(" "), titleLetters, 3),
    subtitle: wrap(subtitle.join(" "), subtitleLetters, 4),
    fontSize: fontSizes.title - 2,
    lineHeight: 18,
  };
  return { ...fitted(spec, narrowColumn), title } as TopLevelSpec;
}

const narrowColumn = 338;
/** So many letters of a title and of a subtitle stand in a line of that column. */
const titleLetters = 36;
const subtitleLetters = 48;
const axisLetters = 44;

function hasRows({ layer }: Pick<Fitted, "layer">): boolean {
  return layer.some(({ name }) => name === `${namesName}-plain`);
}

function hasDots({ layer }: Pick<Fitted, "layer">): boolean {
  return layer.some(({ name }) => name === dotsName);
}

/** Dots get smaller with their plot, letters do not. */
function scaledDots(spec: Fitted, width: number): Fitted {
  const room = Math.max(narrowestPlot, width - besideDots);
  const scale = Math.min(1, room / spec.width);
  const layer = spec.layer.map((one) => ({
    ...(width < narrowPage ? inOneColumn(one) : one),
    mark: { ...one.mark, size: (one.mark?.size ?? 0) * scale ** 2 },
  }));
  return { ...spec, width: Math.round(spec.width * scale), height: Math.round(spec.height * scale), layer };
}

function inOneColumn<Layer extends Fitted["layer"][number]>(layer: Layer): Layer {
  const encoding = Object.fromEntries(
    Object.entries(layer.encoding ?? {}).map(([channel, definition]) => {
      const { legend, axis, scale } = definition;
      // Numbers that would touch each other are left out by Vega on a logarithmic axis.
      const ticks = (one: Axis) => (scale?.type === "log" ? one : withFewerTicks(one));
      return [
        channel,
        {
          ...definition,
          ...(legend && { legend: narrowLegend(legend) }),
          ...(channel === "x" && axis && { axis: withWrappedTitle(ticks(axis)) }),
        },
      ];
    }),
  );
  return layer.encoding ? { ...layer, encoding } : layer;
}

interface Legend {
  gradientLength?: number;
}

/** Keys stand below each other; the colours of a scale stay in a line. */
function narrowLegend(legend: Legend): object {
  const { gradientLength } = legend;
  if (gradientLength === undefined) return { ...legend, columns: 1 };
  const length = Math.min(gradientLength, narrowestPlot);
  return {
    ...legend,
    direction: "horizontal",
    gradientLength: length,
    tickCount: fewTicks,
    titleLimit: narrowestPlot + besidePlot.narrow / 3,
  };
}

interface Axis {
  title?: string;
  values?: readonly number[];
  tickCount?: number;
}

function withWrappedTitle(axis: Axis): object {
  return axis.title === undefined ? axis : { ...axis, title: wrap(axis.title, axisLetters, 2) };
}

/** Numbers under an axis, so far apart that "1 2" is not read as 12. */
function withFewerTicks(axis: Axis): Axis {
  const { values, tickCount } = axis;
  if (values === undefined)
    return tickCount === undefined ? axis : { ...axis, tickCount: Math.min(tickCount, fewTicks) };
  const [first = 0, second = 0, third = second] = values;
  const length = values.at(-1)! - first;
  const isTight = (gap: number) => (gap / length) * narrowestPlot < closestTicks;
  if (values.length < 3 || !isTight(Math.min(second - first, third - second))) return axis;
  let interval = third - second;
  while (isTight(interval - 1)) interval *= 2;
  const fewer = values.filter((value, i) => i === 0 || value % interval === 0);
  return { ...axis, values: fewer, tickCount: fewer.length };
}
