// Outputs of a notebook as plain text: at a terminal, and for whoever cannot show more.
import type { Chart } from "../../charts/chart.ts";
import { type CellOutput, describeError } from "./cellOutput.ts";
import { controlTable } from "./livePanel.ts";
import type { Table } from "./table.ts";

/** Prints what a notebook shows that is started as a plain program. */
export function printOutput(output: CellOutput): void {
  const out = output.kind === "text" ? process[output.stream] : process.stdout;
  out.write(`${textOf(output).trimEnd()}\n\n`);
}

/** An output in words. */
export function textOf(output: CellOutput): string {
  switch (output.kind) {
    case "markdown":
    case "text":
      return output.text;
    case "chart":
      return chartText(output.chart);
    case "panel": {
      const { answer, chart } = output.panel;
      return `${answer}\n\n${chartText(chart)}\n\n${tableText(controlTable(output.panel))}`;
    }
    case "table":
      return tableText(output.table);
    case "error":
      return describeError(output.error);
  }
}

function chartText({ title, description }: Chart): string {
  return `[${title}]\n${description}`;
}

/** Rows with columns apart; the caption first. */
function tableText({ caption, columns, rows }: Table): string {
  const all = [columns, ...rows];
  const widths = columns.map((_, k) => Math.max(...all.map((row) => row[k]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, k) => cell.padEnd(widths[k] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [caption, ...lines].join("\n");
}
