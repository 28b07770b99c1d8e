// The typical value of a belief: what a slider moves, while the shape of the belief stays.

import type { BeliefOptions } from "../../beliefs/evaluateBelief.ts";
import { evaluateNode } from "../../beliefs/evaluateBelief.ts";
import { findFamily, numberArgument } from "../../beliefs/familyCall.ts";
import { parseBelief } from "../../beliefs/parseBelief.ts";
import type { Span } from "../../beliefs/span.ts";
import type { BeliefNode, CallNode, HedgeNode, NumberNode } from "../../beliefs/syntax.ts";
import type { Family } from "../../distributions/distribution.ts";
import { decimalText, numeral } from "../../numeric/numeral.ts";

/** A belief as a slider sees it: one value in a range, and the belief for any other value. */
export interface TypicalValue {
  /** In the unit that the belief is written in. */
  value: number;
  /** The range that is plausible for it under this belief. */
  low: number;
  high: number;
  /** Whether the belief is written in percent. */
  percent: boolean;
  /** Significant digits in which it is written: more than three only where the range is narrow. */
  digits: number;
  /** The belief with another typical value: a text that reads as a belief again. */
  at(value: number): string;
}

/** Smallest and largest value that the input takes, in the unit of the belief. */
export interface ValueBounds {
  min: number;
  max: number;
}

const usualDigits = 3;
const maxDigits = 9;
/** Least number of different texts along a range: a slider has about seven pixels for each. */
const minTexts = 40;

/** Significant digits with which so many values between `low` and `high` differ. */
function digitsOf(low: number, high: number): number {
  // 100k itself is rare: what lies below it has a place less.
  const largest = 0.999 * Math.max(Math.abs(low), Math.abs(high));
  const needed = 1 + Math.floor(Math.log10(largest)) - Math.log10((high - low) / minTexts);
  return Math.min(maxDigits, Math.max(usualDigits, Math.ceil(needed) || 0));
}

/**
 * The typical value of a belief that reads. Where the family has one among its parameters (a mode, a mean, a
 * figure) that is moved; an interval is shifted; any other shape becomes a PERT between its own p1 and p99.
 */
export function typicalValue(text: string, bounds: ValueBounds, options: BeliefOptions = {}): TypicalValue {
  const node = parseBelief(text);
  const known = fromNode(node, text, bounds, options.families);
  if (known) return known;
  const distribution = evaluateNode(node, text, options);
  const exact = [0.01, 0.5, 0.99].map((p) => distribution.quantile(p)) as [number, number, number];
  const digits = digitsOf(exact[0], exact[2]);
  const [low, value, high] = exact.map((one) => Number(one.toPrecision(digits))) as typeof exact;
  const range = { value, low, high, percent: saysPercent(text) };
  return movable(range, (typical, write) =>
    low < high ? `pert(${write(low)}, ${typical}, ${write(high)})` : typical,
  );
}

/** How a belief with another typical value is written, which is given as text; `write` is for its other figures. */
type WriteBelief = (typical: string, write: (value: number) => string) => string;

/** A value that is moved between the ends of its range. */
function movable(
  range: Pick<TypicalValue, "value" | "low" | "high" | "percent">,
  belief: WriteBelief,
): TypicalValue {
  const { low, high, percent } = range;
  const digits = digitsOf(low, high);
  const write = writer(percent, digits, low, high);
  return { ...range, digits, at: (typical) => belief(write(typical), write) };
}

/** Whether figures are written in percent: a weight, as in mixture(30%: …), is none, nor is the share in "(typically 85%)". */
function saysPercent(text: string): boolean {
  return /%(?!\s*:)/.test(text.replace(/\s\([^()]*\)/g, ""));
}

function fromNode(
  node: BeliefNode,
  text: string,
  bounds: ValueBounds,
  families: readonly Family[] | undefined,
): TypicalValue | undefined {
  switch (node.kind) {
    case "number":
      return certain(node, bounds);
    case "interval": {
      const { low, high } = node;
      const percent = low.percent || high.percent;
      const isPositive = low.value > 0;
      const middle = isPositive ? Math.sqrt(low.value * high.value) : (low.value + high.value) / 2;
      const digits = digitsOf(low.value, high.value);
      const write = writer(percent, digits);
      const moved = (end: number, typical: number) =>
        write(isPositive ? (end * typical) / middle : end + typical - middle);
      const at = (typical: number) => `${moved(low.value, typical)} to ${moved(high.value, typical)}`;
      return { value: middle, low: low.value, high: high.value, percent, digits, at };
    }
    case "hedge":
      return hedged(node, text);
    case "call":
      return ofCall(node, text, families);
  }
}

/** A certain value is moved by up to a factor of two. */
function certain({ value, percent }: NumberNode, { min, max }: ValueBounds): TypicalValue {
  const ends =
    value === 0 ? [0, Number.isFinite(max) ? max : 1] : [value / 2, value * 2].sort((a, b) => a - b);
  const [low, high] = [Math.max(ends[0]!, min), Math.min(ends[1]!, max)];
  return movable({ value, low, high, percent }, (typical) => typical);
}

function hedged({ word, figures, qualifier }: HedgeNode, text: string): TypicalValue | undefined {
  const [figure, second] = figures as [NumberNode, NumberNode?];
  const { value, percent } = figure;
  if (word === "about") {
    // The range in which the truth may lie, taken once more.
    const within = 1 + (qualifier?.value.value ?? 0.1);
    const range = { value, low: value / within ** 2, high: value * within ** 2, percent };
    return movable(range, (typical) => replaced(text, figure.span, typical));
  }
  const [low, high, usual] =
    word === "between"
      ? [value, second!.value, (value + second!.value) / 2]
      : word === "up to"
        ? [value * 0.4, value, value * 0.85]
        : [value * 1.01, value * 2.5, value * 1.15];
  // Below a ceiling or above a floor a percentage is a share of the figure.
  const isShare = word !== "between" && qualifier?.value.percent === true;
  const given = isShare ? qualifier.value.value * value : qualifier?.value.value;
  const stem = text.slice(0, (second ?? figure).span.end);
  const said = (typical: string) => `${stem} (typically ${typical})`;
  const moved = movable({ value: given ?? usual, low, high, percent }, said);
  if (!percent || word === "between") return moved;
  return { ...moved, at: (typical) => said(shareOf(typical, value, moved.digits)) };
}

function shareOf(value: number, figure: number, digits: number): string {
  return `${decimalText(String(Number(((100 * value) / figure).toPrecision(digits))))}%`;
}

/** What is moved of a call of a family, by the family's description of its figures. */
function ofCall(
  call: CallNode,
  text: string,
  families: readonly Family[] | undefined,
): TypicalValue | undefined {
  const family = findFamily(call.name, families);
  if (!family?.figures) return undefined;
  const { figures } = family;
  const number = (parameter: string) => numberArgument(family, call, parameter);
  if (figures.kind === "location") {
    const [location, sd] = [number(figures.location), number(figures.sd)];
    return location && sd && ofLocation(location, sd.value, text);
  }
  const [low, high] = [number(figures.low), number(figures.high)];
  if (!low || !high) return undefined;
  const ends = { low: low.value, high: high.value };
  if (figures.mode === undefined) {
    // Even chances have no typical value: one that is set makes the belief a PERT with its mode there.
    const range = { ...ends, value: (ends.low + ends.high) / 2, percent: low.percent || high.percent };
    return movable(range, (typical, write) => `pert(${write(ends.low)}, ${typical}, ${write(ends.high)})`);
  }
  const mode = number(figures.mode);
  if (!mode) return undefined;
  const { value, percent, span } = mode;
  return movable({ ...ends, value, percent }, (typical) => replaced(text, span, typical));
}

/** The location is moved by up to two standard deviations. */
function ofLocation({ value, percent, span }: NumberNode, sd: number, text: string): TypicalValue {
  const [low, high] = [value - 2 * sd, value + 2 * sd];
  const digits = digitsOf(low, high);
  const write = writer(percent, digits);
  return { value, low, high, percent, digits, at: (typical) => replaced(text, span, write(typical)) };
}

function replaced(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** Writes numbers as beliefs have them, in so many digits but never beyond the ends. */
function writer(
  percent: boolean,
  digits: number,
  low = Number.NEGATIVE_INFINITY,
  high = Number.POSITIVE_INFINITY,
) {
  return (value: number): string => {
    const kept = Math.min(high, Math.max(low, Number(value.toPrecision(digits))));
    return percent ? `${decimal(kept * 100)}%` : decimal(kept, true);
  };
}

const smallestDecimal = 1e-6;

function decimal(value: number, short = false): string {
  // Binary dust of a product: 0.07 · 100 is 7.000000000000001.
  const clean = Number(value.toPrecision(12));
  if (clean !== 0 && Math.abs(clean) < smallestDecimal) return String(clean);
  return short ? numeral(clean) : decimalText(String(clean));
}
