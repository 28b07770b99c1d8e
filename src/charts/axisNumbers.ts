// Numbers on axes: the rule of formatNumber as an expression of Vega, one letter for a whole axis.
import { letters, unitWords } from "../format/numbers.ts";
import { oneLine } from "../format/text.ts";
import { pow } from "../numeric/exactMath/pow.ts";

/** Digits a tick can need: ticks are round numbers, the rest is floating-point dust. */
const tickFormat = "',.6~r'";

/**
 * Expression for the labels of a quantitative axis on the scale "x" or "y" (or a legend on "fill"): 0, 0.5B, 1B, 1.5B.
 * The letter follows the scale's domain, so that it stays right when the data change.
 */
export function axisNumbers(scale: "x" | "y" | "fill", percent = false): string {
  if (percent) return percentNumber;
  return lettered(`max(abs(domain('${scale}')[0]), abs(domain('${scale}')[1]))`);
}

/** The same where each number has the letter of its own size: 500, 5,000, 50k. */
export function ownNumbers(percent = false): string {
  return percent ? percentNumber : lettered("abs(datum.value)");
}

const percentNumber = `format(datum.value * 100, ${tickFormat}) + ' %'`;

/** A number with the letter that belongs to the size which the expression `sizeOf` gives. */
function lettered(sizeOf: string): string {
  const rules = letters.map(
    ({ from, exponent, letter }) =>
      `${sizeOf} >= ${from} ? format(datum.value / ${pow(10, exponent)}, ${tickFormat}) + '${letter}' : `,
  );
  return `datum.value == 0 ? '0' : ${rules.join("")}format(datum.value, ${tickFormat})`;
}

/** Axis title with its unit, unless that is said already: axisTitle("Paid so far", "USD") → "Paid so far (USD)" */
export function axisTitle(label: string, unit: string): string {
  const words = unitWords(unit);
  const singular = (word: string) => word.toLowerCase().replace(/s$/, "");
  const said = label.split(/\W+/).map(singular).includes(singular(words));
  return oneLine(said || words === "" ? label : `${label} (${words})`);
}

/** Zero belongs on an axis unless the values stay so far from it that nothing else would be seen. */
function showsZero(values: readonly number[]): boolean {
  const { low, high } = rangeOf(values);
  const width = high - low;
  const leftOutBelow = 1 / 4;
  return width === 0 || width > leftOutBelow * Math.max(Math.abs(low), Math.abs(high));
}

/** Smallest and largest of the finite values; 0 and 0 if there are none. */
export function rangeOf(values: readonly number[]): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? { low: 0, high: 0 } : { low, high };
}

/** The ends of an axis that holds all values, and zero where it belongs; never of width 0. */
export function axisDomain(values: readonly number[]): [number, number] {
  const { low, high } = rangeOf(values);
  if (low === 0 && high === 0) return [0, 1];
  return showsZero(values) ? [Math.min(low, 0), Math.max(high, 0)] : [low, high];
}

/** Ticks of a step axis at the calendar's own numbers: months by 1, 3, 6, 12, days by 7 or 30. The first step is always told. */
export function stepTicks(steps: number, unit: string): number[] {
  const most = 13;
  const intervals: Record<string, number[]> = {
    day: [1, 7, 14, 30, 60, 90, 180, 360],
    week: [1, 2, 4, 13, 26, 52],
    month: [1, 2, 3, 6, 12, 24, 60, 120],
    quarter: [1, 2, 4, 8, 20, 40],
    year: [1, 2, 5, 10, 20, 50, 100],
  };
  const choices = intervals[unit] ?? intervals.year!;
  const widest = choices[choices.length - 1]!;
  const interval =
    choices.find((choice) => steps / choice <= most) ?? widest * Math.ceil(steps / widest / most);
  const ticks = [1];
  for (let tick = interval; tick <= steps; tick += interval) if (tick > 1) ticks.push(tick);
  return ticks;
}
