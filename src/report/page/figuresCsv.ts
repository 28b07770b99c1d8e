// All figures as a table for other programs: one estimate a row, with all their digits.
import type { Findings } from "../../analysis/findings.ts";
import { dateOfStep, isDated } from "../../assumptions/calendar/calendar.ts";
import { figureEstimates } from "../../format/figures/data.ts";
import { outputData } from "../../format/figures/outputData.ts";

type Row = readonly (string | number)[];

/**
 * CSV (RFC 4180) with a heading: variant, output, unit, step, statistic, value, error. Series have a row for each step,
 * with its first day as `date` behind it where the run has a start.
 */
export function figuresCsv({ variants, horizon }: Findings): string {
  const dated = isDated(horizon) ? horizon : undefined;
  const dateOf = (step: number | undefined) => dated && [step === undefined ? "" : dateOfStep(dated, step)];
  const date = dated ? ["date"] : [];
  const rows: Row[] = [["variant", "output", "unit", "step", ...date, "statistic", "value", "error"]];
  for (const variant of variants) {
    for (const [output, summary] of Object.entries(variant.outputs)) {
      const { unit = "1", steps = [], ...figures }: SummaryData = outputData(summary);
      for (const [statistic, figure] of Object.entries(figures)) {
        for (const [i, { value, error }] of figureEstimates(figure).entries()) {
          const step = steps[i];
          const when = [step ?? "", ...(dateOf(step) ?? [])];
          rows.push([variant.name, output, unit, ...when, statistic, value, error]);
        }
      }
    }
  }
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

type SummaryData = ReturnType<typeof outputData> & { unit?: string; steps?: number[] };

/** Quoted where needed. A text that a spreadsheet would take for a formula gets an apostrophe in front. */
function cell(value: string | number): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
