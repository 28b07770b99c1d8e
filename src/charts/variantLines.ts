// Lines of several variants: told apart by dash as well as by colour, the base below and wider, so that a dashed line
// that runs along with it is seen on it.
import { distinctTitles } from "../format/text.ts";
import type { Drawing } from "./drawing.ts";
import { legendFor } from "./layout.ts";
import { lineLegend, lineStyles } from "./theme.ts";

const longestTitle = 60;

/** What the lines are called in the legend. */
export function lineTitles(lines: readonly { variant: string; title: string }[]): string[] {
  return distinctTitles(
    lines.map(({ variant, title }) => ({ name: variant, title })),
    longestTitle,
  );
}

/** Colour, dash and width of lines with these titles, from the fields `variant` (a title) and `base` of their rows. */
export function variantChannels(titles: string[], drawing: Drawing) {
  const channel = <Value>(styleOf: (style: (typeof lineStyles)[number]) => Value) => ({
    field: "variant",
    type: "nominal" as const,
    scale: { domain: titles, range: titles.map((_, i) => styleOf(lineStyles[i % lineStyles.length]!)) },
  });
  const legend = legendFor(lineLegend(titles), drawing.layout);
  return {
    color: { ...channel(({ color }) => color), legend },
    strokeDash: channel(({ dash }) => dash),
    strokeWidth: { condition: { test: "datum.base", value: 3.2 }, value: 2 },
  };
}
