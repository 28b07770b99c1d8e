// What every chart is: a name, words for those who cannot see it, and a Vega-Lite specification.

/** How a chart is drawn: a Vega-Lite specification, as plain data that can be written to a file. */
export interface ChartSpec {
  /** Alternative text. */
  readonly description?: string;
  readonly [property: string]: unknown;
}

/** The place that a chart is drawn for. */
export interface Layout {
  /** Pixels that there are for the whole chart; at its own size unless given. */
  readonly width?: number;
  /** Whether the title stands in the picture; a page writes it itself. */
  readonly isTitled: boolean;
}

/** A finished chart. Whoever has none of the kit's definitions can make one too: a specification and its words. */
export interface Chart {
  /** File name without ending: fan-paid. */
  name: string;
  title: string;
  /** Alternative text, written from the numbers. */
  description: string;
  spec: ChartSpec;
  /** The same chart for another place. Only a chart that the kit has drawn has it. */
  laidOut?(layout: Layout): Chart;
}
