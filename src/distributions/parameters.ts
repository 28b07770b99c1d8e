// Constraints on the parameters of families, with their messages. Each check throws ParameterProblem.
import { ParameterProblem, type Parameters } from "./distribution.ts";

/** @throws ParameterProblem unless each of `names` is a finite number */
export function requireFinite(parameters: Parameters, ...names: readonly string[]): void {
  for (const name of names) {
    if (Number.isFinite(parameters[name])) continue;
    throw new ParameterProblem(`${name} is ${parameters[name]}, it must be a finite number`, name);
  }
}

/** @throws ParameterProblem unless each of `names` is finite and greater than 0 */
export function requirePositive(parameters: Parameters, ...names: readonly string[]): void {
  requireFinite(parameters, ...names);
  for (const name of names) {
    if (parameters[name] > 0) continue;
    throw new ParameterProblem(`${name} is ${parameters[name]}, it must be greater than 0`, name);
  }
}

// Beyond these a family equals its limit (a point, a normal), and doubles no longer tell its values apart.
const smallestShape = 1e-6;
const largestShape = 1e12;
const largestCount = 1e12;

/** @throws ParameterProblem unless each of `names` is in [1e-6, 1e12] */
export function requireShape(parameters: Parameters, ...names: readonly string[]): void {
  requirePositive(parameters, ...names);
  for (const name of names) {
    if (parameters[name] >= smallestShape && parameters[name] <= largestShape) continue;
    throw new ParameterProblem(
      `${name} is ${parameters[name]}, it must lie between ${smallestShape} and ${largestShape}`,
      name,
    );
  }
}

/** @throws ParameterProblem unless the count `name` is in [0, 1e12], where doubles still tell neighbours apart */
export function requireMeanCount(parameters: Parameters, name: string): void {
  requireNotNegative(parameters, name);
  if (parameters[name] <= largestCount) return;
  throw new ParameterProblem(`${name} is ${parameters[name]}, it must be at most ${largestCount}`, name);
}

/** @throws ParameterProblem unless each of `names` is finite and not negative */
export function requireNotNegative(parameters: Parameters, ...names: readonly string[]): void {
  requireFinite(parameters, ...names);
  for (const name of names) {
    if (parameters[name] >= 0) continue;
    throw new ParameterProblem(`${name} is ${parameters[name]}, it must not be negative`, name);
  }
}

// exp(700) is 1e304, about the largest double.
const largestLog = 700;

/** @throws ParameterProblem unless the exponential of `name`, a logarithm, and its inverse are finite */
export function requireLogSize(parameters: Parameters, name: string): void {
  if (Math.abs(parameters[name]) <= largestLog) return;
  throw new ParameterProblem(
    `${name} is ${parameters[name]}, it must lie between −${largestLog} and ${largestLog}: it is a logarithm`,
    name,
  );
}

/** @throws ParameterProblem unless `name` is in [0, 1] */
export function requireProbability(parameters: Parameters, name: string): void {
  requireFinite(parameters, name);
  const value = parameters[name];
  if (value >= 0 && value <= 1) return;
  throw new ParameterProblem(`${name} is ${value}, it must lie between 0 and 1`, name);
}

/** @throws ParameterProblem unless both are finite, `lower` ≤ `upper`, and their difference is finite too */
export function requireOrder(parameters: Parameters, lower: string, upper: string): void {
  requireFinite(parameters, lower, upper);
  const { [lower]: low, [upper]: high } = parameters;
  if (low > high) {
    throw new ParameterProblem(`${lower} is ${low}, it must not be greater than ${upper} ${high}`, lower);
  }
  if (!Number.isFinite(high - low)) {
    throw new ParameterProblem(`${lower} is ${low}, that is too far from ${upper} ${high}`, lower);
  }
}

/** @throws ParameterProblem unless the parameters min ≤ mode ≤ max are finite */
export function requireMode(parameters: Parameters): void {
  requireFinite(parameters, "min", "mode", "max");
  requireOrder(parameters, "min", "max");
  const { min, mode, max } = parameters;
  if (mode >= min && mode <= max) return;
  throw new ParameterProblem(`mode is ${mode}, it must lie between min ${min} and max ${max}`, "mode");
}
