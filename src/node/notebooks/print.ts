// Outputs of a notebook as plain text: at a terminal, and for whoever cannot show more.
import { describeError, type Output, type Table } from "./output.ts";

/** Prints what a notebook shows that is started as a plain program. */
export function printOutput(output: Output): void {
  const out = output.kind === "text" ? process[output.stream] : process.stdout;
  out.write(`${textOf(output).trimEnd()}\n\n`);
}

/** An output in words. */
export function textOf(output: Output): string {
  switch (output.kind) {
    case "markdown":
    case "text":
      return output.text;
    case "chart":
      return `[${output.chart.title}]\n${output.chart.description}`;
    case "table":
      return tableText(output.table);
    case "error":
      return describeError(output.error);
  }
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
