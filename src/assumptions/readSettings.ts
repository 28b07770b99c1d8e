// The assumptions set from outside the file: `--set "price=11k to 40k"`.

import { listNames, suggestion } from "../beliefs/nearest.ts";
import type { Assumption } from "./assumptions.ts";
import { evaluateInputBelief } from "./evaluateInputBelief.ts";
import { attempt } from "./fields.ts";
import type { ParseContext } from "./parseContext.ts";
import type { Problem } from "./problems.ts";
import { type Settable, settled } from "./settable.ts";
import { qualified } from "./upstream.ts";

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

/** What is set from outside, and what was meant for others. */
export interface OutsideSettings {
  /** By name. Their basis is a judgement, no longer the claims of the file. */
  set: Map<string, Assumption>;
  /** Names that the scenario does not use. */
  unused: string[];
}

/** The assumptions that are set. */
export function readSettings(
  { problems, options, world, scenario }: ParseContext,
  known: ReadonlyMap<string, Settable>,
  settings: readonly string[],
): OutsideSettings {
  const set = new Map<string, Assumption>();
  const unused: string[] = [];
  const seen = new Set<string>();
  for (const setting of settings) {
    const parts = splitSetting(setting, problems);
    if (!parts) continue;
    const { belief } = parts;
    const name = nameMeant(parts.name, scenario.name, known);
    const settable = known.get(name);
    if (!settable) {
      unused.push(name);
      if (!world.isOneOfSeveral) problems.push(unknownSetting(name, [...known.keys()]));
      continue;
    }
    if (seen.has(name)) problems.push({ path: `--set ${name}`, message: "is set twice" });
    seen.add(name);
    const { unit, input } = settable;
    if (unit === undefined) continue;
    const distribution = attempt(
      problems,
      `--set ${name}`,
      () => evaluateInputBelief(belief, unit, input, options),
      undefined,
      belief,
    );
    if (!distribution) continue;
    const why = "Set for this run";
    set.set(name, {
      ...settled(name, settable, { belief, distribution }, why),
      basis: { kind: "judgement", why },
    });
  }
  return { set, unused };
}

/**
 * The name in the run that a name means: as it stands, the scenario's own in full ("press.rent" in the press), or what only
 * one scenario upstream has ("yieldRate" in the press). So one setting changes the world of several scenarios alike.
 */
function nameMeant(written: string, scenario: string, known: ReadonlyMap<string, Settable>): string {
  if (known.has(written)) return written;
  const own = written.startsWith(qualified(scenario, "")) ? written.slice(scenario.length + 1) : undefined;
  if (own !== undefined && known.has(own)) return own;
  const upstream = [...known.keys()].filter((name) => name.endsWith(qualified("", written)));
  return upstream.length === 1 ? upstream[0]! : written;
}

/** A setting of a name that nothing has. */
export function unknownSetting(name: string, known: readonly string[]): Problem {
  const hint = suggestion(name, known) ?? `known are ${listNames(known)}`;
  return { path: "--set", message: `unknown assumption "${name}"`, hint };
}
