// A table has one shape; a terminal, a report, a notebook's page and plain text show the same of it.
import { describe, expect, test } from "vitest";
import { outputFigures } from "../../../src/format/figures/outputFigures.ts";
import { figureCell, figureCells } from "../../../src/format/tables/cells.ts";
import { outputRows } from "../../../src/format/tables/outputRows.ts";
import { cellText, type Table } from "../../../src/format/tables/table.ts";
import { tableLines } from "../../../src/format/tables/tableText.ts";
import { chartTableHtml, notebookTable, scrollTable } from "../../../src/report/html/tableHtml.ts";
import { eventOf, findingsOf, scalarOf } from "../../charts/findings.ts";

const table: Table = {
  caption: "Coins <b>",
  columns: ["", { head: "Median", unit: "USD" }, { head: "In words", align: "start" }],
  rows: [["Fair"], ["One throw", { text: "1.5" }, "unlikely"], ["Three throws", "12.25", "likely"]],
};

describe("a table (right answers by hand)", () => {
  test("is lines of text, digits under digits and words under words", () => {
    expect(tableLines(table)).toEqual([
      "              Median (USD)  In words",
      "Fair",
      "One throw              1.5  unlikely",
      "Three throws         12.25  likely",
    ]);
  });

  test("without heads has no line of heads", () => {
    expect(tableLines({ columns: ["", ""], rows: [["a", "1"]] }, { indent: "  " })).toEqual(["  a  1"]);
  });

  test("is a report's table, its rows grouped below their headings", () => {
    expect(scrollTable(table).markup).toBe(
      '<div class="scroll " tabindex="0" role="region" aria-label="Coins &lt;b&gt;"><table>' +
        "<caption><span>Coins &lt;b&gt;</span></caption><thead><tr><td></td>" +
        '<th scope="col">Median (USD)</th><th scope="col" class="words">In words</th></tr></thead>' +
        '<tbody><tr><th class="group" scope="rowgroup" colspan="3">Fair</th></tr>' +
        '<tr><th scope="row">One throw</th><td>1.5</td><td class="words">unlikely</td></tr>' +
        '<tr><th scope="row">Three throws</th><td>12.25</td><td class="words">likely</td></tr></tbody></table></div>',
    );
  });

  test("is a notebook's table, each cell with its column's head for a narrow page", () => {
    expect(notebookTable(table).markup.split("\n").slice(1, 6)).toEqual([
      "<caption>Coins &lt;b&gt;</caption>",
      '<thead><tr><th scope="col"></th><th scope="col">Median (USD)</th><th scope="col">In words</th></tr></thead>',
      "<tbody>",
      '<tr><th scope="row" colspan="3">Fair</th></tr>',
      '<tr><th scope="row" data-column="">One throw</th><td data-column="Median (USD)">1.5</td><td data-column="In words">unlikely</td></tr>',
    ]);
  });

  test("a cell over several columns says so", () => {
    const rows = [["Fair", { text: "no difference", span: 2 }]];
    expect(chartTableHtml({ columns: ["", "mean", "chance"], rows }).markup).toContain(
      '<td class="words" colspan="2">no difference</td>',
    );
  });
});

test("every host shows all texts of a table, in their order (law)", () => {
  const texts = ["Median (USD)", "In words", "Fair", "One throw", "1.5", "unlikely", "Three throws", "12.25"];
  const hosts = [
    tableLines(table).join("\n"),
    scrollTable(table).markup,
    chartTableHtml(table).markup,
    notebookTable(table).markup,
  ];
  for (const shown of hosts) {
    const plain = shown.replace(/<[^>]*>/g, "\n");
    const places = texts.map((text, i) => plain.indexOf(text, i > 3 ? plain.indexOf("One throw") : 0));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});

describe("a cell of a figure", () => {
  const paid = scalarOf("Paid", "USD", 960e6, 0.4);

  test("holds the figure with its text (right answer)", () => {
    const [median] = figureCells(outputFigures(paid), ["p50"]);
    expect(median!.text).toBe("960M ± 4M");
    expect(median!.figure).toMatchObject({ ...paid.p50, unit: "USD" });
  });

  test("says that a mean is none, and has no deviation where a handful of trials decide it (right answer)", () => {
    const untold = Number.POSITIVE_INFINITY;
    const wild = { ...paid, mean: { value: 5e9, error: untold }, sd: { value: 1e10, error: untold } };
    const texts = figureCells(outputFigures(wild), ["p50", "mean", "sd"]).map(({ text }) => text);
    expect(texts).toEqual(["960M ± 4M", "no stable mean", "–"]);
  });

  test("of what never happened has a sign where the table has one (right answer)", () => {
    const never = { value: Number.NaN, error: Number.NaN, unit: "months", percent: false, isChance: false };
    expect(figureCell(never, { missing: "–" }).text).toBe("–");
    expect(figureCell(never).text).toBe("n/a");
  });
});

test("rows of an output are all in percent or none (law)", () => {
  const rowsOf = (top: number) => {
    const outputs = [0.25, top].map((median): [string, Record<string, ReturnType<typeof scalarOf>>] => [
      `At ${median}`,
      { kept: scalarOf("Kept", "1/month", median, 0.1) },
    ]);
    const findings = findingsOf({ headline: ["kept"], steps: 12, variants: outputs });
    return outputRows(findings, "kept", { nameOf: ({ title }) => title, figures: ["p50"] });
  };
  expect(rowsOf(0.5).every(([, cell]) => cellText(cell!).includes("%"))).toBe(true);
  expect(rowsOf(1.5).some(([, cell]) => cellText(cell!).includes("%"))).toBe(false);
});

test("a chance has its words beside it, whatever figures a number would have (right answer)", () => {
  const variants: [string, Record<string, ReturnType<typeof eventOf>>][] = [
    ["Base", { lost: eventOf("Lost", 0.9) }],
  ];
  const findings = findingsOf({ headline: ["lost"], steps: 12, variants });
  const [row] = outputRows(findings, "lost", { nameOf: ({ name }) => name, figures: ["p50"] });
  expect(row!.map(cellText)).toEqual(["base", "90.0 ± 0.4 %", "very likely"]);
});
