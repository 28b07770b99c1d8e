// One outcome of all variants as a table: its bands, or its chance.
import { unitWords } from "../format/numbers.ts";
import { outputReadsAsShare } from "../format/outputReadsAsShare.ts";
import { probabilityWords } from "../format/probabilityWords.ts";
import { bandNames } from "../simulation/statistics/estimate.ts";
import { bandTitle, type ChartTable, figureCell, shareCell } from "./chartTable.ts";
import type { Subject } from "./defineChart.ts";

/** A row a variant of a scalar or an event; undefined for what has steps. */
export function outcomeTable({ findings: { variants }, output }: Subject): ChartTable | undefined {
  const first = variants[0]!.outputs[output];
  if (first?.kind === "event") {
    const rows = variants.flatMap(({ title, outputs }) => {
      const one = outputs[output]!;
      if (one.kind !== "event") return [];
      const { value, error } = one.probability;
      return [[title, shareCell(value, error), probabilityWords(one.probability)]];
    });
    return { head: ["Variant", "Chance", "In words"], rows };
  }
  if (first?.kind !== "scalar") return undefined;
  const percent = outputReadsAsShare(variants, output);
  const rows = variants.flatMap(({ title, outputs }) => {
    const one = outputs[output]!;
    if (one.kind !== "scalar") return [];
    return [[title, ...bandNames.map((band) => figureCell(one[band], percent, one.unit))]];
  });
  return { unit: unitWords(first.unit), head: ["Variant", ...bandNames.map(bandTitle)], rows };
}
