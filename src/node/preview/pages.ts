// Paths of pages in the outputs, and of the files that they are built from; "/" between folders.

import { reportFile } from "../output/writeReport.ts";
import { notebooksHome } from "../project/findNotebooks.ts";

/** The page that lists all others. */
export const indexPage = "index.html";

/** "payments" → "payments/report.html" */
export const scenarioPage = (name: string) => `${name}/${reportFile}`;

/** "payments/report.html" → "payments"; undefined for a page of another kind. */
export function scenarioOf(page: string): string | undefined {
  const [name, file, ...rest] = page.split("/");
  return name !== notebooksHome && file === reportFile && rest.length === 0 ? name : undefined;
}

/** "payments" → "notebooks/payments.html" */
export const notebookPagePath = (name: string) => `${notebooksHome}/${name}.html`;

/** "notebooks/payments.html" → "payments"; undefined for a page of another kind. */
export function notebookOf(page: string): string | undefined {
  const [home, file = "", ...rest] = page.split("/");
  return home === notebooksHome && file.endsWith(".html") && rest.length === 0
    ? file.slice(0, -5)
    : undefined;
}

/** "payments" → "notebooks/payments.ts" */
export const notebookSource = (name: string) => `${notebooksHome}/${name}.ts`;
