// A condition on futures in words: "“Good and demanded” (market)".
import type { Comparator } from "../../analysis/together/condition.ts";
import type { Futures, ReferredPart } from "../../analysis/together/futures.ts";
import { formatNumber, readsAsShare } from "../numbers.ts";

const comparatorWords: Readonly<Record<Comparator, string>> = {
  ">": "above",
  ">=": "at or above",
  "<": "below",
  "<=": "at or below",
  "=": "at",
};

/** The parts of a condition as a reader says them: "“In all” above 40 t (field) and not “A good year” (field)". */
export function conditionWords({ parts }: Pick<Futures, "parts">): string {
  return parts.map(partWords).join(" and ");
}

function partWords({ label, scenario, unit, isNegated, isEver, limit }: ReferredPart): string {
  const what = limit ? `“${label}” ${isEver ? "ever " : ""}${limitWords(limit, unit)}` : `“${label}”`;
  const whose = scenario === undefined ? "" : ` (${scenario})`;
  return `${isNegated ? "not " : ""}${what}${whose}`;
}

function limitWords({ comparator, value }: NonNullable<ReferredPart["limit"]>, unit: string): string {
  const percent = readsAsShare(unit, [value]);
  return `${comparatorWords[comparator]} ${formatNumber(value, { unit, percent, digits: 15 })}`;
}
