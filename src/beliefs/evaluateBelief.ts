// From the text of a belief to its distribution.
import type { Distribution, Family } from "../distributions/distribution.ts";
import { families as allFamilies, constant } from "../distributions/index.ts";
import { numeral } from "../numeric/numeral.ts";
import { BeliefProblem } from "./beliefProblem.ts";
import { didYouMean, inWords, writeInstead } from "./correction.ts";
import { callFamily, createDistribution, findFamily, intervalFamily } from "./familyCall.ts";
import { type EvaluationContext, forms, type ReadColumn, type ReadDays } from "./forms.ts";
import { evaluateHedge } from "./hedges.ts";
import { nearest } from "./nearest.ts";
import { parseBelief } from "./parseBelief.ts";
import type { BeliefNode, CallNode, IntervalNode, NumberNode } from "./syntax.ts";

/** What beliefs can refer to beside themselves. */
export interface BeliefOptions {
  /** Reads the column of an `empirical(file, column)`; without it such a belief is refused. */
  readColumn?: ReadColumn | undefined;
  /** Reads the dates of a `fit(file, column, …)`; without it such a belief is refused. */
  readDays?: ReadDays | undefined;
  /** The families that a belief can call; all of the kit where they are left out. */
  families?: readonly Family[] | undefined;
}

/**
 * The distribution that a belief expression means: a number, `11k to 15k`, `about 11k`, a family, a mixture …
 * in the unit that it is written in. evaluateBelief("uniform(10, 30)").mean → 20
 * @throws BeliefProblem, and nothing else, where it cannot be read
 */
export function evaluateBelief(text: string, options: BeliefOptions = {}): Distribution {
  return evaluateNode(parseBelief(text), text, options);
}

/**
 * The distribution of a belief that is already parsed from `text`.
 * @throws BeliefProblem where it means none
 */
export function evaluateNode(
  belief: BeliefNode,
  text: string,
  { readColumn, readDays, families = allFamilies }: BeliefOptions = {},
): Distribution {
  const context: EvaluationContext = {
    text,
    families,
    readColumn,
    readDays,
    evaluate: (node) => evaluate(node, context),
  };
  return context.evaluate(belief);
}

function evaluate(node: BeliefNode, context: EvaluationContext): Distribution {
  switch (node.kind) {
    case "number":
      return constant(node.value);
    case "interval":
      return interval(node, context.text);
    case "hedge":
      return evaluateHedge(node);
    case "call":
      return call(node, context);
  }
}

/** A 90 % interval: low and high are the 5 % and 95 % quantiles. */
function interval({ low, high, span }: IntervalNode, text: string): Distribution {
  const [from, to] = [numeral(low.value), numeral(high.value)];
  if (low.value === high.value)
    throw new BeliefProblem(
      span,
      "both ends of the interval are the same",
      inWords(`write ${from} alone`, writeInstead(span, sourceOf(low, text))),
    );
  if (low.value > high.value) {
    const message = `an interval goes from low to high, found ${from} to ${to}`;
    const turned = writeInstead(span, `${sourceOf(high, text)} to ${sourceOf(low, text)}`);
    throw new BeliefProblem(span, message, turned);
  }
  return createDistribution(intervalFamily(low.value), { p5: low.value, p95: high.value });
}

function call(node: CallNode, context: EvaluationContext): Distribution {
  const form = forms.find(({ name }) => name === node.name);
  if (form) return form.create(node, context);
  const family = findFamily(node.name, context.families);
  if (family) return callFamily(family, node);
  const names = [...context.families, ...forms].map(({ name }) => name);
  const near = otherNames[node.name.toLowerCase()] ?? nearest(node.name, names);
  const hint = near ? didYouMean(node.nameSpan, near) : `known are ${names.join(", ")}`;
  throw new BeliefProblem(node.nameSpan, `unknown family "${node.name}"`, hint);
}

/** What families are called elsewhere. */
const otherNames: Readonly<Record<string, string>> = {
  n: "normal",
  norm: "normal",
  gauss: "normal",
  gaussian: "normal",
  u: "uniform",
  unif: "uniform",
  lnorm: "lognormal",
  tri: "triangular",
  triangle: "triangular",
  student: "t",
  studentt: "t",
  expon: "exponential",
  pois: "poisson",
  nbinom: "negativeBinomial",
  reciprocal: "logUniform",
};

/** A number as a belief holds it, with the percent sign that it was written with. */
function sourceOf({ value, span, percent }: NumberNode, text: string): string {
  if (!percent) return numeral(value);
  const written = text.slice(span.start, span.end);
  return written.endsWith("%") ? written : `${written}%`;
}
