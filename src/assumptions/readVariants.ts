// The variants of a config: named what-ifs that set some assumptions otherwise.
import type { Assumption } from "./assumptions.ts";
import { optionalText, reportField, reportKey } from "./fields.ts";
import { labelOf } from "./input.ts";
import type { ParseContext } from "./parseContext.ts";
import { readBelief } from "./readAssumptions.ts";
import { type Settable, settled } from "./settable.ts";
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
export function readVariants(context: ParseContext, known: ReadonlyMap<string, Settable>): WhatIf[] {
  const { yaml } = context;
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
    const { why } = optionalText(yaml, path, "why");
    for (const [input] of entries) {
      const settable = known.get(input);
      if (!settable) continue;
      const belief = readBelief(context, [...setPath, input], settable.unit, settable.input);
      // Of an assumption whose base could not be read there is nothing to set.
      if (belief && settable.unit !== undefined)
        set.set(input, settled(input, settable, belief, why ?? "Set for this what-if"));
    }
    const { title = labelOf(name) } = optionalText(yaml, path, "title");
    return { name, title, ...(why !== undefined && { why }), set };
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
