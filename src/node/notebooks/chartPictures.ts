// A chart as the pictures of it that are seen where there are no live charts.
import type { TopLevelSpec } from "vega-lite";
import type { Chart } from "../../charts/chart.ts";
import { fitted } from "../../report/shared/fitToWidth.ts";
import { renderPng, renderSvg } from "../output/render.ts";

/** A picture as SVG text, with its size in pixels. */
export interface Picture {
  svg: string;
  width: number;
  height: number;
}

export interface DrawnChart {
  wide: Picture;
  /** For the column of a telephone, without the chart's title: the page writes it, where it can go over lines. */
  narrow: Picture;
  /** Drawn when it is asked for: the page needs none. */
  png(): Promise<Uint8Array>;
}

// Drawing takes longest: a notebook that is run again draws only what has changed.
const drawn = new Map<string, Promise<DrawnChart>>();
const maxKept = 200;

/** Draws a chart, or gives the pictures of one that was the same. */
export function drawChart({ spec }: Chart): Promise<DrawnChart> {
  const key = JSON.stringify(spec);
  const known = drawn.get(key) ?? draw(spec);
  drawn.delete(key);
  drawn.set(key, known);
  if (drawn.size > maxKept) drawn.delete(drawn.keys().next().value!);
  return known;
}

/** Pixels for a chart on a page of 390, the width of most telephones. */
const narrowColumn = 346;
/** Pixels of the plot beside the names of rows, on such a page. */
const narrowRows = 220;

async function draw(spec: TopLevelSpec): Promise<DrawnChart> {
  const wide = await pictureOf(spec);
  // Charts of the kit are layered; any other is shown as it is, only smaller.
  const narrow = "layer" in spec ? await pictureOf(narrowed(spec)) : wide;
  let png: Promise<Uint8Array> | undefined;
  return {
    wide,
    narrow,
    png: () => {
      png ??= renderPng(wide.svg);
      return png;
    },
  };
}

/** Charts made of rows are as wide as their names need; a smaller plot lets them be shrunk less. */
function narrowed(spec: TopLevelSpec): TopLevelSpec {
  const narrow = fitted(spec, narrowColumn) as unknown as Rows;
  const { width: plotWidth } = spec as unknown as Rows;
  if (narrow.width !== plotWidth) return narrow as unknown as TopLevelSpec;
  // Figures at the right of the plot stay as far from it as they were.
  const layer = narrow.layer.map((one) => {
    const x = typeof one.mark === "object" ? one.mark.x : undefined;
    return x !== undefined && x > plotWidth
      ? { ...one, mark: { ...(one.mark as object), x: x - plotWidth + narrowRows } }
      : one;
  });
  return { ...narrow, width: narrowRows, layer } as unknown as TopLevelSpec;
}

interface Rows {
  width: number;
  layer: readonly { mark?: string | { x?: number } }[];
}

async function pictureOf(spec: TopLevelSpec): Promise<Picture> {
  const svg = await renderSvg(spec);
  const pixels = (side: string) => Number(new RegExp(`<svg[^>]* ${side}="([\\d.]+)"`).exec(svg)?.[1] ?? 0);
  return { svg, width: pixels("width"), height: pixels("height") };
}
