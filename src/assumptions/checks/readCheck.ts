// One check of checks.yaml, read against the claims.

import { BeliefProblem } from "../../beliefs/beliefProblem.ts";
import { evaluateBelief } from "../../beliefs/evaluateBelief.ts";
import { readNumber } from "../../beliefs/parseBelief.ts";
import { attempt, optionalText, readField, reportKey } from "../fields.ts";
import { labelOf } from "../input.ts";
import { entriesAt, pathText, textAt } from "../structure.ts";
import type { Check, CheckUnknown } from "./check.ts";
import { type Dimension, dimensionOf, dimensionText, sameDimension, times } from "./dimension.ts";
import { namesIn, parseRelation, type Relation } from "./expression.ts";
import { expressionDimension } from "./expressionDimension.ts";
import { degreeOf } from "./fraction.ts";
import { type ChecksParseContext, readFigures, readUnit } from "./readFigures.ts";

const usualWithin = 0.1;
const unknownPattern = /^\p{L}[\p{L}\p{N}_]*(-[\p{L}\p{N}_]+)*$/u;

/** The check; undefined, with its problems added, where it cannot be read. */
export function readCheck(context: ChecksParseContext, id: string): Check | undefined {
  const { yaml, problems } = context;
  const path = ["checks", id];
  const before = problems.length;
  const relation = readField(context, [...path, "equation"], parseRelation);
  const unit = readUnit(context, [...path, "unit"]);
  const names = new Set(entriesAt(yaml.data, [...path, "unknowns"]).map(([name]) => name));
  const unknowns = [...names].map((name) => readUnknown(context, id, name));
  const within = readField(context, [...path, "within"], readWithin) ?? usualWithin;
  if (!relation) return undefined;
  const figures = readFigures(context, id, relation, names);
  reportUnsolvable(context, id, relation, names);
  const read = unknowns.filter((unknown) => unknown !== undefined);
  if (problems.length > before || unit === undefined || read.length < unknowns.length) return undefined;

  const units = new Map([...figures, ...read].map((one) => [one.name, one.unit]));
  // A name that is missing here is an estimate whose own problems are reported already.
  if ([...namesIn(relation).keys()].some((name) => !units.has(name))) return undefined;
  const equationPath = [...path, "equation"];
  attempt(
    problems,
    pathText(equationPath),
    () => checkDimensions(relation, units, unit, [...names]),
    (offset) => yaml.placeOf(equationPath, offset),
  );
  return {
    id,
    title: labelOf(id),
    ...optionalText(yaml, path, "title"),
    equation: textAt(yaml.data, equationPath)!.trim(),
    relation,
    unit,
    within,
    figures,
    unknowns: read,
    ...optionalText(yaml, path, "why"),
    place: yaml.placeOf(equationPath),
  };
}

function readUnknown(context: ChecksParseContext, id: string, name: string): CheckUnknown | undefined {
  const { yaml, claims, estimates } = context;
  const path = ["checks", id, "unknowns", name];
  const wrongName =
    claims.has(name) || estimates.has(name)
      ? "is a figure already"
      : unknownPattern.test(name)
        ? undefined
        : "is no name";
  if (wrongName !== undefined) reportKey(context, path, `"${name}" ${wrongName}`, "choose another name");
  const unit = readUnit(context, [...path, "unit"]);
  const unstated = readField(context, [...path, "unstated"], readNumber);
  const belief = readField(context, [...path, "belief"], (text) => ({
    text: text.trim(),
    distribution: evaluateBelief(text),
  }));
  if (unit === undefined || unstated === undefined) return undefined;
  const { label = labelOf(name) } = optionalText(yaml, path, "label");
  return { name, label, unit, unstated, ...(belief && { belief }), ...optionalText(yaml, path, "why") };
}

function readWithin(text: string): number {
  const within = readNumber(text);
  if (within >= 0 && within < 1) return within;
  const whole = { start: 0, end: text.length };
  throw new BeliefProblem(whole, `within is ${text}, it must be from 0% to below 100%`);
}

/** An unknown must be in the equation, and so that there is one value that solves it. */
function reportUnsolvable(
  context: ChecksParseContext,
  id: string,
  relation: Relation,
  unknowns: ReadonlySet<string>,
): void {
  const used = namesIn(relation);
  for (const name of unknowns) {
    const path = ["checks", id, "unknowns", name];
    if (!used.has(name))
      reportKey(context, path, `"${name}" is not in the equation`, "take it out, or use it");
    else if (degreeOf(relation, name) !== 1) {
      const message = `the equation cannot be solved for "${name}" in one way`;
      reportKey(context, path, message, "write it so that it stands there once");
    }
  }
}

/**
 * Both sides must have the dimension of `unit`.
 * @throws BeliefProblem where they have not
 */
function checkDimensions(
  { left, right }: Relation,
  units: ReadonlyMap<string, string>,
  unit: string,
  unknowns: readonly string[],
): void {
  const [one, other] = [expressionDimension(left, units), expressionDimension(right, units)];
  const span = { start: left.span.start, end: right.span.end };
  if (!sameDimension(one, other)) {
    const message = `the left side is in ${dimensionText(one)}, the right side in ${dimensionText(other)}`;
    const hint = agreeingUnit({ left, right }, unknowns, units, times(one, other, -1));
    throw new BeliefProblem(span, message, hint);
  }
  if (sameDimension(one, dimensionOf(unit))) return;
  const message = `the sides are in ${dimensionText(one)}, unit is "${unit}"`;
  throw new BeliefProblem(span, message);
}

/** The unit of a single unknown with which both sides would agree; `apart` is the left side's dimension over the right's. */
function agreeingUnit(
  { left, right }: Pick<Relation, "left" | "right">,
  unknowns: readonly string[],
  units: ReadonlyMap<string, string>,
  apart: Dimension,
): string {
  const [name] = unknowns;
  if (name !== undefined && unknowns.length === 1) {
    for (const power of [1, -1] as const) {
      const unit = dimensionText(times(dimensionOf(units.get(name)!), apart, power));
      const changed = new Map([...units, [name, unit]]);
      if (sameDimension(expressionDimension(left, changed), expressionDimension(right, changed))) {
        return `with "${name}" in ${unit} they would agree`;
      }
    }
  }
  return "a number can carry a unit, as 12 [months]";
}
