// One outcome of all variants as a table: its bands, or its chance.
import { unitWords } from "../format/numbers.ts";
import { outputReadsAsShare } from "../format/outputReadsAsShare.ts";
import { probabilityWords } from "../format/probabilityWords.ts";
import type { Table } from "../format/tables/table.ts";
import { bandNames } from "../simulation/statistics/estimate.ts";
import { bandTitle, chartFigureCell, shareCell } from "./chartTable.ts";
import type { Subject } from "./defineChart.ts";
import { summaryIn, summaryOf } from "./selectors.ts";

/** A row a variant of a scalar or an event; undefined for what has steps. */
export function outcomeTable({ findings: { variants }, output }: Subject): Table | undefined {
  const first = variants[0]!;
  if (summaryIn(first, output, "chance", "single")) {
    const rows = variants.map((variant) => {
      const { probability } = summaryOf(variant, output, "chance", "single");
      return [variant.title, shareCell(probability.value, probability.error), probabilityWords(probability)];
    });
    return { columns: ["Variant", "Chance", "In words"], rows };
  }
  const summary = summaryIn(first, output, "number", "single");
  if (!summary) return undefined;
  const percent = outputReadsAsShare(variants, output);
  const rows = variants.map((variant) => {
    const one = summaryOf(variant, output, "number", "single");
    return [variant.title, ...bandNames.map((band) => chartFigureCell(one[band], percent, one.unit))];
  });
  return { unit: unitWords(summary.unit), columns: ["Variant", ...bandNames.map(bandTitle)], rows };
}
