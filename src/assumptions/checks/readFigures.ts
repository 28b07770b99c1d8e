// The figures of a check: claims with their hedges, estimates by others, each unless the check or a setting gives a belief.
import { evaluateBelief } from "../../beliefs/evaluateBelief.ts";
import { nearest } from "../../beliefs/nearest.ts";
import { attempt, readField } from "../fields.ts";
import type { Problem } from "../problems.ts";
import type { Claim } from "../readClaims.ts";
import { entriesAt, pathText, textAt } from "../structure.ts";
import { isUnit } from "../units.ts";
import type { Path, YamlFile } from "../yaml.ts";
import type { CheckFigure } from "./check.ts";
import { claimBelief } from "./claimBelief.ts";
import { namesIn, type Relation } from "./expression.ts";

/** The file and what it is checked against. Readers add to `problems` and go on. */
export interface ChecksParseContext {
  yaml: YamlFile;
  claims: ReadonlyMap<string, Claim>;
  estimates: ReadonlyMap<string, CheckFigure>;
  /** Beliefs set from outside the file, by figure. */
  settings: ReadonlyMap<string, string>;
  problems: Problem[];
}

/** The estimates of the file by name. */
export function readEstimates({
  yaml,
  claims,
  problems,
}: Pick<ChecksParseContext, "yaml" | "claims" | "problems">): Map<string, CheckFigure> {
  const estimates = new Map<string, CheckFigure>();
  for (const [name] of entriesAt(yaml.data, ["estimates"])) {
    const path = ["estimates", name];
    if (claims.has(name)) {
      problems.push({
        place: yaml.placeOfKey(path),
        path: "estimates",
        message: `"${name}" is a claim already`,
        hint: "choose another name",
      });
    }
    const unit = readUnit(yaml, [...path, "unit"], problems);
    const read = readField(yaml, [...path, "belief"], problems, (text) => ({
      belief: text.trim(),
      distribution: evaluateBelief(text),
    }));
    if (unit === undefined || !read) continue;
    estimates.set(name, { name, origin: "estimate", unit, ...read, stated: read.distribution.quantile(0.5) });
  }
  return estimates;
}

/** The unit at `path`; undefined where it is missing or, with a problem added, no unit. */
export function readUnit(yaml: YamlFile, path: Path, problems: Problem[]): string | undefined {
  const unit = textAt(yaml.data, path)?.trim();
  if (unit === undefined || isUnit(unit)) return unit;
  problems.push({
    place: yaml.placeOf(path),
    path: pathText(path.slice(0, -1)),
    message: `"${unit}" is no unit`,
    hint: "write as in USD/person/month",
  });
  return undefined;
}

/** The figures that the equation of a check names; `unknowns` are its other names. */
export function readFigures(
  context: ChecksParseContext,
  id: string,
  relation: Relation,
  unknowns: ReadonlySet<string>,
): CheckFigure[] {
  const { yaml, claims, estimates, problems } = context;
  const path = ["checks", id];
  const figures: CheckFigure[] = [];
  for (const [name, { start }] of namesIn(relation)) {
    const wrong = (message: string, hint?: string) => {
      const place = yaml.placeOf([...path, "equation"], start);
      problems.push({ place, path: pathText([...path, "equation"]), message, ...(hint && { hint }) });
    };
    if (unknowns.has(name)) continue;
    const claim = claims.get(name);
    const known = estimates.get(name);
    if (!claim && !known) {
      // An estimate that is there but wrong is reported already.
      if (entriesAt(yaml.data, ["estimates"]).some(([other]) => other === name)) continue;
      const names = [...claims.keys(), ...estimates.keys(), ...unknowns];
      wrong(`unknown claim "${name}"`, unknownHint(name, names));
      continue;
    }
    if (claim && (claim.value === undefined || claim.unit === undefined)) {
      wrong(`claim "${name}" has no figure`);
      continue;
    }
    const stated = known?.stated ?? claim!.value!;
    const unit = known?.unit ?? claim!.unit!;
    const own = known ?? claimAsFigure(claim as Claim & { value: number; unit: string });
    const figure = otherwise(context, id, name) ?? own;
    if (figure) figures.push({ name, origin: claim ? "claim" : "estimate", unit, stated, ...pick(figure) });
    else if (!isGiven(context, id, name)) {
      wrong(
        `the hedge "${claim!.hedge}" of claim "${name}" has no rule`,
        `say how it is read under beliefs:`,
      );
    }
  }
  reportUnused(context, id, figures);
  return figures;
}

function pick({ belief, distribution }: Pick<CheckFigure, "belief" | "distribution">) {
  return { belief, distribution };
}

function claimAsFigure(claim: Claim & { value: number }) {
  const belief = claimBelief(claim);
  return belief === undefined ? undefined : { belief, distribution: evaluateBelief(belief) };
}

function isGiven({ yaml, settings }: ChecksParseContext, id: string, name: string): boolean {
  return settings.has(name) || textAt(yaml.data, ["checks", id, "beliefs", name]) !== undefined;
}

/** The belief of a figure from a setting or the check itself, if one of them gives it. */
function otherwise({ yaml, settings, problems }: ChecksParseContext, id: string, name: string) {
  const read = (text: string) => ({ belief: text.trim(), distribution: evaluateBelief(text) });
  const setting = settings.get(name);
  const own = readField(yaml, ["checks", id, "beliefs", name], problems, read);
  return setting === undefined ? own : attempt(problems, `--set ${name}`, () => read(setting));
}

function reportUnused(
  { yaml, problems }: ChecksParseContext,
  id: string,
  figures: readonly CheckFigure[],
): void {
  const path = ["checks", id, "beliefs"];
  const names = figures.map(({ name }) => name);
  for (const [name] of entriesAt(yaml.data, path)) {
    if (names.includes(name)) continue;
    const near = nearest(name, names);
    const message = `the equation names no figure "${name}"`;
    const hint = near ? `did you mean "${near}"?` : undefined;
    problems.push({
      place: yaml.placeOfKey([...path, name]),
      path: pathText(path),
      message,
      ...(hint && { hint }),
    });
  }
}

function unknownHint(name: string, names: readonly string[]): string {
  if (name.includes("-") && name.split("-").every((part) => names.includes(part))) {
    return `a minus stands between blanks: ${name.replaceAll("-", " - ")}`;
  }
  const near = nearest(name, names);
  return near
    ? `did you mean "${near}"?`
    : "`sandtable claims` lists them; what nobody states goes under unknowns:";
}
