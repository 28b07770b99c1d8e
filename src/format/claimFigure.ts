// The figure of a claim as a reader sees it: with all the digits that the article gives, a share in percent.
import type { Claim } from "../assumptions/readClaims.ts";
import { shareUnit } from "../assumptions/units.ts";
import { unitWords } from "./numbers.ts";

/** "20,000 recruits/month", "50,000 to 100,000 USD", "15 %", "December 2025" as it is written; undefined where there is none. */
export function claimFigure({ value, to, date, unit = "" }: Claim): string | undefined {
  if (date !== undefined) return date;
  if (value === undefined) return undefined;
  const isShare = unit.trim() === shareUnit;
  const shown = (figure: number) =>
    // Binary dust of a product: 0.07 · 100 is 7.000000000000001.
    (isShare ? Number((figure * 100).toPrecision(15)) : figure).toLocaleString("en-US", {
      maximumFractionDigits: 20,
    });
  const ends = to === undefined ? shown(value) : `${shown(value)} to ${shown(to)}`;
  return [ends, isShare ? "%" : unitWords(unit)].filter(Boolean).join(" ");
}
