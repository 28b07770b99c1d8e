// What is doubtful about scenarios as one world, for a person at a terminal.

import { tableLines } from "../format/tables/tableText.ts";
import { differencesTable } from "../format/together/worldTables.ts";
import type { WorldCheck } from "../node/project/checkWorld.ts";

/** A line for each warning. */
export function worldWarnings({ computedTwice, unusedCommon }: WorldCheck): string[] {
  return [
    ...computedTwice.map(({ quantities: [one, other], same }) => {
      const [a, b] = [one, other].map(({ scenario, output }) => `${scenario}.${output}`);
      const what = same === "label" ? `both are “${one.label}”` : `both are called "${one.output}"`;
      const hint = `take it in one by { from: "${a}" } or { from: "${b}" }, or tell them apart by their ${same}s`;
      return `${a} and ${b}: ${what}, in the same unit; a quantity is computed in one scenario (${hint})`;
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
