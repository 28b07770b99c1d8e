// What a level of a series is called, for people and in names of files and figures.

import type { Crossing } from "../analysis/findings.ts";
import type { Level } from "../assumptions/assumptions.ts";
import { formatNumber } from "./numbers.ts";

/** The config's own label, else made from the rest: "Change of strength so far below −100k soldiers". */
export function levelWords({ label, outputLabel, side, level, unit }: Crossing): string {
  return label ?? `${outputLabel} ${side} ${levelText(level, unit)}`;
}

/** A level as it was meant, without the digits of an estimate: "−100k soldiers". */
export function levelText(level: number, unit: string): string {
  return formatNumber(level, { unit, digits: 15 });
}

/** A name for files and references, of letters, digits, "-" and "_": "below-minus-100k", "above-1_5B". */
export function levelName({ side, level }: Pick<Level, "side" | "level">): string {
  const figure = formatNumber(Math.abs(level), { digits: 15 }).replaceAll(",", "");
  return `${side}-${level < 0 ? "minus-" : ""}${figure.replace(/[^\w]/g, "_")}`;
}
