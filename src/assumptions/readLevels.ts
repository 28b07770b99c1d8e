// The levels of a config: values of a series whose first crossing is analysed.

import { nearest } from "../beliefs/nearest.ts";
import { readNumber } from "../beliefs/parseBelief.ts";
import type { Level } from "./assumptions.ts";
import { readField } from "./fields.ts";
import type { ParseContext } from "./parseContext.ts";
import { pathText, textAt, valueAt } from "./structure.ts";
import type { Path } from "./yaml.ts";

/** The levels of the config; those that cannot be read are left out and added to the problems. */
export function readLevels(context: ParseContext): Level[] {
  const { yaml, problems } = context;
  const list = valueAt(yaml.data, ["levels"]);
  if (!Array.isArray(list)) return [];
  const levels: Level[] = [];
  for (const i of list.keys()) {
    const path = ["levels", i];
    const output = readOutput(context, path);
    const side = readSide(context, path);
    if (output === undefined || side === undefined) continue;
    const level = readField(yaml, [...path, side], problems, readNumber);
    if (level === undefined) continue;
    if (levels.some((one) => one.output === output && one.side === side && one.level === level)) {
      problems.push({
        place: yaml.placeOf(path),
        path: pathText(path),
        message: "this level is there twice",
      });
      continue;
    }
    const label = textAt(yaml.data, [...path, "label"])?.trim();
    levels.push({ output, side, level, ...(label !== undefined && { label }) });
  }
  return levels;
}

/** The name of a series; any other name is reported with those there are. */
function readOutput({ yaml, scenario, problems }: ParseContext, path: Path): string | undefined {
  const name = textAt(yaml.data, [...path, "output"])?.trim();
  if (name === undefined) return undefined;
  const outputs = scenario.outputs ?? {};
  if (Object.hasOwn(outputs, name) && outputs[name]!.kind === "series") return name;
  const series = Object.keys(outputs).filter((output) => outputs[output]!.kind === "series");
  const near = nearest(name, series);
  const known = series.length > 0 ? `series are ${series.join(", ")}` : "the scenario has no series";
  problems.push({
    place: yaml.placeOf([...path, "output"]),
    path: pathText(path),
    message: Object.hasOwn(outputs, name)
      ? `output "${name}" is no series, only a series crosses a level in time`
      : `unknown output "${name}"`,
    hint: near === undefined || near === name ? known : `did you mean "${near}"?`,
  });
  return undefined;
}

function readSide({ yaml, problems }: ParseContext, path: Path): Level["side"] | undefined {
  const sides = (["below", "above"] as const).filter(
    (side) => valueAt(yaml.data, [...path, side]) !== undefined,
  );
  if (sides.length === 1) return sides[0];
  problems.push({
    place: yaml.placeOf(path),
    path: pathText(path),
    message: `has ${sides.length === 0 ? "neither below nor above" : "both below and above"}, one of them is wanted`,
    hint: "as in { output: balance, below: -100k }",
  });
  return undefined;
}
