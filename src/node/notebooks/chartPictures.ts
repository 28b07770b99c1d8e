// A chart as the pictures of it that are seen where there are no live charts.
import { createHash } from "node:crypto";
import type { Chart, ChartSpec } from "../../charts/chart.ts";
import { onPage } from "../../charts/layout.ts";
import { renderPng, renderSvg } from "../output/render.ts";
import { remembered, type Session } from "../project/session.ts";

/** A picture as SVG text, with its size in pixels. */
export interface ChartPicture {
  svg: string;
  width: number;
  height: number;
}

/** The pictures of one chart. */
export interface DrawnPictures {
  wide: ChartPicture;
  /** For the column of a telephone, without the chart's title: the page writes it, where it can go over lines. */
  narrow: ChartPicture;
  /** Drawn when it is asked for: the page needs none. */
  png(): Promise<Uint8Array>;
}

// Drawing takes longest: a notebook that is run again draws only what has changed.
const pictures = () => new Map<string, Promise<DrawnPictures>>();
const maxKept = 100;

/** Draws a chart, or gives the pictures of one that was the same in the session. */
export function drawPictures(chart: Chart, session: Session): Promise<DrawnPictures> {
  // A chart's text holds all of its data.
  const text = JSON.stringify([chart.spec, chart.laidOut !== undefined]);
  const key = createHash("sha256").update(text).digest("base64");
  return remembered(session.get(pictures), key, () => draw(chart), maxKept);
}

/** Pixels for a chart on a page of 390, the width of most telephones. */
const narrowColumn = 346;

async function draw(chart: Chart): Promise<DrawnPictures> {
  const wide = await pictureOf(chart.spec);
  // A chart that was made elsewhere is shown as it is, only smaller.
  const narrow = chart.laidOut ? await pictureOf(chart.laidOut(onPage(narrowColumn)).spec) : wide;
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

async function pictureOf(spec: ChartSpec): Promise<ChartPicture> {
  const svg = await renderSvg(spec);
  const pixels = (side: string) => Number(new RegExp(`<svg[^>]* ${side}="([\\d.]+)"`).exec(svg)?.[1] ?? 0);
  return { svg, width: pixels("width"), height: pixels("height") };
}
