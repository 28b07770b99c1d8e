// The base's assumptions of a config: belief, unit, and basis.

import { suggestion } from "../beliefs/nearest.ts";
import type { Assumption, Basis } from "./assumptions.ts";
import { evaluateInputBelief, unitMismatch } from "./evaluateInputBelief.ts";
import { optionalText, readField, report, reportField } from "./fields.ts";
import { describeInput } from "./input.ts";
import type { ParseContext } from "./parseContext.ts";
import { textAt, valueAt } from "./structure.ts";
import { conversionFactor } from "./units.ts";
import type { Path, Plain } from "./yaml.ts";

/** The assumptions by name in the order of the scenario's inputs; what cannot be read is left out and added to the problems. */
export function readAssumptions(context: ParseContext): Map<string, Assumption> {
  const assumptions = new Map<string, Assumption>();
  for (const name of Object.keys(context.scenario.inputs)) {
    const entry = valueAt(context.yaml.data, ["assumptions", name]);
    if (entry === undefined || typeof entry === "string" || Array.isArray(entry)) continue;
    const unit = declaredUnit(context, name, { reported: true });
    const basis = readBasis(context, name, entry);
    const belief = readBelief(context, name, ["assumptions", name, "belief"], unit);
    if (unit !== undefined && basis && belief) assumptions.set(name, { name, unit, basis, ...belief });
  }
  return assumptions;
}

/**
 * The belief at `path` about an input; undefined, with a problem added, where it cannot be read. With an unknown unit it is
 * still parsed for its own problems, but not checked against the input's bounds.
 */
export function readBelief(
  context: ParseContext,
  name: string,
  path: Path,
  unit: string | undefined,
): Pick<Assumption, "belief" | "distribution"> | undefined {
  const input = describeInput(name, unit === undefined ? "1" : context.scenario.inputs[name]!);
  return readField(context, path, (text) => ({
    belief: text.trim(),
    distribution: evaluateInputBelief(text, unit ?? "1", input, context.options),
  }));
}

/** The unit that an assumption is written in; undefined where it is missing or, with a problem where `reported`, does not convert. */
export function declaredUnit(
  context: ParseContext,
  name: string,
  { reported = false } = {},
): string | undefined {
  const path = ["assumptions", name, "unit"];
  const unit = textAt(context.yaml.data, path)?.trim();
  const { unit: wanted } = describeInput(name, context.scenario.inputs[name]!);
  if (unit === undefined || conversionFactor(unit, wanted) !== undefined) return unit;
  if (reported) reportField(context, path, unitMismatch(unit, wanted));
  return undefined;
}

function readBasis(context: ParseContext, name: string, entry: { [key: string]: Plain }): Basis | undefined {
  const { yaml, problems } = context;
  const path = ["assumptions", name];
  const { why } = optionalText(yaml, path, "why");
  const listed = Array.isArray(entry.claims) ? entry.claims : [];
  const before = problems.length;
  const ids = new Set<string>();
  for (const [i, id] of listed.entries()) {
    // What is no text, or empty, is reported already.
    if (typeof id !== "string" || id.trim() === "") continue;
    checkClaim(context, [...path, "claims", i], id, ids.has(id));
    ids.add(id);
  }
  if (problems.length > before || ![...ids].every((id) => context.claims.has(id))) return undefined;
  if (ids.size > 0) return { kind: "claims", ids: [...ids], ...(why !== undefined && { why }) };
  if (why !== undefined) return { kind: "judgement", why };
  // An empty or malformed field is reported already.
  if (Object.hasOwn(entry, "why") || listed.length > 0 || typeof entry.claims === "string") return undefined;
  const hint = "name the claims it stands on, or give the judgement in why";
  report(context, path, "names neither claims nor why", hint, yaml.placeOfKey(path));
  return undefined;
}

function checkClaim(context: ParseContext, path: Path, id: string, again: boolean): void {
  const { claims } = context;
  if (again) reportField(context, path, `claim "${id}" is named twice`);
  if (claims.has(id)) return;
  if (claims.size > 0) {
    reportField(context, path, `unknown claim "${id}"`, () => suggestion(id, claims.keys()));
    return;
  }
  // Reported once: it is not the names that are wrong.
  if (context.lacksClaims) return;
  context.lacksClaims = true;
  const hint = "they are read from scenarios/claims.yaml, which is missing or empty";
  reportField(context, path, "stands on claims, and there are none", hint);
}
