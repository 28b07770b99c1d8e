// A claim as a belief: its figure with its hedge (beliefs/hedges.ts has the rules).

import { hedgeOf } from "../../beliefs/hedgePhrases.ts";
import { numeral } from "../../numeric/numeral.ts";
import type { Claim } from "../readClaims.ts";

/** The belief of a claim that has a figure; undefined where there is no rule for its hedge. */
export function claimBelief({ value, hedge }: Pick<Claim, "hedge"> & { value: number }): string | undefined {
  if (/^(none|exactly)?$/i.test(hedge.trim())) return numeral(value);
  const word = hedgeOf(hedge);
  return word && `${word} ${numeral(value)}`;
}
