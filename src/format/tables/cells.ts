// Figures as cells of a table. Their unit stands in the table's head.

import { noStableMean } from "../../analysis/stableMean.ts";
import type { DatedCalendar } from "../../assumptions/calendar/calendar.ts";
import { shortStepName } from "../../assumptions/calendar/stepWords.ts";
import type { Figure, FigureNode, NumberFigure } from "../figures/figure.ts";
import { formatAlone } from "../figures/formatFigure.ts";
import { formatNumber } from "../numbers.ts";
import type { Cell } from "./table.ts";

/** How the figures of a table are written. */
export interface CellFormat {
  /** Whether they read as percent; each by itself unless the whole table decides. */
  percent?: boolean;
  /** Without "±", in the digits that the error justifies. */
  plain?: boolean;
  /** Most significant digits, 4 if not given; of plain figures. */
  digits?: number;
  /** Stands for a figure of what never happened. */
  missing?: string;
}

/** Where a table has no figure. */
export const noFigure = "–";

/** A figure as a cell: "5.12B ± 0.03B". */
export function figureCell(figure: Figure, { percent, plain, digits, missing }: CellFormat = {}): Cell {
  if ("text" in figure) return { text: figure.text, figure };
  // It reaches a page as NaN or, out of JSON, as null.
  if (missing !== undefined && !Number.isFinite(figure.value)) return { text: missing, figure };
  if (figure.stepOf) return { text: stepText(figure, figure.stepOf, plain), figure };
  const shown = figure.isChance || percent === undefined ? figure : { ...figure, percent };
  const format = { error: !plain, bare: true, ...(digits !== undefined && { digits }) };
  return { text: formatAlone(shown, format), figure };
}

/** "Jun 2025 ± 0.4": the error is in steps. */
function stepText({ value, error }: NumberFigure, calendar: DatedCalendar, plain = false): string {
  const date = shortStepName(calendar, Math.round(value));
  return plain || error === 0 ? date : `${date} ± ${formatNumber(error, { digits: 1 })}`;
}

/**
 * The named figures of an output as cells; one that it does not have is left out. A mean that a handful of trials decide
 * is said to be none, and has no standard deviation.
 */
export function figureCells(
  { below }: FigureNode,
  names: readonly string[],
  format: CellFormat = {},
): Cell[] {
  return names.flatMap((name) => {
    const figure = below.get(name)?.figure;
    if (!figure) return [];
    const isUnstable = "unstable" in figure && figure.unstable;
    if (isUnstable) return [{ text: name === "mean" ? noStableMean : noFigure, figure }];
    return [figureCell(figure, format)];
  });
}
