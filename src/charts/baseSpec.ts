// What all charts have in common: title, alternative text, size, theme.
import type { TopLevelSpec } from "vega-lite";
import { oneLine, wrap } from "../format/text.ts";
import type { Chart } from "./chart.ts";
import { config } from "./theme.ts";

export type Layers = Extract<TopLevelSpec, { layer: unknown }>["layer"];

export interface BaseSpecParts {
  name: string;
  /** What the chart is about; goes over at most two lines. */
  title: string;
  /** How to read it. */
  subtitle: string;
  description: string;
  /** Pixels of the plot itself, without titles and labels. */
  width: number;
  height: number;
  layer: Layers;
}

const titleLine = 62;
const subtitleLine = 94;

/** A title in one line, else what it is about above and the scenario below, else in two lines as they come. */
function titleLines(title: string): string[] {
  const whole = oneLine(title);
  const end = whole.lastIndexOf(": ") + 1;
  const parts = [whole.slice(0, end), whole.slice(end + 1)];
  const isParted =
    [...whole].length > titleLine && parts.every((part) => part !== "" && [...part].length <= titleLine);
  return isParted ? parts : wrap(whole, titleLine, 2);
}

/** A chart from its layers. Data are inline in each layer. */
export function baseSpec({ name, title, subtitle, description, width, height, layer }: BaseSpecParts): Chart {
  const said = oneLine(description);
  return {
    name,
    title: oneLine(title),
    description: said,
    spec: {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      description: said,
      title: { text: titleLines(title), subtitle: wrap(subtitle, subtitleLine, 2) },
      width,
      height,
      layer,
      config,
    },
  };
}
