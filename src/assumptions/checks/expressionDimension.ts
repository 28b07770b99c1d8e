// The units of an expression: what is added must be of one dimension.
import { BeliefProblem } from "../../beliefs/beliefProblem.ts";
import { type Dimension, dimensionOf, dimensionText, sameDimension, times } from "./dimension.ts";
import type { ExpressionNode } from "./expression.ts";

/**
 * The dimension of an expression whose names have these units.
 * @throws BeliefProblem where terms of different dimensions are added
 */
export function expressionDimension(node: ExpressionNode, units: ReadonlyMap<string, string>): Dimension {
  switch (node.kind) {
    case "number":
      return dimensionOf(node.unit);
    case "name":
      return dimensionOf(units.get(node.name)!);
    case "negative":
      return expressionDimension(node.of, units);
    case "operation": {
      const left = expressionDimension(node.left, units);
      const right = expressionDimension(node.right, units);
      if (node.sign === "*") return times(left, right, 1);
      if (node.sign === "/") return times(left, right, -1);
      if (!sameDimension(left, right)) {
        const what = node.sign === "+" ? "added" : "subtracted";
        const message = `${dimensionText(left)} and ${dimensionText(right)} cannot be ${what}`;
        throw new BeliefProblem(node.span, message);
      }
      return left;
    }
  }
}
