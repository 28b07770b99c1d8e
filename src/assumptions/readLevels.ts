// The levels of a config: values of a series whose first crossing is analysed.

import { listNames, suggestion } from "../beliefs/nearest.ts";
import { readNumber } from "../beliefs/parseBelief.ts";
import type { Level } from "./assumptions.ts";
import { optionalText, readField, report, reportField } from "./fields.ts";
import type { ParseContext } from "./parseContext.ts";
import { valueAt } from "./structure.ts";
import type { Path } from "./yaml.ts";

/** The levels of the config; those that cannot be read are left out and added to the problems. */
export function readLevels(context: ParseContext): Level[] {
  const { yaml } = context;
  const list = valueAt(yaml.data, ["levels"]);
  if (!Array.isArray(list)) return [];
  const levels: Level[] = [];
  const seen = new Set<string>();
  for (const i of list.keys()) {
    const path = ["levels", i];
    const output = readOutput(context, path);
    const side = readSide(context, path);
    if (output === undefined || side === undefined) continue;
    const level = readField(context, [...path, side], readNumber);
    if (level === undefined) continue;
    const key = JSON.stringify([output, side, level]);
    if (seen.has(key)) {
      report(context, path, "this level is there twice");
      continue;
    }
    seen.add(key);
    levels.push({ output, side, level, ...optionalText(yaml, path, "label") });
  }
  return levels;
}

/** The name of a series; any other name is reported with those there are. */
function readOutput(context: ParseContext, path: Path): string | undefined {
  const { output: name } = optionalText(context.yaml, path, "output");
  if (name === undefined) return undefined;
  const outputs = context.scenario.outputs ?? {};
  if (Object.hasOwn(outputs, name) && outputs[name]!.kind === "series") return name;
  const series = Object.keys(outputs).filter((output) => outputs[output]!.kind === "series");
  const known = series.length > 0 ? `series are ${listNames(series)}` : "the scenario has no series";
  const message = Object.hasOwn(outputs, name)
    ? `output "${name}" is no series, only a series crosses a level in time`
    : `unknown output "${name}"`;
  reportField(context, [...path, "output"], message, () => suggestion(name, series) ?? known);
  return undefined;
}

function readSide(context: ParseContext, path: Path): Level["side"] | undefined {
  const sides = (["below", "above"] as const).filter(
    (side) => valueAt(context.yaml.data, [...path, side]) !== undefined,
  );
  if (sides.length === 1) return sides[0];
  const found = sides.length === 0 ? "neither below nor above" : "both below and above";
  report(context, path, `has ${found}, one of them is wanted`, "as in { output: balance, below: -100k }");
  return undefined;
}
