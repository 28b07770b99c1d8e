// Which outputs are missing or older than the files that they are built from.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { affectsNotebook, affectsScenario, type Edit, type Uses } from "../notebooks/affected.ts";
import { usesOf } from "../notebooks/ipynb.ts";
import { reportFile } from "../output/writeReport.ts";
import { notebooksHome } from "../project/findNotebooks.ts";
import { findProject } from "../project/project.ts";
import { textIfReadable } from "../project/readText.ts";

/** Folders of a project whose files are watched. */
export const watchedFolders = ["scenarios", notebooksHome];

/** Written last for a scenario. */
const manifestFile = "run.json";

/** A project's folder and its outputs, both absolute. */
export interface ProjectPaths {
  folder: string;
  out: string;
}

/** Whether a scenario's report or manifest is missing or older than what it is built from. */
export function isScenarioOutdated({ folder, out }: ProjectPaths, name: string): boolean {
  const made = Math.min(...[reportFile, manifestFile].map((file) => modifiedAt(join(out, name, file))));
  return made === 0 || affectsScenario(name, editSince(folder, made));
}

/** Whether a notebook's page or .ipynb is missing or older than what it is built from. */
export function isNotebookOutdated({ folder, out }: ProjectPaths, name: string): boolean {
  const made = Math.min(
    ...["html", "ipynb"].map((ending) => modifiedAt(join(out, notebooksHome, `${name}.${ending}`))),
  );
  return made === 0 || affectsNotebook(name, notebookUses(out, name), editSince(folder, made));
}

/** What a notebook used when it was last executed, from its .ipynb; undefined where there is none. */
export function notebookUses(out: string, name: string): Uses | undefined {
  const file = join(out, notebooksHome, `${name}.ipynb`);
  const text = textIfReadable(file, "output");
  return text === undefined ? undefined : usesOf(text);
}

/** The files that were changed after `time`, as one edit. */
function editSince(folder: string, time: number): Edit {
  const files = watchedFolders.flatMap((home) =>
    existsSync(join(folder, home))
      ? readdirSync(join(folder, home), { recursive: true, encoding: "utf8" }).map((file) => join(home, file))
      : [],
  );
  const isYounger = (file: string) => modifiedAt(join(folder, file)) > time;
  return { changed: new Set(files.filter(isYounger)), project: findProject(folder) };
}

/** When a file was last changed, in milliseconds; 0 where there is none. */
function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
