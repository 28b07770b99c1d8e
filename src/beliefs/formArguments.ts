// The arguments of the forms: weights, quantiles, and numbers by name or by place.

import type { QuantilePoint } from "../distributions/index.ts";
import { numeral } from "../numeric/numeral.ts";
import { BeliefProblem } from "./beliefProblem.ts";
import { type Correction, didYouMean, writeInstead } from "./correction.ts";
import { percentHint, plainNumber } from "./familyCall.ts";
import { nearest } from "./nearest.ts";
import type { Span } from "./span.ts";
import type { ArgumentNode, CallNode, NumberNode } from "./syntax.ts";

/** Weights may be rounded: 33.3 % three times is 100 %. */
const weightTolerance = 0.001;

/**
 * The arguments of a form with their weights as shares of their sum, those of weight 0 left out.
 * @throws BeliefProblem where one has no weight, or the weights do not add up to 1
 */
export function weightedArguments(
  call: CallNode,
  text: string,
  example: string,
): { weight: number; argument: ArgumentNode }[] {
  if (call.arguments.length === 0)
    throw new BeliefProblem(call.span, `${call.name} is empty`, `as in ${example}`);
  const parts = call.arguments.map((argument) => {
    const { label } = argument;
    if (label?.kind !== "number") throw unlabelledProblem(call, argument, "its weight", example);
    if (label.value < 0) throw new BeliefProblem(label.span, "a weight cannot be negative");
    return { weight: label.value, label, argument };
  });
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (Math.abs(total - 1) > weightTolerance) {
    const span = { start: parts[0]!.label.span.start, end: parts.at(-1)!.label.span.end };
    const hint = weightsHint(
      parts.map(({ label }) => label),
      total,
      span,
      text,
    );
    const message = `the weights add up to ${percentOf(total)}, they must add up to 100 %`;
    throw new BeliefProblem(span, message, hint);
  }
  return parts
    .filter(({ weight }) => weight > 0)
    .map(({ weight, argument }) => ({ weight: weight / total, argument }));
}

/** Weights of which none is in percent are shares of their sum: 1, 1, 8 are 10%, 10%, 80%. */
function weightsHint(
  labels: readonly NumberNode[],
  total: number,
  span: Span,
  text: string,
): Correction | undefined {
  if (total <= 1 || labels.some(({ percent }) => percent)) return undefined;
  const shares = labels.map(({ value }) => `${numeral(Number(((100 * value) / total).toPrecision(6)))}%`);
  let corrected = "";
  for (const [i, label] of labels.entries())
    corrected += shares[i]! + text.slice(label.span.end, labels[i + 1]?.span.start ?? label.span.end);
  return { words: `write ${shares.join(", ")}`, replacements: [{ span, text: corrected }] };
}

/** All labels of a call that are probably meant in percent: 5: 11k, 95: 60k → 5%: 11k, 95%: 60k. */
function inPercent(call: CallNode, text: string): Correction {
  const source = text.slice(call.span.start, call.span.end);
  const corrected = source.replace(/(?<=[(,]\s*)(\d+(?:\.\d+)?)(?=\s*:)/g, "$1%");
  return writeInstead(call.span, corrected);
}

/**
 * A quantile "p: x" of a form; `previous` is the one before it.
 * @throws BeliefProblem where p is not inside (0, 1), or p or x does not rise
 */
export function readQuantilePoint(
  label: NumberNode,
  argument: ArgumentNode,
  previous: QuantilePoint | undefined,
  call: CallNode,
  text: string,
): QuantilePoint {
  const { value: p, span } = label;
  const { value: x } = plainNumber(argument.value, "a quantile");
  if (p <= 0 || p >= 1) {
    const message = "a quantile's probability lies between 0 % and 100 %";
    throw new BeliefProblem(span, message, percentHint(label) && inPercent(call, text));
  }
  if (previous && p <= previous.p) {
    const found = `${percentOf(p)} after ${percentOf(previous.p)}`;
    throw new BeliefProblem(span, `the probabilities must rise, found ${found}`);
  }
  if (previous && x <= previous.x)
    throw new BeliefProblem(
      argument.value.span,
      `the values must rise, found ${numeral(x)} after ${numeral(previous.x)}`,
    );
  return { p, x };
}

/**
 * The numbers of a form's last arguments by parameter name: each named, or all by position.
 * @throws BeliefProblem where a name is unknown or repeated, or only some are given by position
 */
export function namedOrPositional(
  args: readonly ArgumentNode[],
  names: readonly string[],
  call: CallNode,
  example: string,
): Partial<Record<string, NumberNode>> {
  const found: Partial<Record<string, NumberNode>> = {};
  const placed = args.filter(({ label }) => !label).length;
  if (placed > 0 && placed !== names.length) {
    const message = `${call.name} takes ${names.join(" and ")}, or one of them by its name`;
    throw new BeliefProblem(call.span, message, `as in ${example}`);
  }
  for (const [i, { label, value, span }] of args.entries()) {
    const name = label?.kind === "name" ? label.name : label ? "a weight" : names[i];
    if (name === undefined || !names.includes(name)) {
      const near = nearest(name ?? "", names);
      const hint = near ? didYouMean(label?.span ?? span, near) : `as in ${example}`;
      throw new BeliefProblem(label?.span ?? span, `${call.name} has no parameter "${name}"`, hint);
    }
    if (found[name]) throw new BeliefProblem(label?.span ?? span, `${name} is given twice`);
    found[name] = plainNumber(value, name);
  }
  return found;
}

/** The problem of an argument that lacks `what` (a weight, a probability) before a colon. */
export function unlabelledProblem(
  call: CallNode,
  argument: ArgumentNode,
  what: string,
  example: string,
): BeliefProblem {
  const message = `each part of ${call.name} needs ${what} before a colon`;
  return new BeliefProblem(argument.span, message, `as in ${example}`);
}

function percentOf(share: number): string {
  return `${String(Number((share * 100).toPrecision(6))).replace("e+", "e")} %`;
}
