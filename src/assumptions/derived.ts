// Derived assumptions: computed from others in each trial, with no random number of their own.
import { BeliefProblem } from "../beliefs/beliefProblem.ts";
import { dimensionOf, dimensionText, sameDimension, scaleOf } from "./checks/dimension.ts";
import { type ExpressionNode, expressionNames, parseExpression } from "./checks/expression.ts";
import { expressionDimension } from "./checks/expressionDimension.ts";
import type { Input } from "./input.ts";

/** An assumption that follows from others. */
export interface DerivedAssumption {
  name: string;
  /** As written: "killedShare + (1 - killedShare) * (1 - returningShare)". */
  is: string;
  /** The unit that the expression comes to. */
  unit: string;
  why?: string;
  /** "common", or the scenario upstream; the scenario's own where it is left out. */
  origin?: string;
  /** The input that it is about. */
  input: Input;
  /** The assumptions of the run that it follows from, by their names in the expression. */
  parents: Readonly<Record<string, Parent>>;
}

/** One that others follow from. */
export interface Parent {
  /** In the run. */
  name: string;
  /** The unit of its column. */
  unit: string;
}

/** The names in an expression, in the order of their first appearance. @throws BeliefProblem */
export function parentNames(is: string): string[] {
  return [...expressionNames(parseExpression(is)).keys()];
}

/**
 * Checks that an expression comes to a unit when its names have these.
 * @throws BeliefProblem where terms of different kinds are added, or the result is of another kind
 */
export function checkDerivedUnit(is: string, unit: string, units: ReadonlyMap<string, string>): void {
  const node = parseExpression(is);
  const found = expressionDimension(node, units);
  if (sameDimension(found, dimensionOf(unit))) return;
  throw new BeliefProblem(node.span, `comes to ${dimensionText(found)}, unit is "${unit}"`);
}

/**
 * The column of a derived assumption, in the unit of its input.
 * @param columns of its parents, by their names in the run, all of one length
 */
export function derivedColumn(
  { is, input, parents }: Pick<DerivedAssumption, "is" | "input" | "parents">,
  columns: (name: string) => Float64Array,
  length: number,
): Float64Array {
  const names = new Map(
    Object.entries(parents).map(([name, parent]) => [
      name,
      { column: columns(parent.name), scale: scaleOf(parent.unit) },
    ]),
  );
  const scale = scaleOf(input.unit);
  const value = compiled(parseExpression(is), names);
  return Float64Array.from({ length }, (_, trial) => value(trial) / scale);
}

type Compiled = (trial: number) => number;

/** An expression as a function of the trial, in basic units. */
function compiled(
  node: ExpressionNode,
  names: ReadonlyMap<string, { column: Float64Array; scale: number }>,
): Compiled {
  switch (node.kind) {
    case "number":
      return () => node.value;
    case "name": {
      const { column, scale } = names.get(node.name)!;
      return (trial) => column[trial]! * scale;
    }
    case "negative": {
      const of = compiled(node.of, names);
      return (trial) => -of(trial);
    }
    case "operation": {
      const [left, right] = [compiled(node.left, names), compiled(node.right, names)];
      if (node.sign === "+") return (trial) => left(trial) + right(trial);
      if (node.sign === "-") return (trial) => left(trial) - right(trial);
      if (node.sign === "*") return (trial) => left(trial) * right(trial);
      return (trial) => left(trial) / right(trial);
    }
  }
}
