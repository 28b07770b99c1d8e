// Tables as HTML, of reports and of notebooks.
import {
  type Column,
  cellText,
  columnOf,
  isHeading,
  type Table,
  type TableRow,
} from "../../format/tables/table.ts";
import { type Html, html, nothing, unbrokenIn } from "../shared/html.ts";

/** A table of a report, in a box of its own in which it can be scrolled. */
export function scrollTable(table: Table, length: "" | "long" = ""): Html {
  const { caption = "" } = table;
  const columns = table.columns.map(columnOf);
  const heads = columns.map(({ head, align }) => {
    if (head === "") return html`<td></td>`;
    return align === "start"
      ? html`<th scope="col" class="words">${head}</th>`
      : html`<th scope="col">${head}</th>`;
  });
  const bodies = groupsOf(table).map(({ heading, rows }) => {
    const first =
      heading === undefined
        ? nothing
        : html`<tr><th class="group" scope="rowgroup" colspan="${columns.length}">${heading}</th></tr>`;
    return html`<tbody>${first}${rows.map((row) => rowHtml(row, columns))}</tbody>`;
  });
  return html`<div class="scroll ${length}" tabindex="0" role="region" aria-label="${caption}"><table><caption><span>${caption}</span></caption><thead><tr>${heads}</tr></thead>${bodies}</table></div>`;
}

/** The figures of a chart: a table in a box that is there already, its caption their unit. */
export function chartTableHtml(table: Table): Html {
  const heads = table.columns.map((column) => html`<th scope="col">${columnOf(column).head}</th>`);
  const { unit = "" } = table;
  const caption = unit === "" ? nothing : html`<caption>in ${unit.replace(/^per /, "shares per ")}</caption>`;
  const body = table.rows.map((row) => rowHtml(row, []));
  return unbrokenIn(html`<table>${caption}<thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>`);
}

/** A table of a notebook, in lines, which an .ipynb is compared by. A narrow page shows a cell without its column's head, and writes it before the cell. */
export function notebookTable({ caption, columns: given, rows }: Table): Html {
  const columns = given.map((column) => columnOf(column).head);
  const heads = columns.map((head) => html`<th scope="col">${head}</th>`);
  const lines = rows.map((row) => {
    const [name = "", ...cells] = row;
    if (isHeading({ columns }, row))
      return html`<tr><th scope="row" colspan="${columns.length}">${cellText(name)}</th></tr>\n`;
    const others = cells.map(
      (cell, k) => html`<td data-column="${columns[k + 1] ?? ""}">${cellText(cell)}</td>`,
    );
    return html`<tr><th scope="row" data-column="${columns[0] ?? ""}">${cellText(name)}</th>${others}</tr>\n`;
  });
  return unbrokenIn(html`<table>
<caption>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${lines}</tbody>
</table>`);
}

function rowHtml([name = "", ...cells]: TableRow, columns: readonly Column[]): Html {
  const others = cells.map((cell, k) => {
    const span = typeof cell === "string" ? undefined : cell.span;
    if (span !== undefined) return html`<td class="words" colspan="${span}">${cellText(cell)}</td>`;
    return columns[k + 1]?.align === "start"
      ? html`<td class="words">${cellText(cell)}</td>`
      : html`<td>${cellText(cell)}</td>`;
  });
  return html`<tr><th scope="row">${cellText(name)}</th>${others}</tr>`;
}

interface RowGroup {
  heading: string | undefined;
  rows: TableRow[];
}

/** The rows below each heading; those before the first have none. */
function groupsOf(table: Table): RowGroup[] {
  const groups: RowGroup[] = [];
  for (const row of table.rows) {
    if (isHeading(table, row)) groups.push({ heading: cellText(row[0]!), rows: [] });
    else if (groups.length === 0) groups.push({ heading: undefined, rows: [row] });
    else groups.at(-1)!.rows.push(row);
  }
  return groups;
}
