// What all charts have in common: title, alternative text, size, theme; and the two ways in which one is finished.
import type { TopLevelSpec } from "vega-lite";
import { oneLine } from "../format/text.ts";
import type { Chart, ChartSpec, Layout } from "./chart.ts";
import { type Bindings, boundDrawing, type Drawing, inlineDrawing } from "./drawing.ts";
import { inFile, subtitleLines, themeFor, titleBlock } from "./layout.ts";

/** Layers of a Vega-Lite specification. */
export type Layers = Extract<TopLevelSpec, { layer: unknown }>["layer"];

/** What a chart kind draws. */
export interface ChartParts {
  /** What the chart is about; goes over at most two lines. */
  title: string;
  /** How to read it. */
  subtitle: string;
  /** Alternative text, written from the numbers. */
  description: string;
  /** Pixels of the plot itself, without titles and labels. */
  width: number;
  height: number;
  layer: Layers;
}

/** Draws a chart from what it was made for; the same for every layout. */
export type Draw = (drawing: Drawing) => ChartParts;

/**
 * A chart that the kit has drawn: it can be laid out anew. A copy of it (`{ ...chart, spec }`) has no such method: what
 * was changed by hand would be lost.
 */
export class ResizableChart implements Chart {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly spec: ChartSpec;
  readonly #draw: Draw;

  constructor(name: string, draw: Draw, layout: Layout = inFile) {
    const parts = draw(inlineDrawing(layout));
    this.name = name;
    this.title = oneLine(parts.title);
    this.description = oneLine(parts.description);
    this.spec = { $schema, description: this.description, ...bodyOf(parts, layout) };
    this.#draw = draw;
  }

  /** The same chart for another place. */
  laidOut(layout: Layout): ResizableChart {
    return new ResizableChart(this.name, this.#draw, layout);
  }
}

/** A chart whose data and domains stand beside its specification, and the words that a page writes. */
export interface BoundChart extends Bindings {
  title: string;
  subtitle: string;
  description: string;
  spec: ChartSpec;
}

/** Draws a chart so that another one of the same shape can take its place in a compiled view. */
export function boundChart(draw: Draw, layout: Layout): BoundChart {
  const { drawing, bindings } = boundDrawing(layout);
  const parts = draw(drawing);
  return {
    title: oneLine(parts.title),
    subtitle: subtitleLines(parts.subtitle).join(" "),
    description: oneLine(parts.description),
    spec: {
      $schema,
      ...bodyOf(parts, layout),
      // Without their values: another domain is no other shape.
      params: [...bindings.signals.keys()].map((name) => ({ name, value: 0 })),
    },
    ...bindings,
  };
}

const $schema = "https://vega.github.io/schema/vega-lite/v6.json";

function bodyOf({ title, subtitle, width, height, layer }: ChartParts, layout: Layout) {
  const block = titleBlock(oneLine(title), subtitle, layout);
  return { ...(block && { title: block }), width, height, layer, config: themeFor(layout) };
}
