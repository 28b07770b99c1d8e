// A table of a notebook as HTML; names on the left, as they are read.
import { type Html, html, unbrokenIn } from "../../report/shared/html.ts";
import type { Table } from "./table.ts";

export function tableHtml({ caption, columns, rows }: Table): Html {
  const head = columns.map((column) => html`<th scope="col">${column}</th>`);
  // A narrow page shows a cell without its column's head, and writes it before the cell.
  const lines = rows.map(([name, ...cells]) => {
    const others = cells.map((cell, k) => html`<td data-column="${columns[k + 1] ?? ""}">${cell}</td>`);
    return html`<tr><th scope="row" data-column="${columns[0] ?? ""}">${name}</th>${others}</tr>\n`;
  });
  return unbrokenIn(html`<table>
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${lines}</tbody>
</table>`);
}
