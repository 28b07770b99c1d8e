// Outputs of a notebook as plain text: at a terminal, and for whoever cannot show more.
import type { Chart } from "../../charts/chart.ts";
import type { Table } from "../../format/tables/table.ts";
import { tableLines } from "../../format/tables/tableText.ts";
import { visible } from "../../format/visible.ts";
import { type CellOutput, describeError } from "./cellOutput.ts";
import { controlTable } from "./livePanel.ts";

/** Prints what a notebook shows that is started as a plain program. */
export function printOutput(output: CellOutput): void {
  const out = output.kind === "text" ? process[output.stream] : process.stdout;
  out.write(`${visible(textOf(output).trimEnd())}\n\n`);
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

function tableText(table: Table): string {
  return [table.caption ?? "", ...tableLines(table, { align: "start" })].join("\n");
}
