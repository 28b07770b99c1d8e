// The assumptions set from outside the file: `--set "price=11k to 40k"`.

import { listNames, suggestion } from "../beliefs/nearest.ts";
import type { Assumption } from "./assumptions.ts";
import { evaluateInputBelief } from "./evaluateInputBelief.ts";
import { attempt } from "./fields.ts";
import { describeInput } from "./input.ts";
import type { ParseContext } from "./parseContext.ts";
import type { Problem } from "./problems.ts";
import { declaredUnit } from "./readAssumptions.ts";

/** The parts of "NAME=BELIEF"; undefined, with a problem added, where there is no equals sign. */
export function splitSetting(
  setting: string,
  problems: Problem[],
): { name: string; belief: string } | undefined {
  const equals = setting.indexOf("=");
  if (equals >= 0) return { name: setting.slice(0, equals).trim(), belief: setting.slice(equals + 1).trim() };
  const hint = 'as in "price=11k to 40k"';
  problems.push({ path: `--set ${setting}`, message: "a setting is NAME=BELIEF", hint });
  return undefined;
}

/** The assumptions that are set, by name. Their basis is a judgement, no longer the claims of the file. */
export function readSettings(
  context: ParseContext,
  base: ReadonlyMap<string, Assumption>,
  settings: readonly string[],
): Map<string, Assumption> {
  const { scenario, problems, options } = context;
  const names = Object.keys(scenario.inputs);
  const read = new Map<string, Assumption>();
  const seen = new Set<string>();
  for (const setting of settings) {
    const parts = splitSetting(setting, problems);
    if (!parts) continue;
    const { name, belief } = parts;
    if (!names.includes(name)) {
      const hint = suggestion(name, names) ?? `known are ${listNames(names)}`;
      problems.push({ path: "--set", message: `unknown assumption "${name}"`, hint });
      continue;
    }
    if (seen.has(name)) problems.push({ path: `--set ${name}`, message: "is set twice" });
    seen.add(name);
    const unit = declaredUnit(context, name);
    if (unit === undefined) continue;
    const input = describeInput(name, scenario.inputs[name]!);
    const distribution = attempt(problems, `--set ${name}`, () =>
      evaluateInputBelief(belief, unit, input, options),
    );
    const assumption = base.get(name);
    if (!distribution || !assumption) continue;
    const basis = { kind: "judgement", why: "Set for this run" } as const;
    read.set(name, { ...assumption, belief, distribution, basis });
  }
  return read;
}
