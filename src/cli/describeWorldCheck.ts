// What is doubtful about scenarios as one world, for a person at a terminal.

import { tableLines } from "../format/tables/tableText.ts";
import { differencesTable } from "../format/together/worldTables.ts";
import type { WorldCheck } from "../node/project/checkWorld.ts";

/** A line for each warning. */
export function worldWarnings({ computedTwice, unusedCommon }: WorldCheck): string[] {
  return [
    ...computedTwice.map(({ quantities, same }) => {
      const names = quantities.map(({ scenario, output }) => `${scenario}.${output}`);
      const { label, output } = quantities[0]!;
      const what = same === "label" ? `all are “${label}”` : `all are called "${output}"`;
      const others = quantities.length === 2 ? "the other takes" : "the others take";
      const hint = `${others} it by { from: "${names[0]}" }, or their ${same}s tell them apart`;
      return `${names.join(", ")}: ${what}, in the same unit; a quantity is computed in one scenario (${hint})`;
    }),
    ...unusedCommon.map(({ name, place: { file, line, column } }) => {
      return `${file}:${line}:${column}: assumptions.${name}: no scenario uses it`;
    }),
  ];
}

/** The named differences as a table; empty where there is none. No line end at the end. */
export function describeDifferences(check: WorldCheck): string {
  if (check.differences.length === 0) return "";
  const table = differencesTable(check);
  return [table.caption, ...tableLines(table, { indent: "  ", align: "start" })].join("\n");
}
