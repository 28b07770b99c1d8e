// Parameters of families and what they may be: declared once, checked wherever a distribution is made.
import { numeral } from "../numeric/numeral.ts";
import {
  type Distribution,
  type Parameter,
  ParameterProblem,
  type ParameterRange,
  type Parameters,
  type Signature,
} from "./distribution.ts";

// Beyond these a family equals its limit (a point, a normal), and doubles no longer tell its values apart.
const smallestShape = 1e-6;
const largestShape = 1e12;
// Up to here doubles tell neighbouring counts apart.
const largestCount = 1e12;
// exp(700) is 1e304, about the largest double.
const largestLog = 700;
const logRule = `lie between −${largestLog} and ${largestLog}: it is a logarithm`;

/** Each range lies within another: that is checked first. */
const ranges: Readonly<
  Record<ParameterRange, { within?: ParameterRange; holds(value: number): boolean; rule: string }>
> = {
  finite: { holds: Number.isFinite, rule: "be a finite number" },
  positive: { within: "finite", holds: (value) => value > 0, rule: "be greater than 0" },
  notNegative: { within: "finite", holds: (value) => value >= 0, rule: "not be negative" },
  probability: {
    within: "finite",
    holds: (value) => value >= 0 && value <= 1,
    rule: "lie between 0 and 1",
  },
  shape: {
    within: "positive",
    holds: (value) => value >= smallestShape && value <= largestShape,
    rule: `lie between ${numeral(smallestShape)} and ${numeral(largestShape)}`,
  },
  count: {
    within: "notNegative",
    holds: (value) => value <= largestCount,
    rule: `be at most ${numeral(largestCount)}`,
  },
  log: { within: "finite", holds: (value) => Math.abs(value) <= largestLog, rule: logRule },
  logSd: { within: "notNegative", holds: (value) => value <= largestLog, rule: logRule },
};

/** @throws ParameterProblem, which calls the value `name`, unless it is in the range */
export function requireRange(name: string, value: number, range: ParameterRange): void {
  const { within, holds, rule } = ranges[range];
  if (within) requireRange(name, value, within);
  if (!holds(value)) throw new ParameterProblem(`${name} is ${numeral(value)}, it must ${rule}`, name);
}

/** @throws ParameterProblem unless `lower` ≤ `upper`, which are finite, and their difference is finite too */
export function requireOrder(parameters: Parameters, lower: string, upper: string): void {
  const { [lower]: low, [upper]: high } = parameters;
  if (low > high) {
    throw new ParameterProblem(
      `${lower} is ${numeral(low)}, it must not be greater than ${upper} ${numeral(high)}`,
      lower,
    );
  }
  if (!Number.isFinite(high - low)) {
    throw new ParameterProblem(
      `${lower} is ${numeral(low)}, that is too far from ${upper} ${numeral(high)}`,
      lower,
    );
  }
}

/** @throws ParameterProblem unless the finite parameters rise: min ≤ mode ≤ max */
export function requireMode(parameters: Parameters): void {
  requireOrder(parameters, "min", "max");
  const { min, mode, max } = parameters;
  if (mode >= min && mode <= max) return;
  throw new ParameterProblem(
    `mode is ${numeral(mode)}, it must lie between min ${numeral(min)} and max ${numeral(max)}`,
    "mode",
  );
}

const parameterOf =
  (kind: Parameter["kind"], usualRange: ParameterRange) =>
  (name: string, meaning: string, range = usualRange, usual?: number): Parameter => ({
    name,
    meaning,
    kind,
    range,
    ...(usual !== undefined && { default: usual }),
  });

/** A parameter in the unit of the quantity; finite where no other range is given. */
export const quantity = parameterOf("value", "finite");
/** A parameter without a unit; finite where no other range is given. */
export const unitless = parameterOf("number", "finite");
/** A probability in [0, 1]. */
export const probability = parameterOf("probability", "probability");

/** A signature whose parameters are checked against their ranges before `create` is called. */
export function signature(
  parameters: readonly Parameter[],
  create: (values: Parameters) => Distribution,
): Signature {
  return {
    parameters,
    create(values) {
      for (const { name, range } of parameters) if (range) requireRange(name, values[name], range);
      return create(values);
    },
  };
}
