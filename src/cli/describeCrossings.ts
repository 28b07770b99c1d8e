// First crossings for a person at a terminal: when, and in how many trials never.

import type { Crossing, Findings } from "../analysis/findings.ts";
import { type Calendar, isDated } from "../assumptions/calendar/calendar.ts";
import { chanceFigure, stepFigure } from "../format/figures/figure.ts";
import { levelWords } from "../format/levelText.ts";
import { figureCell } from "../format/tables/cells.ts";
import type { Cell } from "../format/tables/table.ts";
import { tableLines } from "../format/tables/tableText.ts";
import { fillParagraph, shorten } from "../format/text.ts";

const longestLabel = 90;

/** A block of rows for each level, one row a variant; nothing where the config names no level. */
export function describeCrossings({ crossings, horizon }: Findings): string {
  if (crossings.length === 0) return "";
  const { unit } = horizon;
  const lead = fillParagraph(
    `First ${unit} in which a level is crossed, and the share of trials in which it never is; ` +
      `the ${unit}s are those of the trials that cross${isDated(horizon) ? `, ± is in ${unit}s` : ""}`,
  );
  const rows = crossings.flatMap((one) => [
    [shorten(levelWords(one), longestLabel)],
    ...one.variants.map((variant) => [`  ${variant.variant}`, ...cells(variant, horizon)]),
  ]);
  const columns = ["", "never", "median", "5 %", "95 %", "most often"];
  return [lead, ...tableLines({ columns, rows })].join("\n");
}

function cells(
  { never, p50, p5, p95, mode }: Crossing["variants"][number],
  horizon: Calendar,
): (string | Cell)[] {
  const share = figureCell(chanceFigure(never));
  if (mode === undefined) return [share];
  const steps = [p50, p5, p95, { value: mode, error: 0 }].map((step) =>
    figureCell(stepFigure(step, horizon)),
  );
  return [share, ...steps];
}
