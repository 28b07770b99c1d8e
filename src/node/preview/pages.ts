// Paths of pages in the outputs, and of the files that they are built from; "/" between folders.
import { notebooksHome } from "../notebooks/findNotebooks.ts";
import { reportFile } from "../output/writeReport.ts";

/** The page that lists all others. */
export const indexPage = "index.html";

/** "payments" → "payments/report.html" */
export const scenarioPage = (name: string) => `${name}/${reportFile}`;

/** "payments" → "notebooks/payments.html" */
export const notebookPagePath = (name: string) => `${notebooksHome}/${name}.html`;

/** "payments" → "notebooks/payments.ts" */
export const notebookSource = (name: string) => `${notebooksHome}/${name}.ts`;
