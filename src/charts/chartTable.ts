// Heads and cells of the table beside a chart, for those who cannot see it and those who want to copy.
import { chanceFigure } from "../format/figures/figure.ts";
import { figureCell as cellOf, noFigure } from "../format/tables/cells.ts";
import type { Cell } from "../format/tables/table.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";

/** A column's head: "median" for p50, else the band's own name. */
export function bandTitle(band: string): string {
  return band === "p50" ? "median" : band;
}

/** A figure in as many digits as its error justifies. What never happened has none. */
export function chartFigureCell(estimate: Estimate, percent: boolean, unit: string): Cell {
  const figure = { ...estimate, unit, percent, isChance: false };
  return cellOf(figure, { plain: true, missing: noFigure });
}

/** A share of the trials: shareCell(0.25).text → "25 %" */
export function shareCell(value: number, error = 0): Cell {
  return cellOf(chanceFigure({ value, error }), { plain: true });
}
