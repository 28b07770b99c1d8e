// All figures as a table for other programs: one estimate a row, with all their digits.

import type { Findings, OutputSummary } from "../../analysis/findings.ts";
import { hasProbability, hasSteps } from "../../analysis/summaries.ts";
import type { Estimate, Estimates } from "../../simulation/statistics/estimate.ts";

type Row = readonly (string | number)[];

/** CSV (RFC 4180) with a heading: variant, output, unit, step, statistic, value, error. Series have a row for each step. */
export function figuresCsv({ variants }: Findings): string {
  const rows: Row[] = [["variant", "output", "unit", "step", "statistic", "value", "error"]];
  for (const variant of variants) {
    for (const [output, summary] of Object.entries(variant.outputs)) {
      const unit = "unit" in summary ? summary.unit : "1";
      for (const [step, statistic, value, error] of figuresOf(summary)) {
        rows.push([variant.name, output, unit, step, statistic, value, error]);
      }
    }
  }
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

const statistics = ["mean", "sd", "p5", "p25", "p50", "p75", "p95"] as const;

type Figure = readonly [step: number | "", statistic: string, value: number, error: number];

function figuresOf(summary: OutputSummary): Figure[] {
  const steps = hasSteps(summary) ? summary.steps : ([""] as const);
  const rowsOf = (name: string, figure: Estimate | Estimates): Figure[] => {
    const [values, errors] = [[figure.value].flat(), [figure.error].flat()];
    return values.map((value, i) => [steps[i]!, name, value, errors[i]!]);
  };
  if (hasProbability(summary)) return rowsOf("probability", summary.probability);
  const never = "never" in summary && summary.never ? rowsOf("never", summary.never) : [];
  return [...never, ...statistics.flatMap((name) => rowsOf(name, summary[name]))];
}

/** Quoted where needed. A text that a spreadsheet would take for a formula gets an apostrophe in front. */
function cell(value: string | number): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
