// What a map of two assumptions says in words.

import type { AssumptionMap, MapAxis } from "../analysis/map/assumptionMap.ts";
import { believedShare } from "../analysis/map/believedRegion.ts";
import { type Calendar, isDated } from "../assumptions/calendar/calendar.ts";
import { stepName } from "../assumptions/calendar/stepWords.ts";
import { levelText } from "../format/levelText.ts";
import { formatCount, formatEstimate, formatNumber, readsAsShare } from "../format/numbers.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";
import { axisTitle, rangeOf } from "./axisNumbers.ts";

/** What a map's figures are, in words and unit. */
export interface MapWords {
  /** File name without ending. */
  name: string;
  /** "median of “Paid by the end”", "chance of “Fewer at the end”" */
  figure: string;
  /** "share" for a chance. */
  unit: string;
  /** True where the figure is a chance. */
  isChance: boolean;
  /** The scenario's title. */
  title: string;
  /** For each cell. */
  trials: number;
  horizon: Calendar;
}

/** The level of a map's line: "break-even at 0", "a chance of 30 %". */
export function mapLevelWords(level: number, { unit, isChance }: MapWords): string {
  if (isChance) return level === 0.5 ? "an even chance" : `a chance of ${levelText(level * 100, "%")}`;
  return level === 0 ? "break-even at 0" : levelText(level, unit);
}

/** What the outline of the belief holds. */
export function believedWords(x: MapAxis): string {
  return x.believed === undefined
    ? "p5 and p95 of the belief"
    : `holds ${Math.round(believedShare * 10)} in 10 of the belief; dot: both medians`;
}

/** The `i`-th value of an axis: "recruits a month 17,000" */
export function placeText({ label, unit, values, believed }: MapAxis, i: number, horizon: Calendar): string {
  if (believed === undefined && isDated(horizon)) return stepName(horizon, values[i]!);
  const percent = readsAsShare(unit, values);
  return `${inSentence(label)} ${formatNumber(values[i]!, { percent, digits: 3 })}`;
}

/** A label in the midst of a sentence: names keep their capital where the second letter has one too. */
function inSentence(label: string): string {
  return /^.[\p{Lu}]/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** ", standard error at most 2 percentage points": how far the least certain cell may be off; nothing where none is. */
export function largestError(figures: readonly Estimate[], unit: string, percent: boolean): string {
  const { high } = rangeOf(figures.map(({ error }) => error));
  if (high === 0) return "";
  const shown = percent
    ? `${formatNumber(100 * high, { digits: 1 })} percentage points`
    : formatNumber(high, { unit, digits: 1 });
  return `, standard error at most ${shown}`;
}

/** The alternative text: the figure's ends and what is believed. */
export function describe(
  { x, y, figures, contour, asBelieved: center }: AssumptionMap,
  { figure, unit, trials, horizon }: MapWords,
  percent: boolean,
  line: string,
): string {
  const { low, high } = rangeOf(figures.map(({ value }) => value));
  const told = (estimate: Estimate) => formatEstimate(estimate, unit, { percent });
  const end = (value: number) => {
    const k = figures.findIndex((one) => one.value === value);
    return k < 0
      ? told({ value, error: 0 })
      : `${told(figures[k]!)} at ${placeText(x, k % x.values.length, horizon)} and ${placeText(y, Math.floor(k / x.values.length), horizon)}`;
  };
  const crossed =
    line && (contour.length > 0 ? ` The line of ${line} crosses the map.` : ` No cell reaches ${line}.`);
  const played = `${formatCount(trials)} trials a cell; ± is one standard error`;
  return `Heat map of the ${figure} by ${axisTitle(x.label, x.unit)} and ${axisTitle(y.label, y.unit)} (${played}): from ${end(low)} to ${end(high)}; ${told(center)} with everything as believed.${crossed}`;
}
