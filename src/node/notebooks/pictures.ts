// A chart as everything that shows it: pictures for those who see no live charts, and what a live one is drawn from.
import type { TopLevelSpec } from "vega-lite";
import type { Chart } from "../../charts/chart.ts";
import type { Html } from "../../report/html.ts";
import { renderPng, renderSvg } from "../render.ts";

export interface DrawnChart {
  svg: string;
  png: Uint8Array;
  /** Pixels of the SVG. */
  width: number;
  height: number;
  /** The specification compiled to Vega, as JSON that can stand in a script element. */
  vega: Html;
}

// Drawing takes longest: a notebook that is run again draws only what has changed.
const drawn = new Map<string, Promise<DrawnChart>>();
const mostKept = 200;

/** Draws a chart, or gives the pictures of one that was the same. */
export function drawChart({ spec }: Chart): Promise<DrawnChart> {
  const key = JSON.stringify(spec);
  const known = drawn.get(key) ?? draw(spec);
  drawn.delete(key);
  drawn.set(key, known);
  if (drawn.size > mostKept) drawn.delete(drawn.keys().next().value!);
  return known;
}

async function draw(spec: TopLevelSpec): Promise<DrawnChart> {
  const svg = await renderSvg(spec);
  const { compile, resetIdCounter } = await import("vega-lite");
  resetIdCounter();
  // No "<" is left that could end the script element.
  const vega = { markup: JSON.stringify(compile(spec).spec).replace(/</g, "\\u003c") };
  const pixels = (side: string) => Number(new RegExp(`<svg[^>]* ${side}="([\\d.]+)"`).exec(svg)?.[1] ?? 0);
  return { svg, png: renderPng(svg), width: pixels("width"), height: pixels("height"), vega };
}
