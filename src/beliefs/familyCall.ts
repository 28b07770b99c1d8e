// A family's parameters from the arguments of a call: `pert(11k, 14k, max: 100k)`.
import {
  type Distribution,
  type Family,
  ParameterProblem,
  type Signature,
} from "../distributions/distribution.ts";
import { families as allFamilies, constant } from "../distributions/index.ts";
import { requireOrder } from "../distributions/parameters.ts";
import { decimalText, numeral } from "../numeric/numeral.ts";
import { BeliefProblem } from "./beliefProblem.ts";
import { type Correction, didYouMean, writeInstead } from "./correction.ts";
import { nearest } from "./nearest.ts";
import { namedProbability } from "./quantileName.ts";
import type { Span } from "./span.ts";
import type { ArgumentNode, CallNode, NumberNode } from "./syntax.ts";

/** The family of this name, as beliefs call it. */
export function findFamily(name: string, families: readonly Family[] = allFamilies): Family | undefined {
  return families.find((family) => family.name === name);
}

/**
 * The name of the family that an interval "low to high" means: lognormal where both ends are positive, since such
 * quantities vary by factors, else normal; low and high are its 5 % and 95 % quantiles.
 */
export function intervalFamily(low: number): "lognormal" | "normal" {
  return low > 0 ? "lognormal" : "normal";
}

/** A number among a call's arguments: that of a parameter of the family's first signature, by its name or position. */
export function numberArgument(family: Family, call: CallNode, parameter: string): NumberNode | undefined {
  const position = family.signatures[0]!.parameters.findIndex(({ name }) => name === parameter);
  const argument = call.arguments.find(({ label }, i) =>
    label ? label.kind === "name" && label.name === parameter : i === position,
  );
  return argument?.value.kind === "number" ? argument.value : undefined;
}

/** A distribution of one of the kit's families by the names of its parameters, for the hedges and intervals. */
export function createDistribution(name: string, parameters: Readonly<Record<string, number>>): Distribution {
  const names = Object.keys(parameters);
  const signature = findFamily(name)?.signatures.find((candidate) => fits(candidate, 0, names));
  if (!signature) throw new Error(`no family ${name}(${names.join(", ")})`);
  return signature.create({ ...defaultsOf(signature), ...parameters });
}

/**
 * The distribution that a call of a family means.
 * @throws BeliefProblem where the arguments fit no signature or the family refuses their values
 */
export function callFamily(family: Family, call: CallNode): Distribution {
  const positional = call.arguments.filter(({ label }) => !label);
  const named = namedArguments(family, call);
  const names = [...named.keys()];
  const signature =
    family.signatures.find((candidate) => fits(candidate, positional.length, names)) ??
    (positional.length === 0 ? quantileSignature(family, names) : undefined);
  if (!signature) throw noSignature(family, call, positional.length, names);
  const placed = positional.map((argument, i) => [signature.parameters[i]!.name, argument] as const);
  const values = new Map([...placed, ...named].map(([name, { value }]) => [name, plainNumber(value, name)]));
  const numbers = Object.fromEntries([...values].map(([name, { value }]) => [name, value]));
  return withProblemsAt(
    call.span,
    (name) => {
      const value = values.get(name);
      const kind = signature.parameters.find((parameter) => parameter.name === name)?.kind;
      return value && { span: value.span, ...(kind === "probability" && { hint: percentHint(value) }) };
    },
    () => signature.create({ ...defaultsOf(signature), ...numbers }),
  );
}

/**
 * The number that an argument is.
 * @throws BeliefProblem where it is a text or a whole belief
 */
export function plainNumber(value: ArgumentNode["value"], name: string): NumberNode {
  if (value.kind === "number") return value;
  const hint =
    value.kind === "text" ? undefined : "to weigh beliefs against each other, write mixture(50%: …, 50%: …)";
  throw new BeliefProblem(value.span, `${name} must be a plain number`, hint);
}

/** Runs `create`; a ParameterProblem is thrown as a BeliefProblem at the argument at fault, or else the whole call. */
export function withProblemsAt(
  whole: Span,
  find: (parameter: string) => { span: Span; hint?: Correction | undefined } | undefined,
  create: () => Distribution,
): Distribution {
  try {
    return create();
  } catch (error) {
    if (!(error instanceof ParameterProblem)) throw error;
    const argument = error.parameter === undefined ? undefined : find(error.parameter);
    throw new BeliefProblem(argument?.span ?? whole, error.message, argument?.hint);
  }
}

/** The hint for a share that is probably written as 70 instead of 70%. */
export function percentHint({ value, percent, span }: NumberNode): Correction | undefined {
  return !percent && value > 1 && value <= 100 ? writeInstead(span, `${numeral(value)}%`) : undefined;
}

/** How a signature is written in a belief: `pert(min, mode, max, shape: 4)`. */
export function usage(family: Family, signature: Signature): string {
  const names = signature.parameters.map(({ name, default: value }) =>
    value === undefined ? name : `${name}: ${value}`,
  );
  return `${family.name}(${names.join(", ")})`;
}

function namedArguments(family: Family, call: CallNode): Map<string, ArgumentNode> {
  const known = new Set(family.signatures.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
  const named = new Map<string, ArgumentNode>();
  for (const argument of call.arguments) {
    const { label } = argument;
    if (!label) {
      if (named.size === 0) continue;
      const message = "this argument has no name, but one before it has";
      throw new BeliefProblem(argument.span, message, `as in ${usages(family)}`);
    }
    if (label.kind === "number") {
      throw new BeliefProblem(label.span, `${family.name} takes no weights`, `as in ${usages(family)}`);
    }
    const isQuantile = family.throughQuantiles !== undefined && namedProbability(label.name) !== undefined;
    if (!known.has(label.name) && !isQuantile) {
      const near = nearest(label.name, known);
      const hint = near ? didYouMean(label.span, near) : `as in ${usages(family)}`;
      throw new BeliefProblem(label.span, `${family.name} has no parameter "${label.name}"`, hint);
    }
    if (named.has(label.name)) throw new BeliefProblem(label.span, `${label.name} is given twice`);
    named.set(label.name, argument);
  }
  return named;
}

function fits({ parameters }: Signature, positional: number, names: readonly string[]): boolean {
  if (positional > parameters.length) return false;
  const rest = parameters.slice(positional);
  return (
    names.every((name) => rest.some((parameter) => parameter.name === name)) &&
    rest.every((parameter) => parameter.default !== undefined || names.includes(parameter.name))
  );
}

function noSignature(
  family: Family,
  call: CallNode,
  positional: number,
  names: readonly string[],
): BeliefProblem {
  const hint = `as in ${usages(family)}`;
  if (names.length > 0 && names.every((name) => namedProbability(name) !== undefined))
    return quantilesProblem(family, call, names);
  const closest = family.signatures.find(({ parameters }) =>
    names.every((name) => parameters.some((p) => p.name === name)),
  );
  if (!closest)
    return new BeliefProblem(call.span, `${family.name} does not take ${names.join(", ")} together`, hint);
  const filled = closest.parameters.slice(0, positional).map(({ name }) => name);
  const twice = names.find((name) => filled.includes(name));
  if (twice) return new BeliefProblem(call.span, `${twice} is given by its place and by its name`, hint);
  const missing = closest.parameters
    .slice(positional)
    .filter((parameter) => parameter.default === undefined && !names.includes(parameter.name))
    .map(({ name }) => name);
  if (positional > closest.parameters.length) {
    const found = `${family.name} takes ${closest.parameters.length} numbers at most, found ${call.arguments.length}`;
    return new BeliefProblem(call.span, found, hint);
  }
  return new BeliefProblem(call.span, `${family.name} is missing ${missing.join(" and ")}`, hint);
}

/** Two quantiles by their names, "p10" and "p90", where the family can go through any two. */
function quantileSignature({ throughQuantiles }: Family, names: readonly string[]): Signature | undefined {
  const points = names.map((name) => ({ name, p: namedProbability(name) }));
  if (!throughQuantiles || points.length !== 2) return undefined;
  const [low, high] = points.toSorted((one, other) => (one.p ?? 0) - (other.p ?? 0));
  if (low?.p === undefined || high?.p === undefined || low.p === high.p) return undefined;
  const [from, to] = [low.p, high.p];
  return {
    parameters: names.map((name) => ({ name, meaning: "quantile", kind: "value", range: "finite" })),
    create(values) {
      requireOrder(values, low.name, high.name);
      const [x, y] = [values[low.name]!, values[high.name]!];
      return x === y ? constant(x) : throughQuantiles({ p: from, x }, { p: to, x: y });
    },
  };
}

/** More than two quantiles make a curve of their own; one is too few. */
function quantilesProblem(family: Family, call: CallNode, names: readonly string[]): BeliefProblem {
  const message = `${family.name} goes through two quantiles, found ${names.length}`;
  const values = call.arguments.map(({ value }) => value);
  if (names.length < 3 || !values.every((value) => value.kind === "number"))
    return new BeliefProblem(call.span, message, `as in ${family.name}(p10: 1, p90: 3)`);
  const parts = values
    .map((value, i) => ({ p: namedProbability(names[i]!)!, x: value.value, percent: value.percent }))
    .toSorted((one, other) => one.p - other.p)
    .map(({ p, x, percent }) => `${percentOf(p)}: ${percent ? percentOf(x) : numeral(x)}`);
  return new BeliefProblem(call.span, message, writeInstead(call.span, `quantiles(${parts.join(", ")})`));
}

/** percentOf(0.1) → "10%" */
function percentOf(share: number): string {
  return `${decimalText(String(Number((share * 100).toPrecision(12))))}%`;
}

function usages(family: Family): string {
  return family.signatures.map((signature) => usage(family, signature)).join(" or ");
}

function defaultsOf({ parameters }: Signature): Record<string, number> {
  return Object.fromEntries(
    parameters.flatMap(({ name, default: value }) => (value === undefined ? [] : [[name, value]])),
  );
}
