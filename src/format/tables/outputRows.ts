// An output in all variants, a row each.
import { atEnd } from "../../analysis/atEnd.ts";
import type { Findings, VariantFindings } from "../../analysis/findings.ts";
import { outputFigures } from "../figures/outputFigures.ts";
import { outputReadsAsShare } from "../outputReadsAsShare.ts";
import { type CellFormat, figureCells } from "./cells.ts";
import type { TableRow } from "./table.ts";

/** The figures of a chance in a table. */
export const chanceColumns = ["probability", "words"] as const;

export interface OutputRowsOptions extends Omit<CellFormat, "percent"> {
  /** What a row begins with. */
  nameOf(variant: VariantFindings): string;
  /** The figures that a number has in the table, by their names in the catalogue; a chance has `chanceColumns`. */
  figures: readonly string[];
}

/** A row a variant, a series at its end. All are written in percent or none, so that they can be compared. */
export function outputRows(
  { variants }: Pick<Findings, "variants">,
  output: string,
  { nameOf, figures: names, ...format }: OutputRowsOptions,
): TableRow[] {
  const percent = outputReadsAsShare(variants, output);
  return variants.map((variant) => {
    const figures = outputFigures(atEnd(variant.outputs[output]!));
    const isChance = figures.below.has("probability");
    return [
      nameOf(variant),
      ...figureCells(figures, isChance ? chanceColumns : names, { ...format, percent }),
    ];
  });
}
