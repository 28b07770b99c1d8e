// The figures of a check: claims with their hedges, estimates by others, each unless the check or a setting gives a belief.
import { evaluateBelief } from "../../beliefs/evaluateBelief.ts";
import { suggestion } from "../../beliefs/nearest.ts";
import {
  attempt,
  type FileContext,
  type Hint,
  readField,
  report,
  reportField,
  reportKey,
} from "../fields.ts";
import type { Claim } from "../readClaims.ts";
import { entriesAt, textAt, valueAt } from "../structure.ts";
import { isUnit } from "../units.ts";
import type { Path } from "../yaml.ts";
import type { CheckFigure } from "./check.ts";
import { claimBelief } from "./claimBelief.ts";
import { namesIn, type Relation } from "./expression.ts";

/** The file and what it is checked against. */
export interface ChecksParseContext extends FileContext {
  claims: ReadonlyMap<string, Claim>;
  estimates: ReadonlyMap<string, CheckFigure>;
  /** Beliefs set from outside the file, by figure. */
  settings: ReadonlyMap<string, string>;
}

/** The estimates of the file by name. */
export function readEstimates(
  context: FileContext & Pick<ChecksParseContext, "claims">,
): Map<string, CheckFigure> {
  const estimates = new Map<string, CheckFigure>();
  for (const [name] of entriesAt(context.yaml.data, ["estimates"])) {
    const path = ["estimates", name];
    if (context.claims.has(name))
      reportKey(context, path, `"${name}" is a claim already`, "choose another name");
    const unit = readUnit(context, [...path, "unit"]);
    const read = readField(context, [...path, "belief"], readBelief);
    if (unit === undefined || !read) continue;
    estimates.set(name, { name, origin: "estimate", unit, ...read, stated: read.distribution.quantile(0.5) });
  }
  return estimates;
}

/** The unit at `path`; undefined where it is missing or, with a problem added, no unit. */
export function readUnit(context: FileContext, path: Path): string | undefined {
  const unit = textAt(context.yaml.data, path)?.trim();
  if (unit === undefined || isUnit(unit)) return unit;
  reportField(context, path, `"${unit}" is no unit`, "write as in USD/person/month");
  return undefined;
}

function readBelief(text: string): Pick<CheckFigure, "belief" | "distribution"> {
  return { belief: text.trim(), distribution: evaluateBelief(text) };
}

/** The figures that the equation of a check names; `unknowns` are its other names. */
export function readFigures(
  context: ChecksParseContext,
  id: string,
  relation: Relation,
  unknowns: ReadonlySet<string>,
): CheckFigure[] {
  const { yaml, claims, estimates } = context;
  const path = ["checks", id, "equation"];
  const figures: CheckFigure[] = [];
  for (const [name, { start }] of namesIn(relation)) {
    const wrong = (message: string, hint?: Hint) =>
      report(context, path, message, hint, yaml.placeOf(path, start));
    if (unknowns.has(name)) continue;
    const claim = claims.get(name);
    const known = estimates.get(name);
    if (!claim && !known) {
      // An estimate that is there but wrong is reported already.
      if (valueAt(yaml.data, ["estimates", name]) !== undefined) continue;
      wrong(`unknown claim "${name}"`, () =>
        unknownHint(name, [...claims.keys(), ...estimates.keys(), ...unknowns]),
      );
      continue;
    }
    if (claim && (claim.value === undefined || claim.unit === undefined)) {
      wrong(`claim "${name}" has no figure`);
      continue;
    }
    const unit = known?.unit ?? claim!.unit!;
    const own = known ?? claimAsFigure(claim as Claim & { value: number; unit: string });
    const middle = claim?.to === undefined ? claim?.value : own?.distribution.quantile(0.5);
    const stated = known?.stated ?? middle!;
    const figure = otherwise(context, id, name) ?? own;
    if (figure) {
      const { belief, distribution } = figure;
      figures.push({ name, origin: claim ? "claim" : "estimate", unit, stated, belief, distribution });
    } else if (!isGiven(context, id, name)) {
      const message = `the hedge "${claim!.hedge}" of claim "${name}" has no rule`;
      wrong(message, "say how it is read under beliefs:");
    }
  }
  reportUnused(context, id, figures);
  return figures;
}

function claimAsFigure(claim: Claim & { value: number }) {
  const belief = claimBelief(claim);
  return belief === undefined ? undefined : readBelief(belief);
}

function isGiven({ yaml, settings }: ChecksParseContext, id: string, name: string): boolean {
  return settings.has(name) || textAt(yaml.data, ["checks", id, "beliefs", name]) !== undefined;
}

/** The belief of a figure from a setting or the check itself, if one of them gives it. */
function otherwise(context: ChecksParseContext, id: string, name: string) {
  const setting = context.settings.get(name);
  const own = readField(context, ["checks", id, "beliefs", name], readBelief);
  return setting === undefined ? own : attempt(context.problems, `--set ${name}`, () => readBelief(setting));
}

function reportUnused(context: ChecksParseContext, id: string, figures: readonly CheckFigure[]): void {
  const path = ["checks", id, "beliefs"];
  const names = figures.map(({ name }) => name);
  for (const [name] of entriesAt(context.yaml.data, path)) {
    if (names.includes(name)) continue;
    const message = `the equation names no figure "${name}"`;
    reportKey(context, [...path, name], message, () => suggestion(name, names));
  }
}

function unknownHint(name: string, names: readonly string[]): string {
  if (name.includes("-") && name.split("-").every((part) => names.includes(part))) {
    return `a minus stands between blanks: ${name.replaceAll("-", " - ")}`;
  }
  const elsewhere = "`sandtable claims` lists them; what nobody states goes under unknowns:";
  return suggestion(name, names) ?? elsewhere;
}
