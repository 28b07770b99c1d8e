// Expressions as fractions of linear terms, so that an equation can be solved for an unknown without dividing by it.
import type { ExpressionNode, Relation } from "./expression.ts";

/** constant + slope · unknown */
interface Linear {
  constant: number;
  slope: number;
}

/** top / bottom, in basic units. */
interface Fraction {
  top: Linear;
  bottom: Linear;
}

const one: Linear = { constant: 1, slope: 0 };

function evaluate(node: ExpressionNode, values: ReadonlyMap<string, number>, unknown?: string): Fraction {
  switch (node.kind) {
    case "number":
      return { top: { constant: node.value, slope: 0 }, bottom: one };
    case "name": {
      const isUnknown = node.name === unknown;
      const top = isUnknown ? { constant: 0, slope: 1 } : { constant: values.get(node.name)!, slope: 0 };
      return { top, bottom: one };
    }
    case "negative": {
      const { top, bottom } = evaluate(node.of, values, unknown);
      return { top: { constant: -top.constant, slope: -top.slope }, bottom };
    }
    case "operation": {
      const left = evaluate(node.left, values, unknown);
      const right = evaluate(node.right, values, unknown);
      const bottom = product(left.bottom, right.bottom);
      if (node.sign === "*") return { top: product(left.top, right.top), bottom };
      const [one, other] = [product(left.top, right.bottom), product(right.top, left.bottom)];
      if (node.sign === "/") return { top: one, bottom: product(left.bottom, right.top) };
      return { top: sum(one, other, node.sign === "+" ? 1 : -1), bottom };
    }
  }
}

function sum(one: Linear, other: Linear, sign: 1 | -1): Linear {
  return { constant: one.constant + sign * other.constant, slope: one.slope + sign * other.slope };
}

/** Without the square of the unknown: `degreeOf` excludes equations that have one. */
function product(one: Linear, other: Linear): Linear {
  const { constant, slope } = one;
  return { constant: constant * other.constant, slope: constant * other.slope + slope * other.constant };
}

/** The value of an expression in basic units, its names having these values in basic units. */
export function expressionValue(node: ExpressionNode, values: ReadonlyMap<string, number>): number {
  const { top, bottom } = evaluate(node, values);
  return top.constant / bottom.constant;
}

/**
 * The value of `unknown`, in basic units, at which both sides are equal; NaN where there is none or any will do.
 * The equation is of degree 1 in it.
 */
export function solveFor(
  { left, right }: Pick<Relation, "left" | "right">,
  unknown: string,
  values: ReadonlyMap<string, number>,
): number {
  const [one, other] = [evaluate(left, values, unknown), evaluate(right, values, unknown)];
  const { constant, slope } = sum(product(one.top, other.bottom), product(other.top, one.bottom), -1);
  return slope === 0 ? Number.NaN : -constant / slope;
}

/** Degrees of top and bottom as polynomials in one name. */
interface Degrees {
  top: number;
  bottom: number;
}

/** The degree in `name` of the equation without fractions: only 1 can be solved in one way. */
export function degreeOf({ left, right }: Relation, name: string): number {
  const [one, other] = [degreesOf(left, name), degreesOf(right, name)];
  return Math.max(one.top + other.bottom, other.top + one.bottom);
}

function degreesOf(node: ExpressionNode, name: string): Degrees {
  if (node.kind === "number") return { top: 0, bottom: 0 };
  if (node.kind === "name") return { top: node.name === name ? 1 : 0, bottom: 0 };
  if (node.kind === "negative") return degreesOf(node.of, name);
  const [left, right] = [degreesOf(node.left, name), degreesOf(node.right, name)];
  const bottom = left.bottom + right.bottom;
  if (node.sign === "*") return { top: left.top + right.top, bottom };
  if (node.sign === "/") return { top: left.top + right.bottom, bottom: left.bottom + right.top };
  return { top: Math.max(left.top + right.bottom, right.top + left.bottom), bottom };
}
