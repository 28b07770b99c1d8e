// The figures of a chart as a table, for those who cannot see it and those who want to copy.
import { formatNumber } from "../format/numbers.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";

/** Texts in rows. */
export interface ChartTable {
  /** Of all figures; none where they are chances or have their own. */
  unit?: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A column's head: "median" for p50, else the band's own name. */
export function bandTitle(band: string): string {
  return band === "p50" ? "median" : band;
}

/** A figure in as many digits as its error justifies. What never happened has none; it reaches a page as NaN or, out of JSON, as null. */
export function chartFigureCell({ value, error }: Estimate, percent: boolean, of: string): string {
  if (!Number.isFinite(value)) return "–";
  return formatNumber(value, { error, percent, of });
}

/** A share of the trials: shareCell(0.25) → "25 %" */
export function shareCell(value: number, error = 0): string {
  return formatNumber(value, { error, percent: true });
}
