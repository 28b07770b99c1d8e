// A belief about one input of a scenario: evaluated, converted to the scenario's unit, checked against its bounds.

import { BeliefProblem } from "../beliefs/beliefProblem.ts";
import { type Correction, writeInstead } from "../beliefs/correction.ts";
import { type BeliefOptions, evaluateNode } from "../beliefs/evaluateBelief.ts";
import { parseBelief } from "../beliefs/parseBelief.ts";
import { nestable } from "../beliefs/quantileForms.ts";
import { type BeliefNode, percentFigure } from "../beliefs/syntax.ts";
import type { Distribution } from "../distributions/distribution.ts";
import { scaled } from "../distributions/index.ts";
import { numeral } from "../numeric/numeral.ts";
import type { Input } from "./input.ts";
import { conversionFactor, shareUnit } from "./units.ts";

/**
 * The distribution of a belief written in `unit`, in the unit of `input`.
 * @throws BeliefProblem where it cannot be read, reaches outside the input's bounds, or the units do not convert
 */
export function evaluateInputBelief(
  text: string,
  unit: string,
  input: Pick<Required<Input>, "unit" | "min" | "max">,
  options: BeliefOptions = {},
): Distribution {
  const whole = { start: 0, end: text.length };
  const parts = parseBelief(text);
  const factor = conversionFactor(unit, input.unit);
  if (factor === undefined)
    throw new BeliefProblem(whole, unitMismatch(unit, input.unit), prefixHint(unit, input.unit));
  const percent = percentFigure(parts);
  if (percent && /%|percent/i.test(unit)) {
    const words = 'leave out the percent sign, or write the unit as "1"';
    const replacements = [{ span: whole, text: withoutPercent(text) }];
    const message = `percent is both in the belief and in its unit "${unit}"`;
    throw new BeliefProblem(percent.span, message, { words, replacements });
  }
  const written = evaluateNode(parts, text, options);
  const { estimated } = written;
  const converted = factor === 1 ? written : scaled(written, factor);
  const distribution = estimated ? { ...converted, estimated } : converted;
  checkBounds(text, parts, distribution, input, factor);
  return distribution;
}

/** The message for a unit that does not convert: `unit is "USD/soldier/year", the scenario reads "USD/soldier/month"`. */
export function unitMismatch(unit: string, wanted: string): string {
  return `unit is "${unit}", the scenario reads "${wanted}"`;
}

const prefixes: Readonly<Record<string, string>> = {
  k: "thousand",
  kilo: "thousand",
  M: "million",
  mega: "million",
  G: "billion",
  giga: "billion",
  bn: "billion",
};

/** The hint where two units differ in a prefix alone that is not known: "kpeople" is written "thousand people". */
export function prefixHint(unit: string, wanted: string): string | undefined {
  for (const [prefix, word] of Object.entries(prefixes)) {
    for (const [longer, other] of [
      [unit, wanted],
      [wanted, unit],
    ] as const) {
      const rest = longer.startsWith(prefix) ? longer.slice(prefix.length) : undefined;
      if (rest === undefined || conversionFactor(rest, other) === undefined) continue;
      return longer === unit
        ? `write "${word} ${rest}"`
        : `only the prefix differs: "${wanted}" is ${word} ${other}`;
    }
  }
  return undefined;
}

function checkBounds(
  text: string,
  belief: BeliefNode,
  { support: [low, high] }: Distribution,
  { unit, min, max }: Pick<Required<Input>, "unit" | "min" | "max">,
  factor: number,
): void {
  if (low >= min && high <= max) return;
  const reach = low === high ? `is ${numeral(low)}` : `reaches from ${describe(low)} to ${describe(high)}`;
  const bounds =
    max === Number.POSITIVE_INFINITY
      ? `${numeral(min)} or more`
      : min === Number.NEGATIVE_INFINITY
        ? `${numeral(max)} or less`
        : `${numeral(min)} to ${numeral(max)}`;
  const message = `the belief ${reach}${inUnit(unit)}, the scenario takes ${bounds}`;
  const hint = boundsHint(text, belief, [low, high], [min, max], factor);
  throw new BeliefProblem({ start: 0, end: text.length }, message, hint);
}

function boundsHint(
  text: string,
  belief: BeliefNode,
  [low, high]: readonly [number, number],
  [min, max]: readonly [number, number],
  factor: number,
): Correction | string | undefined {
  const isShare = min === 0 && max === 1;
  const whole = { start: 0, end: text.length };
  if (isShare && factor === 1 && low >= 0 && high > 1 && high <= 100 && !text.includes("%")) {
    const inPercent = asPercent(belief, text);
    return inPercent === undefined ? "a share is written as 25% or 0.25" : writeInstead(whole, inPercent);
  }
  // Only unbounded tails are truncated; other beliefs outside the bounds are for the writer to correct.
  const cuts = [
    ...(low < min && !Number.isFinite(low) ? [`min: ${numeral(min / factor)}`] : []),
    ...(high > max && !Number.isFinite(high) ? [`max: ${numeral(max / factor)}`] : []),
  ];
  if (cuts.length === 0) return undefined;
  return writeInstead(whole, `truncate(${nestable(text, belief)}, ${cuts.join(", ")})`);
}

/** A number or interval, written as it would be in percent: "40 to 70" → "40% to 70%". */
function asPercent(belief: BeliefNode, text: string): string | undefined {
  if (belief.kind !== "number" && belief.kind !== "interval") return undefined;
  const ends = belief.kind === "number" ? [belief] : [belief.low, belief.high];
  return ends.map(({ span }) => `${text.slice(span.start, span.end)}%`).join(" to ");
}

/** The belief with each percent sign left out that stands for a value: a weight keeps its own. */
function withoutPercent(text: string): string {
  return text.replace(/\s?%(?!\s*(:|\)))/g, "");
}

/** To six digits: a bound in another unit is a quotient. */
function describe(bound: number): string {
  return numeral(Number(bound.toPrecision(6)));
}

function inUnit(unit: string): string {
  return unit === "1" || unit === shareUnit ? "" : ` ${unit}`;
}
