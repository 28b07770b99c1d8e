// The readings of an assumption: its belief read otherwise, in the unit and within the bounds of the scenario's input.

import type { Interpretation } from "../beliefs/alternativeShapes.ts";
import { numeral } from "../beliefs/alternativeShapes.ts";
import { BeliefProblem } from "../beliefs/beliefProblem.ts";
import { interpretationsOf } from "../beliefs/interpretations.ts";
import type { Distribution } from "../distributions/distribution.ts";
import type { Assumption } from "./assumptions.ts";
import { evaluateInputBelief } from "./evaluateInputBelief.ts";
import { describeInput, type InputDeclaration } from "./input.ts";
import { conversionFactor } from "./units.ts";

export type { Aspect } from "../beliefs/alternativeShapes.ts";

/** An assumption read otherwise. */
export interface AssumptionInterpretation extends Interpretation {
  assumption: Assumption;
}

/**
 * Every plausible reading of an assumption beside the one it has; none for a certain number. What would reach outside
 * the input's bounds is cut there.
 */
export function assumptionInterpretations(
  assumption: Assumption,
  declaration: InputDeclaration,
): AssumptionInterpretation[] {
  const input = describeInput(assumption.name, declaration);
  return interpretationsOf(assumption.belief).flatMap((reading) => {
    const fitted = withinBounds(reading.belief, assumption.unit, input);
    return fitted ? [{ ...reading, ...fitted, assumption: { ...assumption, ...fitted } }] : [];
  });
}

function withinBounds(
  belief: string,
  unit: string,
  input: ReturnType<typeof describeInput>,
): { belief: string; distribution: Distribution } | undefined {
  const whole = tryBelief(belief, unit, input);
  if (whole) return whole;
  const factor = conversionFactor(unit, input.unit)!;
  const cuts = [
    ...(Number.isFinite(input.min) ? [`min: ${numeral(input.min / factor)}`] : []),
    ...(Number.isFinite(input.max) ? [`max: ${numeral(input.max / factor)}`] : []),
  ];
  return cuts.length > 0 ? tryBelief(`truncate(${belief}, ${cuts.join(", ")})`, unit, input) : undefined;
}

function tryBelief(belief: string, unit: string, input: ReturnType<typeof describeInput>) {
  try {
    return { belief, distribution: evaluateInputBelief(belief, unit, input) };
  } catch (error) {
    if (error instanceof BeliefProblem) return undefined;
    throw error;
  }
}
