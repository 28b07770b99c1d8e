// From a belief's text to its plausible readings. A number that is certain has none, nor have values told one by one.
//
// | belief                         | its figures                      | read otherwise as                             |
// | a to b, between a and b        | both ends                        | every shape of `alternativeShapes`             |
// | uniform, triangular, pert      | both ends, and the mode          | the same                                      |
// | any other continuous family    | its 5 %, 50 % and 95 % points    | the same                                      |
// | about x (within w)             | x/(1+w) and x(1+w), most likely x | the same, and w at its other ends            |
// | up to x, over x                | the hedge's own ends and mode    | the same, its parameter's other ends, about x |
// | mixture(…)                     |                                  | each part alone                               |
// | truncate(belief, …)            |                                  | the readings of the belief, cut as it is      |
import type { Distribution } from "../distributions/distribution.ts";
import {
  alternativeShapes,
  type Figures,
  type Interpretation,
  numeral,
  roundFigure,
} from "./alternativeShapes.ts";
import { evaluateNode } from "./evaluateBelief.ts";
import { hedgeRules } from "./hedges.ts";
import { parseBelief } from "./parseBelief.ts";
import type { BeliefNode, CallNode, HedgeNode, NumberNode } from "./syntax.ts";

/**
 * How far a hedge's free parameter may be from its default, at either end (hedges.ts tells what it means).
 * About: a rounded figure alone is 5 % wide, and beyond a quarter "about" misleads. Up to: under two thirds a lower
 * round figure would have done. Over: the next round figure is a half above at most.
 */
const otherEnds = {
  about: ["5%", "25%"],
  "up to": ["67%", "95%"],
  over: ["105%", "150%"],
  "at least": ["105%", "150%"],
} as const;

/** The readings of a belief, the one that it has by its own words left out. Throws BeliefProblem where it cannot be read. */
export function interpretationsOf(text: string): Interpretation[] {
  return readingsOfNode(parseBelief(text), text);
}

function readingsOfNode(node: BeliefNode, text: string): Interpretation[] {
  switch (node.kind) {
    case "number":
      return [];
    case "hedge":
      return unlike(node, text, hedgeReadings(node, text));
    case "interval":
      return unlike(node, text, alternativeShapes({ low: node.low.value, high: node.high.value }));
    case "call":
      return callReadings(node, text);
  }
}

function callReadings(node: CallNode, text: string): Interpretation[] {
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
    return readingsOfNode(inner.value, text).map((reading) => ({
      ...reading,
      belief: `truncate(${reading.belief}, ${ends})`,
    }));
  }
  // Values from a file are told one by one, as those of a discrete belief are.
  if (node.name === "empirical") return [];
  const distribution = evaluateNode(node, text);
  if (distribution.kind === "discrete" || isCertain(distribution)) return [];
  return unlike(node, text, alternativeShapes(boundedFigures(node) ?? quantileFigures(distribution)));
}

/** Ends and mode of the families that are made of them. */
function boundedFigures({ name, arguments: given }: CallNode): Figures | undefined {
  if (!["uniform", "triangular", "pert"].includes(name)) return undefined;
  const places = name === "uniform" ? ["min", "max"] : ["min", "mode", "max"];
  const value = (wanted: string): number | undefined => {
    const argument = given.find(({ label }, i) =>
      label ? label.kind === "name" && label.name === wanted : places[i] === wanted,
    );
    return argument?.value.kind === "number" ? argument.value.value : undefined;
  };
  const [low, high] = [value("min"), value("max")];
  return low === undefined || high === undefined ? undefined : { low, high, mode: value("mode") };
}

function quantileFigures({ quantile }: Distribution): Figures {
  const [low, mode, high] = [0.05, 0.5, 0.95].map((p) => roundFigure(quantile(p))) as [
    number,
    number,
    number,
  ];
  return { low, mode, high };
}

function hedgeReadings(hedge: HedgeNode, text: string): Interpretation[] {
  const { word, figures, qualifier } = hedge;
  const [figure, second] = figures as [NumberNode, NumberNode?];
  if (second || word === "between") {
    return alternativeShapes({ low: figure.value, high: second!.value, mode: qualifier?.value.value });
  }
  const rule = hedgeRules.find((one) => one.word === word)!;
  const told = numeral(figure.value);
  const parameters = otherEnds[word].map((end): Interpretation => {
    const precise = `${rule.qualifier} ${end}`;
    return { name: precise, aspect: "parameter", belief: `${word} ${told} (${precise})` };
  });
  const shapes = alternativeShapes(hedgeFigures(hedge, text));
  if (word === "about") return [...shapes, ...parameters];
  const typical: Interpretation = { name: "a typical value", aspect: "figure", belief: `about ${told}` };
  return [...shapes, ...parameters, typical];
}

/** Ends and most likely value that the hedge's rule gives; what has no end is cut at its 95 % point. */
function hedgeFigures(hedge: HedgeNode, text: string): Figures {
  const { word, figures, qualifier } = hedge;
  const figure = figures[0]!.value;
  const { support, quantile } = evaluateNode(hedge, text);
  if (word === "about") {
    return { low: roundFigure(quantile(0.05)), high: roundFigure(quantile(0.95)), mode: figure };
  }
  const given =
    qualifier && (qualifier.value.percent ? qualifier.value.value : qualifier.value.value / figure);
  const share = given ?? hedgeRules.find((rule) => rule.word === word)!.default!;
  const [low, high] = support;
  const mode = roundFigure(share * figure);
  const end = Number.isFinite(high) ? high : roundFigure(quantile(0.95));
  // A most likely value at the ceiling itself stays there.
  return { low, high: end, mode: Math.min(mode, end) };
}

/** Without the readings that come to the same distribution as the belief, or to none. */
function unlike(node: BeliefNode, text: string, readings: readonly Interpretation[]): Interpretation[] {
  const own = evaluateNode(node, text);
  return readings.filter(({ belief }) => {
    const other = evaluateNode(parseBelief(belief), belief);
    return probes.some((p) => !near(own.quantile(p), other.quantile(p)));
  });
}

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
