// The base's assumptions of a config: belief, unit, and basis.

import { nearest } from "../beliefs/nearest.ts";
import type { Assumption, Basis } from "./assumptions.ts";
import { evaluateInputBelief, unitMismatch } from "./evaluateInputBelief.ts";
import { readField } from "./fields.ts";
import { describeInput } from "./input.ts";
import type { ParseContext } from "./parseContext.ts";
import { pathText, textAt, valueAt } from "./structure.ts";
import { conversionFactor } from "./units.ts";
import type { Path, Plain } from "./yaml.ts";

/** The assumptions by name in the order of the scenario's inputs; what cannot be read is left out and added to the problems. */
export function readAssumptions(context: ParseContext): Map<string, Assumption> {
  const assumptions = new Map<string, Assumption>();
  for (const name of Object.keys(context.scenario.inputs)) {
    const entry = valueAt(context.yaml.data, ["assumptions", name]);
    if (entry === undefined || typeof entry === "string" || Array.isArray(entry)) continue;
    checkUnit(context, name);
    const unit = declaredUnit(context, name);
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
  { yaml, scenario, problems, options }: ParseContext,
  name: string,
  path: Path,
  unit: string | undefined,
): Pick<Assumption, "belief" | "distribution"> | undefined {
  const input = describeInput(name, scenario.inputs[name]!);
  return readField(yaml, path, problems, (text) => ({
    belief: text.trim(),
    distribution:
      unit === undefined
        ? evaluateInputBelief(
            text,
            "1",
            { unit: "1", min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY },
            options,
          )
        : evaluateInputBelief(text, unit, input, options),
  }));
}

/** The unit that an assumption is written in; undefined where it is missing or does not convert. */
export function declaredUnit({ yaml, scenario }: ParseContext, name: string): string | undefined {
  const unit = textAt(yaml.data, ["assumptions", name, "unit"])?.trim();
  const { unit: wanted } = describeInput(name, scenario.inputs[name]!);
  return unit !== undefined && conversionFactor(unit, wanted) !== undefined ? unit : undefined;
}

function checkUnit({ yaml, scenario, problems }: ParseContext, name: string): void {
  const path = ["assumptions", name, "unit"];
  const unit = textAt(yaml.data, path)?.trim();
  const { unit: wanted } = describeInput(name, scenario.inputs[name]!);
  if (unit === undefined || conversionFactor(unit, wanted) !== undefined) return;
  problems.push({
    place: yaml.placeOf(path),
    path: pathText(path.slice(0, -1)),
    message: unitMismatch(unit, wanted),
  });
}

function readBasis(context: ParseContext, name: string, entry: { [key: string]: Plain }): Basis | undefined {
  const { yaml, problems } = context;
  const path = ["assumptions", name];
  const why = textAt(yaml.data, [...path, "why"])?.trim();
  const ids = Array.isArray(entry.claims) ? entry.claims.filter((id) => typeof id === "string") : [];
  const before = problems.length;
  for (const [i, id] of ids.entries()) checkClaim(context, [...path, "claims", i], id, ids.indexOf(id) < i);
  if (problems.length > before || !ids.every((id) => context.claims.has(id))) return undefined;
  if (ids.length > 0) return { kind: "claims", ids, ...(why !== undefined && { why }) };
  if (why !== undefined) return { kind: "judgement", why };
  // An empty or malformed field is reported already.
  if (Object.hasOwn(entry, "why") || typeof entry.claims === "string") return undefined;
  problems.push({
    place: yaml.placeOfKey(path),
    path: pathText(path),
    message: "names neither claims nor why",
    hint: "name the claims it stands on, or give the judgement in why",
  });
  return undefined;
}

function checkClaim({ yaml, claims, problems }: ParseContext, path: Path, id: string, again: boolean): void {
  const at = { place: yaml.placeOf(path), path: pathText(path.slice(0, -1)) };
  if (again) problems.push({ ...at, message: `claim "${id}" is named twice` });
  if (claims.has(id)) return;
  if (claims.size === 0) {
    // Reported once: it is not the names that are wrong.
    const hint = "they are read from scenarios/claims.yaml, which is missing or empty";
    if (!problems.some((problem) => problem.hint === hint))
      problems.push({ ...at, message: "stands on claims, and there are none", hint });
    return;
  }
  const near = nearest(id, claims.keys());
  problems.push({
    ...at,
    message: `unknown claim "${id}"`,
    ...(near !== undefined && { hint: `did you mean "${near}"?` }),
  });
}
