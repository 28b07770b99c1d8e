// The plausible interpretations of a belief. A certain number has none, nor have values that are listed one by one.
//
// | belief                         | its figures                      | other interpretations                         |
// | a to b, between a and b        | both ends                        | every shape of `alternativeShapes`            |
// | uniform, triangular, pert      | both ends, and the mode          | the same                                      |
// | any other continuous family    | its 5 %, 50 % and 95 % points    | the same                                      |
// | about x (within w)             | x/(1+w) and x(1+w), most likely x | the same, and w at its other ends            |
// | up to x, over x                | the hedge's own ends and mode    | the same, its parameter's other ends, about x |
// | mixture(…)                     |                                  | each component alone                          |
// | truncate(belief, …)            |                                  | those of the belief, truncated likewise       |
import type { Distribution, Family, Figures } from "../distributions/distribution.ts";
import { numeral } from "../numeric/numeral.ts";
import { alternativeShapes, type Interpretation } from "./alternativeShapes.ts";
import { type BeliefOptions, evaluateNode } from "./evaluateBelief.ts";
import { findFamily, numberArgument } from "./familyCall.ts";
import { hedgeRules, hedgeShare } from "./hedges.ts";
import { roundFigure } from "./numberSyntax.ts";
import { parseBelief } from "./parseBelief.ts";
import type { BeliefNode, CallNode, HedgeNode, NumberNode } from "./syntax.ts";

/**
 * How far a hedge's free parameter may be from its default, at either end (its meaning is in hedges.ts).
 * About: a rounded figure alone is 5 % wide, and beyond a quarter "about" misleads. Up to: under two thirds a lower
 * round figure would have done. Over: the next round figure is a half above at most.
 */
const otherEnds = {
  about: ["5%", "25%"],
  "up to": ["67%", "95%"],
  over: ["105%", "150%"],
  "at least": ["105%", "150%"],
} as const;

/** A belief's text and what it can refer to, for all its parts. */
interface InterpretationContext {
  text: string;
  options: BeliefOptions;
}

/**
 * The interpretations of a belief other than the one it has as written.
 * interpretationsOf("11k to 100k")[0] → { name: "uniform", aspect: "shape", belief: "uniform(11k, 100k)" }
 * @throws BeliefProblem where it cannot be read
 */
export function interpretationsOf(text: string, options: BeliefOptions = {}): Interpretation[] {
  return interpretationsOfNode(parseBelief(text), { text, options });
}

function interpretationsOfNode(node: BeliefNode, context: InterpretationContext): Interpretation[] {
  const { families } = context.options;
  switch (node.kind) {
    case "number":
      return [];
    case "hedge":
      return distinctFrom(node, context, hedgeInterpretations(node, context));
    case "interval": {
      const ends = { low: node.low.value, high: node.high.value };
      return distinctFrom(node, context, alternativeShapes(ends, families));
    }
    case "call":
      return callInterpretations(node, context);
  }
}

function callInterpretations(node: CallNode, context: InterpretationContext): Interpretation[] {
  const { text, options } = context;
  if (node.name === "mixture") {
    return node.arguments.map(({ value }) => {
      const belief = sourceOf(value, text);
      return { name: `only ${belief}`, aspect: "part", belief };
    });
  }
  if (node.name === "truncate") {
    const [inner, ...cuts] = node.arguments;
    if (!inner || inner.value.kind === "text") return [];
    const ends = cuts.map((cut) => sourceOf(cut, text)).join(", ");
    return interpretationsOfNode(inner.value, context).map((interpretation) => ({
      ...interpretation,
      belief: `truncate(${interpretation.belief}, ${ends})`,
    }));
  }
  // The values of a file are listed one by one, as those of a discrete belief are.
  if (node.name === "empirical" || node.name === "fit") return [];
  const distribution = evaluateNode(node, text, options);
  if (distribution.kind === "discrete" || isCertain(distribution)) return [];
  const family = findFamily(node.name, options.families);
  const figures = (family && rangeFigures(family, node)) ?? quantileFigures(distribution);
  return distinctFrom(node, context, alternativeShapes(figures, options.families));
}

/** Ends and mode of a call, where its family is given by a range. */
function rangeFigures(family: Family, call: CallNode): Figures | undefined {
  if (family.figures?.kind !== "range") return undefined;
  const { low, high, mode } = family.figures;
  const value = (parameter: string) => numberArgument(family, call, parameter)?.value;
  const [lowest, highest] = [value(low), value(high)];
  if (lowest === undefined || highest === undefined) return undefined;
  return { low: lowest, high: highest, mode: mode === undefined ? undefined : value(mode) };
}

function quantileFigures({ quantile }: Distribution): Figures {
  const at = (p: number) => roundFigure(quantile(p));
  return { low: at(0.05), mode: at(0.5), high: at(0.95) };
}

function hedgeInterpretations(hedge: HedgeNode, context: InterpretationContext): Interpretation[] {
  const { families } = context.options;
  const { word, figures, qualifier } = hedge;
  const [figure, second] = figures as [NumberNode, NumberNode?];
  if (second || word === "between") {
    const between = { low: figure.value, high: second!.value, mode: qualifier?.value.value };
    return alternativeShapes(between, families);
  }
  const rule = hedgeRules.find((one) => one.word === word)!;
  const stated = numeral(figure.value);
  const parameters = otherEnds[word].map((end): Interpretation => {
    const precise = `${rule.qualifier} ${end}`;
    return { name: precise, aspect: "parameter", belief: `${word} ${stated} (${precise})` };
  });
  const shapes = alternativeShapes(hedgeFigures(hedge, context.text), families);
  if (word === "about") return [...shapes, ...parameters];
  const typical: Interpretation = { name: "a typical value", aspect: "figure", belief: `about ${stated}` };
  return [...shapes, ...parameters, typical];
}

/** Ends and most likely value by the hedge's rule; an unbounded end is its 95 % point. */
function hedgeFigures(hedge: HedgeNode, text: string): Figures {
  const { word, figures } = hedge;
  const figure = figures[0]!.value;
  const { support, quantile } = evaluateNode(hedge, text);
  if (word === "about") {
    return { low: roundFigure(quantile(0.05)), high: roundFigure(quantile(0.95)), mode: figure };
  }
  const [low, high] = support;
  const mode = roundFigure(hedgeShare(hedge) * figure);
  const end = Number.isFinite(high) ? high : roundFigure(quantile(0.95));
  // Rounding must not move the most likely value above the end.
  return { low, high: end, mode: Math.min(mode, end) };
}

/** Without the interpretations that come to the same distribution as the belief. */
function distinctFrom(
  node: BeliefNode,
  { text, options }: InterpretationContext,
  interpretations: readonly Interpretation[],
): Interpretation[] {
  const own = evaluateNode(node, text, options);
  return interpretations.filter(({ belief }) => {
    const other = evaluateNode(parseBelief(belief), belief, options);
    return probes.some((p) => !near(own.quantile(p), other.quantile(p)));
  });
}

/** Probabilities at which two distributions are compared. */
const probes = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
}

function isCertain({ support: [low, high] }: Distribution): boolean {
  return low === high;
}

function sourceOf({ span: { start, end } }: { span: { start: number; end: number } }, text: string): string {
  return text.slice(start, end);
}
