// A notebook's pages on disk: NAME.html to read, NAME.ipynb for other programs.
import { join } from "node:path";
import { writeSet } from "../output/atomicFiles.ts";
import { notebookFile, notebooksHome } from "../project/findNotebooks.ts";
import { type ExecutedNotebook, type ExecuteOptions, executeNotebook } from "./execute.ts";
import { ipynbOf } from "./ipynb.ts";
import { notebookPage } from "./notebookPage.ts";

/** Executes a notebook and writes what it gave, up to its error where it has one. `out` is the outputs' folder. */
export async function runNotebook(
  name: string,
  out: string,
  options: ExecuteOptions,
): Promise<ExecutedNotebook> {
  const notebook = await executeNotebook(notebookFile(options.folder, name), options);
  await writeNotebook(notebook, out);
  return notebook;
}

/** Writes what a notebook gave. */
async function writeNotebook(notebook: ExecutedNotebook, out: string): Promise<void> {
  const files = [await page(notebook), await forOthers(notebook)];
  await writeSet(join(out, notebooksHome), new Map(files));
}

/** The page alone: it is what somebody waits for. */
export async function writePage(notebook: ExecutedNotebook, out: string): Promise<void> {
  await writeSet(join(out, notebooksHome), new Map([await page(notebook)]));
}

/** The .ipynb alone. */
export async function writeIpynb(notebook: ExecutedNotebook, out: string): Promise<void> {
  await writeSet(join(out, notebooksHome), new Map([await forOthers(notebook)]));
}

async function page(notebook: ExecutedNotebook): Promise<[file: string, text: string]> {
  return [`${notebook.name}.html`, await notebookPage(notebook)];
}

async function forOthers(notebook: ExecutedNotebook): Promise<[file: string, text: string]> {
  return [`${notebook.name}.ipynb`, await ipynbOf(notebook)];
}
