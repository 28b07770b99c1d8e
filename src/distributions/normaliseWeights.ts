// Weights of components or values: which are allowed, and their shares.
import { numeral } from "../numeric/numeral.ts";
import { ParameterProblem } from "./distribution.ts";

/**
 * The weights divided by their sum. normaliseWeights([3, 1]) → [0.75, 0.25]
 * @throws ParameterProblem where one is negative or not finite, or all are 0
 */
export function normaliseWeights(weights: readonly number[]): readonly number[] {
  for (const weight of weights) {
    if (Number.isFinite(weight) && weight >= 0) continue;
    throw new ParameterProblem(
      `a weight is ${numeral(weight)}, it must be a number that is not negative`,
      "weight",
    );
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0 && Number.isFinite(total))) {
    const message = `the weights add up to ${numeral(total)}, one of them must be greater than 0`;
    throw new ParameterProblem(message, "weight");
  }
  return weights.map((weight) => weight / total);
}
