// The base's assumptions of a config: belief, unit, and basis; its own, common ones, and those that follow from others.

import { suggestion } from "../beliefs/nearest.ts";
import type { Assumption, Basis } from "./assumptions.ts";
import { checkDerivedUnit, type DerivedAssumption, type Parent, parentNames } from "./derived.ts";
import { evaluateInputBelief, prefixHint, unitMismatch } from "./evaluateInputBelief.ts";
import { optionalText, readField, report, reportField, reportKey } from "./fields.ts";
import { describeInput, type Input, isLinked } from "./input.ts";
import { ownValue } from "./ownValue.ts";
import type { ParseContext } from "./parseContext.ts";
import { textAt, valueAt } from "./structure.ts";
import { conversionFactor, isUnit } from "./units.ts";
import type { Path, Plain } from "./yaml.ts";

/** The base, by name: assumptions with a belief, and those that follow from them, each after those that it follows from. */
export interface BaseAssumptions {
  base: Map<string, Assumption>;
  derived: Map<string, DerivedAssumption>;
}

/**
 * The assumptions in the order of the scenario's inputs, then common ones that others follow from; what cannot be read is
 * left out and added to the problems.
 */
export function readAssumptions(context: ParseContext): BaseAssumptions {
  const reader = new BaseReader(context);
  for (const name of Object.keys(context.scenario.inputs)) reader.read(name, []);
  return reader.found;
}

class BaseReader {
  readonly found: BaseAssumptions = { base: new Map(), derived: new Map() };
  private readonly context: ParseContext;
  private readonly begun = new Set<string>();

  constructor(context: ParseContext) {
    this.context = context;
  }

  /** @param behind those that follow from it, the last first */
  read(name: string, behind: readonly string[]): void {
    if (this.begun.has(name)) return;
    this.begun.add(name);
    const { context } = this;
    const home = homeOf(context, name);
    checkHome(context, name);
    const entry = valueAt(home.yaml.data, ["assumptions", name]);
    if (entry === undefined || typeof entry === "string" || Array.isArray(entry)) return;
    if (isLinked(ownValue(context.scenario.inputs, name) ?? "")) return;
    if (Object.hasOwn(entry, "is")) this.readDerived(name, entry, behind);
    else this.readBelieved(name, entry);
  }

  private readBelieved(name: string, entry: { [key: string]: Plain }): void {
    const { context } = this;
    const home = homeOf(context, name);
    const path = ["assumptions", name];
    if (!Object.hasOwn(entry, "belief"))
      report(home, path, "belief is missing", undefined, home.yaml.placeOfKey(path));
    const unit = declaredUnit(context, name, { reported: true });
    const basis = readBasis(home, name, entry);
    const belief = readBelief(home, [...path, "belief"], unit, inputOf(context, name));
    if (unit === undefined || !basis || !belief) return;
    this.found.base.set(name, { name, unit, basis, ...belief, ...elsewhere(context, name) });
  }

  private readDerived(name: string, entry: { [key: string]: Plain }, behind: readonly string[]): void {
    const { context } = this;
    const home = homeOf(context, name);
    const path = ["assumptions", name];
    for (const key of ["belief", "claims"]) {
      if (Object.hasOwn(entry, key))
        reportField(
          home,
          [...path, key],
          `is and ${key} stand together`,
          "what is derived stands on what it follows from",
        );
    }
    const before = context.problems.length;
    const unit = declaredUnit(context, name, { reported: true });
    const names = readField(home, [...path, "is"], parentNames) ?? [];
    const known = knownNames(home, context);
    const wrong = (message: string, hint?: string) => reportField(home, [...path, "is"], message, hint);
    for (const parent of names) {
      if (parent === name || behind.includes(parent))
        wrong(`refers to itself: ${[...behind.slice(behind.indexOf(parent)), name, parent].join(" → ")}`);
      else if (!known.includes(parent))
        wrong(`unknown assumption "${parent}"`, suggestion(parent, known) ?? "it takes own and common names");
      else this.read(parent, [...behind, name]);
    }
    if (context.problems.length > before || unit === undefined) return;
    const parents = Object.fromEntries(names.map((parent) => [parent, this.parent(parent)]));
    // What cannot be read is reported already.
    if (Object.values(parents).some((parent) => parent === undefined)) return;
    const units = new Map(Object.entries(parents).map(([parent, one]) => [parent, one!.unit]));
    const is = readField(home, [...path, "is"], (text) => {
      checkDerivedUnit(text, unit, units);
      return text.trim();
    });
    if (is === undefined) return;
    const { why } = optionalText(home.yaml, path, "why");
    const { origin } = elsewhere(context, name);
    const { label } = describeInput(name, inputOf(context, name));
    const input = { ...inputOf(context, name), label };
    this.found.derived.set(name, {
      name,
      is,
      unit,
      input,
      parents: parents as Record<string, Parent>,
      ...(why !== undefined && { why }),
      ...(origin !== undefined && { origin }),
    });
  }

  private parent(name: string): Parent | undefined {
    const { base, derived } = this.found;
    const assumption = base.get(name);
    const input = assumption ? (assumption.input ?? inputOf(this.context, name)) : derived.get(name)?.input;
    return input && { name, unit: input.unit };
  }
}

/** The file that an assumption stands in: the scenario's own, or common.yaml where that has none of this name. */
function homeOf(context: ParseContext, name: string): ParseContext {
  const { common } = context.world;
  const isOwn = valueAt(context.yaml.data, ["assumptions", name]) !== undefined;
  return isOwn || !common?.names.includes(name) ? context : { ...context, yaml: common.yaml };
}

/** What an assumption of the scenario's run is about: the input of this name, or a common assumption in its own unit. */
export function inputOf(context: ParseContext, name: string): Required<Input> {
  const declared = ownValue(context.scenario.inputs, name);
  if (declared !== undefined) return describeInput(name, declared);
  const unit = textAt(homeOf(context, name).yaml.data, ["assumptions", name, "unit"])?.trim();
  return describeInput(name, unit !== undefined && isUnit(unit) ? unit : "1");
}

/** How an assumption is told from the scenario's own. */
function elsewhere(context: ParseContext, name: string): Pick<Assumption, "origin" | "input"> {
  const isCommon = homeOf(context, name) !== context;
  const isInput = Object.hasOwn(context.scenario.inputs, name);
  return { ...(isCommon && { origin: "common" }), ...(!isInput && { input: inputOf(context, name) }) };
}

/** Own names, and common ones; in common.yaml these alone. */
function knownNames(home: ParseContext, context: ParseContext): string[] {
  const { inputs } = context.scenario;
  const own = Object.keys(inputs).filter((name) => !isLinked(inputs[name]!));
  const common = context.world.common?.names ?? [];
  return home === context ? [...new Set([...own, ...common])] : [...common];
}

/** What stands in both files says why; what is taken from another scenario stands in neither. */
function checkHome(context: ParseContext, name: string): void {
  const { yaml, scenario, world } = context;
  const path = ["assumptions", name];
  if (valueAt(yaml.data, path) === undefined) return;
  const declaration = ownValue(scenario.inputs, name);
  if (declaration !== undefined && isLinked(declaration)) {
    const hint = "take it out here; a variant or --set can put a belief in its place";
    reportKey(context, path, `"${name}" is taken from ${declaration.from}`, hint);
    return;
  }
  const isCommon = world.common?.names.includes(name) ?? false;
  const differs = textAt(yaml.data, [...path, "differs"]);
  if (isCommon && differs === undefined) {
    const hint = "take it out here, or say why it is believed otherwise, in differs:";
    reportKey(context, path, `"${name}" stands in common.yaml too`, hint);
  }
  if (!isCommon && differs !== undefined)
    reportField(context, [...path, "differs"], `common.yaml has no "${name}" that it could differ from`);
}

/**
 * The belief at `path` about an input; undefined, with a problem added, where it cannot be read. With an unknown unit it is
 * still parsed for its own problems, but not checked against the input's bounds.
 */
export function readBelief(
  context: ParseContext,
  path: Path,
  unit: string | undefined,
  input: Required<Input>,
): Pick<Assumption, "belief" | "distribution"> | undefined {
  const checked = unit === undefined ? describeInput("", "1") : input;
  return readField(context, path, (text) => ({
    belief: text.trim(),
    distribution: evaluateInputBelief(text, unit ?? "1", checked, context.options),
  }));
}

/** The unit that an assumption is written in; undefined where it is missing or, with a problem where `reported`, does not convert. */
export function declaredUnit(
  context: ParseContext,
  name: string,
  { reported = false } = {},
): string | undefined {
  const path = ["assumptions", name, "unit"];
  const home = homeOf(context, name);
  const unit = textAt(home.yaml.data, path)?.trim();
  const { unit: wanted } = inputOf(context, name);
  if (unit === undefined || conversionFactor(unit, wanted) !== undefined) return unit;
  // In a file that no scenario reads, a unit can only be none at all.
  const message = unit === wanted ? `"${unit}" is no unit` : unitMismatch(unit, wanted);
  if (reported) reportField(home, path, message, prefixHint(unit, wanted));
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
