// Draws charts again and again: a chart whose shape was met before gets new data only, which takes a few milliseconds.

import * as vega from "vega";
import { expressionInterpreter } from "vega-interpreter";
import * as vegaLite from "vega-lite";
import type { BoundChart } from "../../charts/baseSpec.ts";
import type { ChartSpec } from "../../charts/chart.ts";
import type { Picture, Region } from "../shared/drawnChart.ts";
import { measureText } from "./measureText.ts";

/** Shapes that are kept ready; a page has about a dozen charts. */
const maxViews = 40;

/** Keeps compiled views by the specification of a chart, which holds neither its data nor its domains. */
export interface ChartRenderer {
  /** The picture of a chart. */
  draw(chart: Pick<BoundChart, "spec" | "data" | "signals">): Promise<Picture>;
}

/** A renderer without a view yet. */
export function createChartRenderer(): ChartRenderer {
  measureText(vega);
  const views = new Map<string, vega.View>();

  return {
    async draw({ spec, data, signals }) {
      const key = JSON.stringify(spec);
      let view = views.get(key);
      if (view) {
        // Kept in the order of use.
        views.delete(key);
      } else {
        view = createView(spec);
        if (views.size >= maxViews) {
          const [oldest, unused] = views.entries().next().value!;
          unused.finalize();
          views.delete(oldest);
        }
      }
      views.set(key, view);
      for (const [name, value] of signals) view.signal(name, value);
      // Else a view keeps the room that its first numbers took beside the plot.
      view.resize();
      // Vega takes the rows for its own and marks them.
      for (const [name, values] of data)
        view.data(
          name,
          values.map((row) => ({ ...row })),
        );
      return pictureOf(view);
    },
  };
}

/** The picture of any specification, which is not kept ready. */
export async function drawOnce(spec: ChartSpec): Promise<Picture> {
  measureText(vega);
  const view = createView(spec);
  const picture = await pictureOf(view);
  view.finalize();
  return picture;
}

async function pictureOf(view: vega.View): Promise<Picture> {
  await view.runAsync();
  const svg = await view.toSVG();
  const [, width = "0", height = "0"] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return { svg, width: Number(width), height: Number(height), regions: regionsOf(view) };
}

function createView(written: ChartSpec): vega.View {
  // A specification is plain data for all but Vega-Lite itself.
  const { spec } = vegaLite.compile(written as unknown as vegaLite.TopLevelSpec, { logger: silent });
  // Expressions are interpreted: the page forbids making code from text.
  const runtime = vega.parse(spec, undefined, { ast: true });
  return new vega.View(runtime, { renderer: "none", expr: expressionInterpreter, logger: silent });
}

const silent = vega.logger(vega.None);

interface Item {
  x?: number;
  y?: number;
  bounds?: { x1: number; y1: number; x2: number; y2: number };
  tooltip?: unknown;
  items?: readonly Item[];
}

/** Where the marks lie that have something to say. */
function regionsOf(view: vega.View): Region[] {
  const regions: Region[] = [];
  // Vega's types leave out what a scenegraph holds.
  const root = (view.scenegraph() as unknown as { root: Item }).root;
  const [left, top] = view.origin();
  const visit = (item: Item, dx: number, dy: number): void => {
    const says = wordsOf(item.tooltip);
    if (says !== "" && item.bounds) {
      const { x1, y1, x2, y2 } = item.bounds;
      regions.push({ x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy, says });
    }
    // Groups move what is in them.
    const isGroup = item.items !== undefined && item.x !== undefined;
    for (const child of item.items ?? []) {
      visit(child, isGroup ? dx + item.x! : dx, isGroup ? dy + (item.y ?? 0) : dy);
    }
  };
  visit(root, left!, top!);
  return regions;
}

/** What a mark says: words, or a line for each of its fields. */
function wordsOf(tooltip: unknown): string {
  if (tooltip === null || tooltip === undefined) return "";
  if (typeof tooltip !== "object") return String(tooltip);
  return Object.entries(tooltip)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}
