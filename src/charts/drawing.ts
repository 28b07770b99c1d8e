// One drawing of a chart: for which place, and how data and domains get into its specification.
import type { Layout } from "./chart.ts";

/** The rows of a layer. */
export type Rows = readonly object[];
/** Smallest and largest value of an axis. */
export type Domain = readonly [number, number];

/** What a chart is drawn with. It puts every row and every end of an axis through here and knows nothing else of where it goes. */
export interface Drawing {
  readonly layout: Layout;
  /** The data of a layer. */
  data(rows: Rows): { values: object[] } | { name: string };
  /** The domain of a quantitative axis; all layers of a chart have the same one. */
  domain(channel: "x" | "y", ends: Domain): number[] | { expr: string }[];
}

/** Data and domains stand in the specification itself, as in a file. */
export function inlineDrawing(layout: Layout): Drawing {
  return {
    layout,
    data: (rows) => ({ values: [...rows] }),
    domain: (_, ends) => [...ends],
  };
}

/** What a specification refers to by name. */
export interface Bindings {
  data: ReadonlyMap<string, Rows>;
  signals: ReadonlyMap<string, number>;
}

/**
 * Data are named datasets and domains are signals: charts that differ in figures alone have equal specifications, so
 * that a compiled view of one shows the other as soon as it is given its bindings.
 */
export function boundDrawing(layout: Layout): { drawing: Drawing; bindings: Bindings } {
  const data = new Map<string, Rows>();
  const signals = new Map<string, number>();
  const drawing: Drawing = {
    layout,
    data(rows) {
      const name = `data-${data.size}`;
      data.set(name, rows);
      return { name };
    },
    domain(channel, ends) {
      const names = [`${channel}From`, `${channel}To`];
      for (const [i, name] of names.entries()) signals.set(name, ends[i]!);
      return names.map((expr) => ({ expr }));
    },
  };
  return { drawing, bindings: { data, signals } };
}
