// Heads and cells of the table beside a chart, for those who cannot see it and those who want to copy.
import { type Calendar, isDated } from "../assumptions/calendar/calendar.ts";
import { stepName } from "../assumptions/calendar/stepWords.ts";
import { chanceFigure, stepFigure } from "../format/figures/figure.ts";
import { figureCell as cellOf, noFigure } from "../format/tables/cells.ts";
import type { Cell } from "../format/tables/table.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";

/** A column's head: "median" for p50, else the band's own name. */
export function bandTitle(band: string): string {
  return band === "p50" ? "median" : band;
}

/** What a row of one step begins with: its date where the run has a start, else its number. */
export function stepCell(calendar: Calendar, step: number): string {
  return isDated(calendar) ? stepName(calendar, step) : String(step);
}

/** A figure in as many digits as its error justifies. What never happened has none. */
export function chartFigureCell(estimate: Estimate, percent: boolean, unit: string): Cell {
  const figure = { ...estimate, unit, percent, isChance: false };
  return cellOf(figure, { plain: true, missing: noFigure });
}

/** A step, from 1: its date where the run has a start, else its number. What never happened has none. */
export function stepFigureCell(estimate: Estimate, calendar: Calendar): Cell {
  return cellOf(stepFigure(estimate, calendar), { plain: true, missing: noFigure });
}

/** A share of the trials: shareCell(0.25).text → "25 %" */
export function shareCell(value: number, error = 0): Cell {
  return cellOf(chanceFigure({ value, error }), { plain: true });
}
