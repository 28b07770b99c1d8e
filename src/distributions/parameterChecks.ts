// The rules that parameters of families obey, and the sentences that say so.
import { ParameterProblem, type Parameters } from "./distribution.ts";

/** Every one of these is a finite number. */
export function requireFinite(parameters: Parameters, ...names: readonly string[]): void {
  for (const name of names) {
    if (Number.isFinite(parameters[name])) continue;
    throw new ParameterProblem(`${name} is ${parameters[name]}, it must be a finite number`, name);
  }
}

/** Every one of these is finite and greater than 0. */
export function requirePositive(parameters: Parameters, ...names: readonly string[]): void {
  requireFinite(parameters, ...names);
  for (const name of names) {
    if (parameters[name] > 0) continue;
    throw new ParameterProblem(`${name} is ${parameters[name]}, it must be greater than 0`, name);
  }
}

// Beyond these a family is its own limit (a point, a normal) and doubles no longer tell its values apart.
const smallestShape = 1e-6;
const largestShape = 1e12;
const largestCount = 1e12;

/** Every one of these is a number that a family's shape can sensibly be. */
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

/** A mean number of cases that is not negative, and small enough for single cases to be counted. */
export function requireMeanCount(parameters: Parameters, name: string): void {
  requireNotNegative(parameters, name);
  if (parameters[name] <= largestCount) return;
  throw new ParameterProblem(`${name} is ${parameters[name]}, it must be at most ${largestCount}`, name);
}

/** Every one of these is finite and not negative. */
export function requireNotNegative(parameters: Parameters, ...names: readonly string[]): void {
  requireFinite(parameters, ...names);
  for (const name of names) {
    if (parameters[name] >= 0) continue;
    throw new ParameterProblem(`${name} is ${parameters[name]}, it must not be negative`, name);
  }
}

// exp(700) is 1e304, about the largest double.
const largestLog = 700;

/** A logarithm of something that is still a number itself. */
export function requireLogSize(parameters: Parameters, name: string): void {
  if (Math.abs(parameters[name]) <= largestLog) return;
  throw new ParameterProblem(
    `${name} is ${parameters[name]}, it must lie between −${largestLog} and ${largestLog}: it is a logarithm`,
    name,
  );
}

/** A finite number in [0, 1]. */
export function requireProbability(parameters: Parameters, name: string): void {
  requireFinite(parameters, name);
  const value = parameters[name];
  if (value >= 0 && value <= 1) return;
  throw new ParameterProblem(`${name} is ${value}, it must lie between 0 and 1`, name);
}

/** Both finite, `lower` not above `upper`, and close enough for their difference to be a number. */
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

/** A finite number in [min, max], which are parameters themselves. */
export function requireMode(parameters: Parameters): void {
  requireFinite(parameters, "min", "mode", "max");
  requireOrder(parameters, "min", "max");
  const { min, mode, max } = parameters;
  if (mode >= min && mode <= max) return;
  throw new ParameterProblem(`mode is ${mode}, it must lie between min ${min} and max ${max}`, "mode");
}
