// Numbers for people: no more digits than the error justifies, and the same text on every machine.

import { isCount, shareUnit } from "../assumptions/units.ts";
import { pow } from "../numeric/exactMath/pow.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";
import { shareLimit } from "./shareLimit.ts";

/** How a number is written: its unit, digits and error. */
export interface NumberStyle {
  /** One standard error of the value; absent or 0 where the value is exact. */
  error?: number;
  /** Written after the number, in words: "1" stands for no unit, "1/month" is read "per month". */
  unit?: string;
  /** The unit where it is written elsewhere, as in a table's head: what is counted has no fractions. */
  of?: string;
  /** Writes a share as percent: 0.12 → "12 %". */
  percent?: boolean;
  /** Most significant digits, 4 if not given. */
  digits?: number;
  /** Both ends of an interval that is told beside the number, so that all three are written out or none. */
  beside?: readonly [low: number, high: number];
}

/** Powers of ten with a letter, largest first. Below ten thousand numbers are written out: 2,000. */
export const letters = [
  { exponent: 12, letter: "T", from: 1e12 },
  { exponent: 9, letter: "B", from: 1e9 },
  { exponent: 6, letter: "M", from: 1e6 },
  { exponent: 3, letter: "k", from: 1e4 },
] as const;

/** Of the 16 or so that a number holds, those that a sum of many leaves right. */
const digitsWithoutDust = 14;
/** From here on a count is whole; of a smaller one, which can only be an expected number, the fraction says something. */
const smallestWholeCount = 10;
const minusSign = "\u2212";
const maxDigits = 4;
/** Ends of a narrow interval have as many as it takes to tell them apart: what is narrower yet is one number. */
const maxDigitsOfEnds = 7;
/** Smaller numbers than this would be a row of zeros. */
const smallestWrittenOut = 1e-6;
/** Numbers from here on would be a row of zeros before the T. */
const largestWrittenOut = 1e18;

/**
 * A number with at most 4 significant digits, the last of them at the place of the error's first digit. What is counted
 * has no fractions: formatNumber(669.4, { unit: "soldiers" }) → "669 soldiers".
 * formatNumber(1_234_567, { error: 20_000, unit: "USD" }) → "1.23M USD". A chance of 0 or 1 is told by the limit that its
 * error leaves: formatNumber(0, { error: 0.00009, percent: true }) → "under 0.02 %"
 */
export function formatNumber(
  value: number,
  { error = 0, unit, of = unit, percent = false, digits = maxDigits, beside }: NumberStyle = {},
): string {
  const limit = percent ? shareLimit(value, error) : undefined;
  if (limit) return withUnit(limit, unit, percent);
  const factor = percent ? 100 : 1;
  const errorPlace = Math.max(placeOf(error * factor), finestPlace(value, of));
  const finestOf = (size: number) => Math.max(errorPlace, placeOf(size) - (digits - 1));
  // 9,996 in three digits is 10.0k: rounding can make a number longer.
  let place = finestOf(round(value * factor, finestOf(value * factor)));
  // "100 %" says that it is certain: what falls short of it keeps the digit that shows it.
  if (percent && Math.abs(value) < 1 && Math.abs(round(value * factor, place)) >= 100) {
    place = Math.max(errorPlace, Math.min(place, placeOf((1 - Math.abs(value)) * factor)));
  }
  // Told in fewer digits than a narrow interval beside it, the number could lie outside.
  if (beside)
    place = Math.max(errorPlace, Math.min(place, coarsestPlace(beside[0] * factor, beside[1] * factor)));
  // Zeros at the end say something only where there is an error to say it of.
  const letter = beside && sharedLetter(beside[0] * factor, beside[1] * factor);
  return withUnit(write(value * factor, place, error > 0, letter), unit, percent);
}

/** A whole number with all its digits: formatCount(16384) → "16,384" */
export function formatCount(count: number): string {
  return group(String(Math.abs(count)), count < 0 ? minusSign : "");
}

/** A count with its noun: counted(1, "month") → "1 month", counted(24, "month") → "24 months" */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** A figure with its standard error: formatEstimate({ value: 5.123e9, error: 3.1e7 }, "USD") → "5.12B ± 0.03B USD" */
export function formatEstimate(
  { value, error }: Estimate,
  unit?: string,
  { percent = false, of = unit }: Pick<NumberStyle, "percent" | "of"> = {},
): string {
  const style = { ...(unit !== undefined && { unit }), ...(of !== undefined && { of }), percent };
  const limit = percent ? shareLimit(value, error) : undefined;
  if (limit) return withUnit(limit, unit, percent);
  const factor = percent ? 100 : 1;
  const finest = Math.max(placeOf(value * factor) - (maxDigits - 1), finestPlace(value, of));
  const place = Math.max(placeOf(error * factor), finest);
  const roundedError = round(error * factor, place);
  if (!(roundedError > 0)) return formatNumber(value, style);
  const letter = letterOf(Math.max(Math.abs(round(value * factor, place)), roundedError));
  const figures = [value, error].map((figure) => write(figure * factor, place, true, letter));
  return withUnit(figures.join(" ± "), unit, percent);
}

/** Up to here a larger end is written out beside a smaller one that is: 1,320 to 13,400. */
const maxWrittenOut = 1e5;

/**
 * The two ends of an interval in three digits, or in more where it is narrow, and no finer than their errors. Each has the
 * letter that it has anywhere else, so that the same figure in a table beside it is found again; thousands alone are
 * written out where the smaller end is.
 * formatInterval({ value: 460e6, error: 1e6 }, { value: 2.18e9, error: 7e6 }, "USD") → "460M to 2.18B USD"
 */
export function formatInterval(
  low: Estimate,
  high: Estimate,
  unit?: string,
  { percent = false, of = unit }: Pick<NumberStyle, "percent" | "of"> = {},
): string {
  const factor = percent ? 100 : 1;
  const widthPlace = placeOf((high.value - low.value) * factor);
  if (!Number.isFinite(widthPlace) || readAlike(low.value, high.value)) {
    const style = { ...(unit !== undefined && { unit }), ...(of !== undefined && { of }), percent };
    return formatNumber(high.value, { error: high.error, ...style });
  }
  const letter = sharedLetter(low.value * factor, high.value * factor);
  const ends = [low, high].map(({ value, error }) => {
    const finest = endPlace(value * factor, widthPlace);
    const place = Math.max(finest, placeOf(error * factor), finestPlace(value, of));
    return write(value * factor, place, error > 0, letter);
  });
  if (ends[0] === ends[1]) return withUnit(ends[0]!, unit, percent);
  // Zeros after the point of one end say nothing where the other has no digit there: 1 to 12, not 1.0 to 12.
  const isWhole = ends.some((end) => !end.includes("."));
  const [from, to] = ends
    .map((end) => (isWhole ? end.replace(/\.0+(?=\D?$)/, "") : end))
    .map((end) => (percent ? `${end} %` : end));
  return withUnit(`${from} to ${to}`, unit, false);
}

/**
 * The last place of an interval's end. Three digits, as a chart's labels have; two where the third is less than a thousandth
 * of the width; four where the ends would be alike; and where the width begins behind those, up to its first digit.
 */
function endPlace(end: number, widthPlace: number): number {
  if (end === 0) return widthPlace;
  const own = placeOf(end);
  const wanted = Math.min(Math.max(own - 2, widthPlace - 3), own - 1, widthPlace - 1);
  return Math.max(wanted, Math.min(own - (maxDigits - 1), widthPlace));
}

/** The last place that both ends of an interval are told to, their errors aside. */
function coarsestPlace(low: number, high: number): number {
  if (readAlike(low, high)) return placeOf(high) - (maxDigits - 1);
  const widthPlace = placeOf(high - low);
  return Math.max(endPlace(low, widthPlace), endPlace(high, widthPlace));
}

/** No letter for both ends, where the smaller has none and the larger is still short without; undefined where each has its own. */
function sharedLetter(...ends: readonly [number, number]): Letter | undefined {
  const [small, large] = ends.map(Math.abs).sort((a, b) => a - b) as [number, number];
  const none = letterOf(small).letter === "" && small > 0 && large <= 100 * small && large < maxWrittenOut;
  return none ? { exponent: 0, letter: "" } : undefined;
}

/** Whether two numbers differ in no digit that is printed: 99,999.98 and 100,000.01 do not. */
function readAlike(one: number, other: number): boolean {
  const place = placeOf(Math.max(Math.abs(one), Math.abs(other))) - (maxDigitsOfEnds - 1);
  return round(one, place) === round(other, place);
}

/**
 * Whether numbers of this unit are told as percent: those that the scenario declares as shares, and shares in a time
 * ("1/month") with none outside [−1, 1]. A plain number ("1") is none, however small: an elasticity of 0.4 is not 40 %.
 */
export function readsAsShare(unit: string, values: Iterable<number>): boolean {
  if (unit === shareUnit) return true;
  if (!unit.startsWith("1/")) return false;
  for (const value of values) if (Math.abs(value) > 1) return false;
  return true;
}

/** The last place that a number in a unit can have. */
function finestPlace(value: number, unit: string | undefined): number {
  return unit !== undefined && Math.abs(value) >= smallestWholeCount && isCount(unit)
    ? 0
    : Number.NEGATIVE_INFINITY;
}

/** Decimal place of the first digit: 3 for 1234, −2 for 0.05; −Infinity for 0. */
function placeOf(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return Number.NEGATIVE_INFINITY;
  return Number(value.toExponential().split("e")[1]);
}

/** Rounds in decimal, so that 1.005 and its neighbours fall as they are printed. */
function round(value: number, place: number): number {
  const digits = placeOf(value) - place;
  if (!Number.isFinite(digits)) return value;
  // 7.8125 and what a sum leaves of it, 7.812499999999998, are printed alike.
  const undusted = digits < digitsWithoutDust ? Number(value.toPrecision(digitsWithoutDust)) : value;
  if (digits >= 0) {
    const rounded = Number(undusted.toExponential(Math.min(digits, 100)));
    // The largest doubles round to what is none: they are cut instead.
    return Number.isFinite(rounded) ? rounded : Number(`${value}`.replace(/(\.\d{3})\d*/, "$1"));
  }
  const unit = pow(10, place);
  return Math.round(value / unit) * unit;
}

type Letter = { exponent: number; letter: string };

function letterOf(size: number): Letter {
  return letters.find(({ from }) => size >= from) ?? { exponent: 0, letter: "" };
}

function write(value: number, place: number, keepZeros: boolean, letter?: Letter): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "n/a" : value > 0 ? "∞" : `${minusSign}∞`;
  const rounded = round(value, place);
  if (rounded === 0) return "0";
  const size = Math.abs(rounded);
  const sign = rounded < 0 ? minusSign : "";
  if (size >= largestWrittenOut || size < smallestWrittenOut) {
    return sign + size.toExponential().replace("e+", "e").replace("e-", `e${minusSign}`);
  }
  const { exponent, letter: suffix } = letter ?? letterOf(size);
  const scaled = size / pow(10, exponent);
  const decimals = Math.min(Math.max(exponent - place, 0), 100);
  const fixed = scaled.toFixed(Number.isFinite(decimals) ? decimals : 0);
  const [whole, fraction = ""] = fixed.split(".");
  const kept = keepZeros ? fraction : fraction.replace(/0+$/, "");
  return group(whole!, sign) + (kept && `.${kept}`) + suffix;
}

function group(digits: string, sign: string): string {
  return sign + digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A unit as it is read behind a number: "USD/month", "per month" for "1/month", nothing for "1" and "share". */
export function unitWords(unit: string): string {
  if (unit === "1" || unit === shareUnit) return "";
  return unit.startsWith("1/") ? `per ${unit.slice(2)}` : unit;
}

function withUnit(text: string, unit: string | undefined, percent: boolean): string {
  const words = unitWords(unit ?? "");
  return [percent ? `${text} %` : text, ...(words === "" ? [] : [words])].join(" ");
}
