// The variants of a config: named what-ifs that set some assumptions otherwise.
import type { Assumption } from "./assumptions.ts";
import { optionalText, reportField, reportKey } from "./fields.ts";
import { labelOf } from "./input.ts";
import type { ParseContext } from "./parseContext.ts";
import { declaredUnit, readBelief } from "./readAssumptions.ts";
import { entriesAt, valueAt } from "./structure.ts";

/** A variant with those assumptions alone that it sets. */
export interface WhatIf {
  name: string;
  title: string;
  why?: string;
  set: ReadonlyMap<string, Assumption>;
}

// Names go into file names and onto command lines.
const namePattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** The variants in the order of the file; what cannot be read is left out and added to the problems. */
export function readVariants(context: ParseContext, base: ReadonlyMap<string, Assumption>): WhatIf[] {
  const { yaml, scenario } = context;
  return entriesAt(yaml.data, ["variants"]).map(([name]) => {
    const path = ["variants", name];
    const wrongName = nameProblem(name);
    if (wrongName) reportKey(context, path, wrongName.message, wrongName.hint);
    const setPath = [...path, "set"];
    const entries = entriesAt(yaml.data, setPath);
    const written = valueAt(yaml.data, setPath);
    if (typeof written === "object" && !Array.isArray(written) && entries.length === 0)
      reportField(context, setPath, "set is empty, the variant would be the base");
    const set = new Map<string, Assumption>();
    for (const [input] of entries) {
      if (!Object.hasOwn(scenario.inputs, input)) continue;
      const unit = declaredUnit(context, input);
      const belief = readBelief(context, input, [...setPath, input], unit);
      const assumption = base.get(input);
      if (belief && assumption) set.set(input, { ...assumption, ...belief });
    }
    const { title = labelOf(name) } = optionalText(yaml, path, "title");
    return { name, title, ...optionalText(yaml, path, "why"), set };
  });
}

function nameProblem(name: string): { message: string; hint: string } | undefined {
  if (name === "base")
    return { message: '"base" is the name of the assumptions as they stand', hint: "choose another name" };
  if (namePattern.test(name)) return undefined;
  return {
    message: `"${name}" is no name of a variant`,
    hint: "up to 64 letters, digits, hyphens and underscores",
  };
}
