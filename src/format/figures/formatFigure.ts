// A figure in words: "960M USD", "likely (71 %)", "960M USD (median; 90 % interval 460M to 2.18B USD)".
import { noStableMean } from "../../analysis/stableMean.ts";
import type { DatedCalendar } from "../../assumptions/calendar/calendar.ts";
import { stepName } from "../../assumptions/calendar/stepWords.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import { formatEstimate, formatInterval, formatNumber } from "../numbers.ts";
import { probabilityWords } from "../probabilityWords.ts";
import type { Figure, NumberFigure } from "./figure.ts";

/** A sentence is quoted: it claims no more digits than a reader keeps, and as many as the charts beside it. */
export const sentenceDigits = 3;

/** How a figure is written. */
export interface FigureFormat {
  /** Most significant digits, 4 if not given. */
  digits?: number;
  /** With its standard error. */
  error?: boolean;
  /** Without the unit. */
  bare?: boolean;
}

/**
 * The words for a figure. An output as a whole is told with its 90 % interval, an event with the words for its
 * probability; a mean that a handful of trials decide is said to be none.
 */
export function formatFigure(figure: Figure, format: FigureFormat = {}): string {
  if ("text" in figure) return figure.text;
  if (figure.unstable) return noStableMean;
  const { unit, percent, ends, inWords } = figure;
  if (ends) return medianAndInterval({ ...ends, p50: figure }, { unit, percent, ...format });
  const alone = formatAlone(figure, format);
  return inWords ? `${probabilityWords(figure)} (${alone})` : alone;
}

/** The number alone, whatever else is known of it. */
export function formatAlone(figure: NumberFigure, { digits, error, bare }: FigureFormat = {}): string {
  if (figure.stepOf) return stepAlone(figure, figure.stepOf, error);
  const { percent, unit: of } = figure;
  const unit = bare ? {} : { unit: of };
  if (error) return formatEstimate(figure, unit.unit, { percent, of });
  const style = { error: figure.error, percent, of, ...unit };
  return formatNumber(figure.value, { ...style, ...(digits !== undefined && { digits }) });
}

/** "June 2025", with its error "June 2025 ± 0.4 months". A mean of steps is told by the step that is nearest. */
function stepAlone({ value, error: own }: Estimate, calendar: DatedCalendar, withError = false): string {
  const date = stepName(calendar, Math.round(value));
  return withError && own > 0 ? `${date} ± ${formatNumber(own, { digits: 1 })} ${calendar.unit}s` : date;
}

/**
 * "960M USD (median; 90 % interval 460M to 2.18B USD)": wherever a sentence tells an output as a whole. Where all three are
 * one number as it is told: "1,234 USD (median and both ends of the 90 % interval)".
 */
function medianAndInterval(
  { p5, p50, p95 }: Record<"p5" | "p50" | "p95", Estimate>,
  { unit, percent, error = false }: { unit: string; percent: boolean; error?: boolean },
): string {
  const style = { error: p50.error, percent, digits: sentenceDigits, unit };
  const median = error
    ? formatEstimate(p50, unit, { percent })
    : formatNumber(p50.value, { ...style, beside: [p5.value, p95.value] });
  const interval = formatInterval(p5, p95, unit, { percent });
  return interval === median
    ? `${median} (median and both ends of the 90 % interval)`
    : `${median} (median; 90 % interval ${interval})`;
}
