// The rank correlations of a config, and whether a correlation matrix with all of them exists.

import { BeliefProblem } from "../beliefs/beliefProblem.ts";
import { listNames, suggestion } from "../beliefs/nearest.ts";
import { readNumber } from "../beliefs/parseBelief.ts";
import type { Assumption } from "./assumptions.ts";
import { impossibleCorrelations, missingPairs } from "./correlation.ts";
import { type Hint, readField, report, reportField } from "./fields.ts";
import { isLinked } from "./input.ts";
import type { ParseContext } from "./parseContext.ts";
import type { Correlation } from "./samplingPlan.ts";
import { textAt, valueAt } from "./structure.ts";
import type { Path } from "./yaml.ts";

/** The correlations of the config; those that cannot be read are left out and added to the problems. */
export function readCorrelations(
  context: ParseContext,
  base: ReadonlyMap<string, Assumption>,
): Correlation[] {
  const { yaml } = context;
  const list = valueAt(yaml.data, ["correlations"]);
  if (!Array.isArray(list)) return [];
  const { common } = context.world;
  const correlations: Correlation[] = [];
  const pairs = new Set<string>();
  for (const i of list.keys()) {
    const path = ["correlations", i];
    const rank = readField(context, [...path, "rank"], readRank, path);
    const between = readPair(context, base, [...path, "between"]);
    if (rank === undefined || !between) continue;
    const pair = JSON.stringify(between.toSorted());
    if (pairs.has(pair)) {
      reportField(context, [...path, "between"], `${between.join(" and ")} are correlated twice`);
      continue;
    }
    pairs.add(pair);
    if (between.every((name) => common?.names.includes(name))) {
      reportField(
        context,
        [...path, "between"],
        `${between.join(" and ")} are common assumptions`,
        "correlate them in common.yaml",
      );
      continue;
    }
    correlations.push({ between, rank });
  }
  reportImpossible(context, [...(common?.correlations ?? []), ...correlations]);
  return correlations;
}

/** No matrix is looked through for more missing pairs than anybody would give. */
const maxInputs = 12;

function reportImpossible(context: ParseContext, all: readonly Correlation[]): void {
  const { yaml } = context;
  const impossible = impossibleCorrelations(all);
  if (!impossible) return;
  const place = yaml.placeOfKey(["correlations"]);
  const isSmall = new Set(all.flatMap(({ between }) => between)).size <= maxInputs;
  const [missing] = isSmall ? missingPairs(all) : [];
  if (missing) {
    const { between, low, high } = missing;
    const [one, other] = between;
    const message = `${one} and ${other} are not correlated here, which the other ranks do not allow`;
    const rank = Math.round(((low + high) / 2) * 100) / 100;
    const hint = `their rank can be ${low === high ? low : `${low} to ${high}`}: write as in { between: [${one}, ${other}], rank: ${rank} }`;
    report(context, ["correlations"], message, hint, place);
    return;
  }
  const message = "no beliefs can be correlated like this, the ranks contradict each other";
  report(
    context,
    ["correlations"],
    message,
    `all ranks multiplied by ${impossible.shrinkTo} would fit`,
    place,
  );
}

function readRank(text: string): number {
  const rank = readNumber(text);
  if (Math.abs(rank) > 1)
    throw new BeliefProblem({ start: 0, end: text.length }, `rank is ${text}, it must be -1 to 1`);
  return rank;
}

/** Two different inputs, both uncertain in the file: what is certain correlates with nothing. */
function readPair(
  context: ParseContext,
  base: ReadonlyMap<string, Assumption>,
  path: Path,
): [string, string] | undefined {
  const { yaml, scenario, problems } = context;
  const [one, other] = [0, 1].map((i) => textAt(yaml.data, [...path, i])?.trim());
  if (one === undefined || other === undefined) return undefined;
  const { inputs } = scenario;
  const own = Object.keys(inputs).filter((name) => !isLinked(inputs[name]!));
  const known = [...new Set([...own, ...(context.world.common?.names ?? [])])];
  const before = problems.length;
  for (const [i, name] of [one, other].entries()) {
    const wrong = (message: string, hint?: Hint) => reportField(context, [...path, i], message, hint);
    if (!known.includes(name)) {
      wrong(`unknown assumption "${name}"`, () => suggestion(name, known) ?? `known are ${listNames(known)}`);
      continue;
    }
    const [low, high] = base.get(name)?.distribution.support ?? [0, 1];
    if (low === high) wrong(`"${name}" is certain, it correlates with nothing`);
  }
  if (one === other) reportField(context, [...path, 1], `"${one}" is named twice`);
  return problems.length > before ? undefined : [one, other];
}
