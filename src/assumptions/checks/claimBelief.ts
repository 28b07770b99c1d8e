// A claim as a belief: its figure with its hedge (beliefs/hedges.ts has the rules).

import { hedgeOf } from "../../beliefs/hedgePhrases.ts";
import { numeral } from "../../numeric/numeral.ts";
import type { Claim } from "../readClaims.ts";

/** The belief of a claim that has a figure; undefined where there is no rule for its hedge. */
export function claimBelief({
  value,
  to,
  hedge,
}: Pick<Claim, "hedge" | "to"> & { value: number }): string | undefined {
  if (to !== undefined) {
    const ends = [numeral(value), numeral(to)];
    return hedgeOf(hedge) === "between" ? `between ${ends.join(" and ")}` : ends.join(" to ");
  }
  if (/^(none|exactly)?$/i.test(hedge.trim())) return numeral(value);
  const word = hedgeOf(hedge);
  return word && `${word} ${numeral(value)}`;
}
