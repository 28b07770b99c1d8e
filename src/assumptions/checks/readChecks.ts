// scenarios/checks.yaml: what must hold between the claims if all of them are right.

import { listNames, suggestion } from "../../beliefs/nearest.ts";
import { sortProblems } from "../fields.ts";
import { BadInput, type Problem } from "../problems.ts";
import type { Claim } from "../readClaims.ts";
import { splitSetting } from "../readSettings.ts";
import { entriesAt, structureProblems } from "../structure.ts";
import { readYaml } from "../yaml.ts";
import type { Check } from "./check.ts";
import { checksSchema } from "./checksSchema.ts";
import { readCheck } from "./readCheck.ts";
import { readEstimates } from "./readFigures.ts";

export type { Check } from "./check.ts";
export { checksJsonSchema } from "./checksSchema.ts";

/**
 * The checks in the order of the file; `set` holds settings "NAME=BELIEF".
 * @throws BadInput with all problems of the file and the settings
 */
export function readChecks(
  source: { text: string; file: string },
  claims: ReadonlyMap<string, Claim>,
  set: readonly string[] = [],
): Check[] {
  const yaml = readYaml(source);
  const problems: Problem[] = [...yaml.problems, ...structureProblems(checksSchema, yaml)];
  const settings = readSettings(set, problems);
  const estimates = readEstimates({ yaml, claims, problems });
  const context = { yaml, claims, estimates, settings, problems };
  const checks = entriesAt(yaml.data, ["checks"]).flatMap(([id]) => readCheck(context, id) ?? []);
  if (problems.length === 0) reportUnknownSettings(settings, checks, problems);
  if (problems.length > 0) throw new BadInput(sortProblems(unrepeated(problems)));
  return checks;
}

function readSettings(set: readonly string[], problems: Problem[]): Map<string, string> {
  const settings = new Map<string, string>();
  for (const setting of set) {
    const parts = splitSetting(setting, problems);
    if (!parts) continue;
    const { name, belief } = parts;
    if (settings.has(name)) problems.push({ path: `--set ${name}`, message: "is set twice" });
    else settings.set(name, belief);
  }
  return settings;
}

function reportUnknownSettings(
  settings: ReadonlyMap<string, string>,
  checks: readonly Check[],
  problems: Problem[],
): void {
  const names = new Set(checks.flatMap(({ figures }) => figures.map(({ name }) => name)));
  for (const name of settings.keys()) {
    if (names.has(name)) continue;
    const hint = suggestion(name, names) ?? `known are ${listNames([...names])}`;
    problems.push({ path: "--set", message: `no check has a figure "${name}"`, hint });
  }
}

/** A wrong setting is wrong in every check; it is reported once. */
function unrepeated(problems: readonly Problem[]): Problem[] {
  const reported = new Set<string>();
  return problems.filter((problem) => {
    const { place, path, message } = problem;
    const key = JSON.stringify([place, path, message]);
    return !reported.has(key) && reported.add(key);
  });
}
