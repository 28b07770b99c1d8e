// What a cell of a notebook gives, in the order in which it gave it. Plain data, written out later.

import type { Chart } from "../../charts/chart.ts";
import type { Table } from "../../format/tables/table.ts";
import type { LivePanel } from "./livePanel.ts";

export type CellOutput =
  /** Prose with live figures, as Markdown. */
  | { kind: "markdown"; text: string }
  | { kind: "chart"; chart: Chart }
  | { kind: "panel"; panel: LivePanel }
  | { kind: "table"; table: Table }
  /** What was printed with `console`, or a value that was shown as it is. */
  | { kind: "text"; text: string; stream: "stdout" | "stderr" }
  | { kind: "error"; error: NotebookError };

/** Why a notebook stopped, and where in its own text. */
export interface NotebookError {
  /** "TypeError"; "Bad input" for words and files that the kit refused. */
  name: string;
  message: string;
  /** `notebooks/payments.ts:12:7`, from 1; absent where it came from outside the notebook's text. */
  place?: { file: string; line: number; column: number };
  /** The way through the notebook's own text, innermost first. */
  trace: readonly string[];
}

/** `notebooks/payments.ts:12:7: TypeError: …` */
export function describeError({ name, message, place }: NotebookError): string {
  const where = place ? `${place.file}:${place.line}:${place.column}: ` : "";
  return `${where}${name}: ${message}`;
}
