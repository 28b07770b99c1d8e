// The interpretations of an assumption, in the unit and within the bounds of the scenario's input.

import type { Interpretation } from "../beliefs/alternativeShapes.ts";
import { BeliefProblem } from "../beliefs/beliefProblem.ts";
import type { BeliefOptions } from "../beliefs/evaluateBelief.ts";
import { interpretationsOf } from "../beliefs/interpretations.ts";
import { numeral } from "../beliefs/numberSyntax.ts";
import type { Distribution } from "../distributions/distribution.ts";
import type { Assumption } from "./assumptions.ts";
import { evaluateInputBelief } from "./evaluateInputBelief.ts";
import { describeInput, type Input, type InputDeclaration } from "./input.ts";
import { conversionFactor } from "./units.ts";

export type { Aspect } from "../beliefs/alternativeShapes.ts";

/** Another interpretation of an assumption's belief, and the assumption with it. */
export interface AssumptionInterpretation extends Interpretation {
  assumption: Assumption;
}

/**
 * Every plausible interpretation of an assumption beside the one it has; none for a certain number. A distribution that
 * reaches outside the input's bounds is truncated to them.
 */
export function assumptionInterpretations(
  assumption: Assumption,
  declaration: InputDeclaration,
  options: BeliefOptions = {},
): AssumptionInterpretation[] {
  const input = describeInput(assumption.name, declaration);
  return interpretationsOf(assumption.belief, options).flatMap((interpretation) => {
    const fitted = withinBounds(interpretation.belief, assumption.unit, input, options);
    return fitted ? [{ ...interpretation, ...fitted, assumption: { ...assumption, ...fitted } }] : [];
  });
}

/** The belief, truncated to the input's bounds where it reaches outside; undefined where nothing is left. */
function withinBounds(
  belief: string,
  unit: string,
  input: Required<Input>,
  options: BeliefOptions,
): { belief: string; distribution: Distribution } | undefined {
  const whole = tryBelief(belief, unit, input, options);
  if (whole) return whole;
  const factor = conversionFactor(unit, input.unit)!;
  const cuts = [
    ...(Number.isFinite(input.min) ? [`min: ${numeral(input.min / factor)}`] : []),
    ...(Number.isFinite(input.max) ? [`max: ${numeral(input.max / factor)}`] : []),
  ];
  if (cuts.length === 0) return undefined;
  return tryBelief(`truncate(${belief}, ${cuts.join(", ")})`, unit, input, options);
}

function tryBelief(belief: string, unit: string, input: Required<Input>, options: BeliefOptions) {
  try {
    return { belief, distribution: evaluateInputBelief(belief, unit, input, options) };
  } catch (error) {
    if (error instanceof BeliefProblem) return undefined;
    throw error;
  }
}
