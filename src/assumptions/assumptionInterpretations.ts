// The interpretations of an assumption, in the unit and within the bounds of the scenario's input.

import type { Interpretation } from "../beliefs/alternativeShapes.ts";
import { BeliefProblem } from "../beliefs/beliefProblem.ts";
import type { BeliefOptions } from "../beliefs/evaluateBelief.ts";
import { interpretationsOf } from "../beliefs/interpretations.ts";
import { numeral } from "../numeric/numeral.ts";
import type { Assumption } from "./assumptions.ts";
import { evaluateInputBelief } from "./evaluateInputBelief.ts";
import { describeInput, type InputDeclaration } from "./input.ts";
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
  const { unit } = assumption;
  const input = describeInput(assumption.name, declaration);
  const tryBelief = (belief: string) => {
    try {
      return { belief, distribution: evaluateInputBelief(belief, unit, input, options) };
    } catch (error) {
      if (error instanceof BeliefProblem) return undefined;
      throw error;
    }
  };
  const factor = conversionFactor(unit, input.unit)!;
  const cuts = (["min", "max"] as const)
    .filter((end) => Number.isFinite(input[end]))
    .map((end) => `, ${end}: ${numeral(input[end] / factor)}`);
  return interpretationsOf(assumption.belief, options).flatMap((interpretation) => {
    const { belief } = interpretation;
    const fitted = tryBelief(belief) ?? (cuts.length > 0 && tryBelief(`truncate(${belief}${cuts.join("")})`));
    return fitted ? [{ ...interpretation, ...fitted, assumption: { ...assumption, ...fitted } }] : [];
  });
}
