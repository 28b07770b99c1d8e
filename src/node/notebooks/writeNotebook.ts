// A notebook's pages on disk: NAME.html to read, NAME.ipynb for other programs.
import { join } from "node:path";
import { writeOutputFolder } from "../output/atomicFiles.ts";
import { notebookFile, notebooksHome } from "../project/findNotebooks.ts";
import type { Session } from "../project/session.ts";
import { type ExecutedNotebook, type ExecuteOptions, executeNotebook } from "./execute.ts";
import { ipynbOf } from "./ipynb.ts";
import { notebookPage } from "./notebookPage.ts";

const texts = { html: notebookPage, ipynb: ipynbOf };

/** Executes a notebook and writes what it gave, up to its error where it has one. `out` is the outputs' folder. */
export async function runNotebook(
  name: string,
  out: string,
  options: ExecuteOptions & { session: Session },
): Promise<ExecutedNotebook> {
  const notebook = await executeNotebook(notebookFile(options.folder, name), options);
  await writeNotebook(notebook, out, ["html", "ipynb"], options.session);
  return notebook;
}

/** Writes these of a notebook's files: the page is what somebody waits for. */
export async function writeNotebook(
  notebook: ExecutedNotebook,
  out: string,
  endings: readonly (keyof typeof texts)[],
  session: Session,
): Promise<void> {
  const files = new Map<string, string>();
  for (const ending of endings)
    files.set(`${notebook.name}.${ending}`, await texts[ending](notebook, { session }));
  await writeOutputFolder(join(out, notebooksHome), files);
}
