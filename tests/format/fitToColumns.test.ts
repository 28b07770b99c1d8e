// What is printed fits a terminal: right answers by hand, and the README's own output at every width.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { displayWidth } from "../../src/format/displayWidth.ts";
import { fitToColumns } from "../../src/format/fitToColumns.ts";
import { tableLines } from "../../src/format/tables/tableText.ts";

test("wide signs take two columns, marks none, a family of emoji is one sign (right answers)", () => {
  expect(displayWidth("abc")).toBe(3);
  expect(displayWidth("排放")).toBe(4);
  expect(displayWidth("e\u0301")).toBe(1);
  expect(displayWidth("🙂")).toBe(2);
  expect(displayWidth("👩‍👩‍👧")).toBe(2);
  expect(displayWidth("한국")).toBe(4);
});

test("a table with wide signs has its figures under each other", () => {
  const lines = tableLines({
    columns: ["", "median"],
    rows: [
      ["年排放量 🙂", "1.5"],
      ["Output", "22"],
    ],
  });
  expect(new Set(lines.map(displayWidth))).toEqual(new Set([19]));
});

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const output = /```console\n\$ npm run --silent sandtable -- run payments[^\n]*\n([^`]*)```/.exec(
  readme,
)![1]!;

test.each([60, 72, 80, 99])("the README's run fits %d columns, with all its words", (columns) => {
  const fitted = fitToColumns(output, columns);
  for (const line of fitted.split("\n")) {
    if (line.trim().includes(" ")) expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
  }
  const words = (text: string) => text.split(/\s+/).sort();
  expect(words(fitted)).toEqual(words(output));
});

test("a terminal that is wide enough changes nothing", () => {
  expect(fitToColumns(output, 100)).toBe(output);
});
