// A table of a notebook as HTML; names on the left, as they are read.
import { type Html, html } from "../../report/html.ts";
import type { Table } from "./output.ts";

export function tableHtml({ caption, columns, rows }: Table): Html {
  const head = columns.map((column) => html`<th scope="col">${column}</th>`);
  const lines = rows.map(([name, ...cells]) => {
    const others = cells.map((cell, k) => html`<td data-column="${columns[k + 1] ?? ""}">${cell}</td>`);
    return html`<tr><th scope="row">${name}</th>${others}</tr>\n`;
  });
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${lines}</tbody>
</table>`;
}
