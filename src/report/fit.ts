// Charts on a page: without the title, which the page itself writes, and as wide as there is room.
import type { TopLevelSpec } from "vega-lite";

/** Axis and its numbers at the left, the figures of the last step at the right. */
const besidePlot = { wide: 150, narrow: 128 };
const narrowestPlot = 210;
const widestPlot = 700;
/** From here on down legends stand in one column. */
const narrowPage = 520;

interface Fitted {
  width: number;
  layer: readonly { encoding?: Record<string, { axis?: unknown; legend?: object | null }> }[];
  config?: { legend?: object; padding?: number };
  title?: unknown;
}

/** The specification for `width` pixels. Charts made of rows keep their width: their names need it. */
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
  if (hasRows(rest)) return { ...rest, config } as unknown as TopLevelSpec;
  const plotWidth = Math.round(
    Math.min(widestPlot, Math.max(narrowestPlot, width - besidePlot[isNarrow ? "narrow" : "wide"])),
  );
  const layer = isNarrow ? rest.layer.map(inOneColumn) : rest.layer;
  return { ...rest, width: plotWidth, layer, config } as unknown as TopLevelSpec;
}

/** Charts of rows have no y axis to read. */
function hasRows({ layer }: Pick<Fitted, "layer">): boolean {
  return layer.some(({ encoding }) => encoding?.y !== undefined && encoding.y.axis === null);
}

function inOneColumn<Layer extends Fitted["layer"][number]>(layer: Layer): Layer {
  const encoding = Object.fromEntries(
    Object.entries(layer.encoding ?? {}).map(([channel, definition]) => [
      channel,
      definition.legend ? { ...definition, legend: { ...definition.legend, columns: 1 } } : definition,
    ]),
  );
  return layer.encoding ? { ...layer, encoding } : layer;
}
