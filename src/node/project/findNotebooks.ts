// The notebooks of a project: a folder `notebooks/` with one file for each.
import { existsSync, readdirSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import type { Problem } from "../../assumptions/problems.ts";
import { nearestHint } from "../../beliefs/nearest.ts";
import { nameIn, scenarioNamePattern } from "./project.ts";

/** The folder of the notebooks, in the project's and in that of the outputs. */
export const notebooksHome = "notebooks";

/** Names of the notebooks, sorted. */
export function findNotebooks(folder: string): string[] {
  const home = join(folder, notebooksHome);
  if (!existsSync(home)) return [];
  return readdirSync(home)
    .filter((file) => extname(file) === ".ts" && !file.endsWith(".d.ts"))
    .map((file) => basename(file, ".ts"))
    .filter((name) => scenarioNamePattern.test(name))
    .sort();
}

/** Whether a notebook is a page of the kit's handbook, by its name or its page's: the index lists these by themselves. */
export function isHandbook(name: string): boolean {
  return name.startsWith("handbook-");
}

/** Absolute path of a notebook. */
export function notebookFile(folder: string, name: string): string {
  return join(resolve(folder), notebooksHome, `${name}.ts`);
}

/**
 * The notebooks that `words` name, each by its name or by its file's path; all of them for no word.
 * What names none is added to `problems`.
 */
export function chooseNotebooks(folder: string, words: readonly string[], problems: Problem[]): string[] {
  const names = findNotebooks(folder);
  if (words.length === 0) return names;
  const chosen = new Set<string>();
  for (const word of words) {
    const name = nameIn(resolve(folder, notebooksHome), word, folder);
    if (name !== undefined && names.includes(name)) chosen.add(name);
    else problems.push(unknownNotebook(word, name, names));
  }
  return [...chosen];
}

function unknownNotebook(word: string, name: string | undefined, names: readonly string[]): Problem {
  const hint = names.length > 0 ? nearestHint(name ?? word, names) : `there is none in ${notebooksHome}/ yet`;
  return {
    path: `notebook ${JSON.stringify(word)}`,
    message:
      name === undefined
        ? `a name is wanted, or the path of a file in ${notebooksHome}/`
        : "there is no such notebook",
    hint,
  };
}
