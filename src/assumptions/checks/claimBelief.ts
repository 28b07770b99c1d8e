// A claim as a belief: its figure, read as its hedge says (belief/hedges.ts has the rules).
import { numeral } from "../belief/otherShapes.ts";
import type { Claim } from "../claims.ts";

const words: readonly [hedge: RegExp, belief: string][] = [
  [/^(none|exactly)?$/i, ""],
  [/\b(about|around|approximately|roughly|nearly|almost|some|estimat\w*)\b/i, "about"],
  [/\b(up to|at most|no more than|as (many|high|much) as)\b/i, "up to"],
  [/\b(over|more than|above|at least|no fewer than)\b/i, "over"],
];

/** The belief of a claim that has a figure; undefined where its hedge is none of those that have a rule. */
export function claimBelief({ value, hedge }: Pick<Claim, "hedge"> & { value: number }): string | undefined {
  const read = words.find(([pattern]) => pattern.test(hedge.trim()));
  return read && `${read[1]} ${numeral(value)}`.trim();
}
