// Draws charts again and again: a chart whose shape was met before gets new data only, which takes a few milliseconds.

import * as vega from "vega";
import { expressionInterpreter } from "vega-interpreter";
import type { TopLevelSpec } from "vega-lite";
import * as vegaLite from "vega-lite";
import type { Picture, Region } from "../shared/drawnChart.ts";
import { measureText } from "./measureText.ts";

/** Shapes that are kept ready; a page has about a dozen charts. */
const maxViews = 40;

type Values = readonly object[];

/** A specification with its data and domains taken out: they stand in datasets and signals. */
interface Shape {
  spec: TopLevelSpec;
  data: ReadonlyMap<string, Values>;
  signals: ReadonlyMap<string, number>;
}

export interface ChartRenderer {
  /** The picture of a specification. */
  draw(spec: TopLevelSpec): Promise<Picture>;
}

export function createChartRenderer(): ChartRenderer {
  measureText(vega);
  const views = new Map<string, vega.View>();

  return {
    async draw(spec) {
      const { spec: shape, data, signals } = shapeOf(spec);
      const key = JSON.stringify(shape);
      let view = views.get(key);
      if (view) {
        // Kept in the order of use.
        views.delete(key);
      } else {
        view = createView(shape);
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
export async function drawOnce(spec: TopLevelSpec): Promise<Picture> {
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

function createView(written: TopLevelSpec): vega.View {
  const { spec } = vegaLite.compile(written, { logger: silent });
  // Expressions are interpreted: the page forbids making code from text.
  const runtime = vega.parse(spec, undefined, { ast: true });
  return new vega.View(runtime, { renderer: "none", expr: expressionInterpreter, logger: silent });
}

const silent: vega.LoggerInterface = {
  level: (() => silent) as vega.LoggerInterface["level"],
  error: () => silent,
  warn: () => silent,
  info: () => silent,
  debug: () => silent,
};

/** Takes data and numeric domains out of a layered specification. */
function shapeOf(spec: TopLevelSpec): Shape {
  const data = new Map<string, Values>();
  const signals = new Map<string, number>();
  const layered = spec as unknown as { layer: readonly Layer[]; description?: string };
  const { description: _, ...rest } = layered;
  const layer = layered.layer.map((one, index): Layer => {
    const name = `layer-${index}`;
    if (one.data) data.set(name, one.data.values);
    const encoding = Object.fromEntries(
      Object.entries(one.encoding ?? {}).map(([channel, definition]) => [
        channel,
        channel === "x" || channel === "y" ? withSignals(channel, definition, signals) : definition,
      ]),
    );
    return { ...one, ...(one.data && { data: { name } }), ...(one.encoding && { encoding }) } as Layer;
  });
  // Without their values: another domain is no other shape.
  const params = [...signals.keys()].map((name) => ({ name, value: 0 }));
  return { spec: { ...rest, layer, params } as unknown as TopLevelSpec, data, signals };
}

interface Layer {
  data?: { values: Values };
  encoding?: Record<string, Definition>;
}
interface Definition {
  scale?: { domain?: unknown };
}

function withSignals(channel: string, definition: Definition, signals: Map<string, number>): Definition {
  const domain = definition.scale?.domain;
  if (!Array.isArray(domain) || domain.length !== 2 || domain.some((end) => typeof end !== "number")) {
    return definition;
  }
  const ends = [`${channel}From`, `${channel}To`];
  for (const [i, name] of ends.entries()) signals.set(name, domain[i] as number);
  return { ...definition, scale: { ...definition.scale, domain: ends.map((expr) => ({ expr })) } };
}

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
