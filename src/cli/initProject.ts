// A new project: a folder with all that an article of one's own needs, and an example that runs.
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { BadInput } from "../assumptions/problems.ts";
import { listNames } from "../beliefs/nearest.ts";
import { writeSet } from "../node/output/atomicFiles.ts";
import { kitSource } from "./kitSource.ts";
import { projectFiles } from "./template/project.ts";

/**
 * Writes the project, and gives what to tell of it.
 * @param word the folder, as it was typed
 * @throws BadInput where something is in the way; nothing is written then
 */
export async function initProject(word: string, title = "My article"): Promise<string> {
  const folder = resolve(word);
  const problem = word.trim() === "" ? { message: "a folder's name is wanted" } : problemOf(folder);
  if (problem) throw new BadInput([{ path: `folder ${JSON.stringify(word)}`, ...problem }]);
  if (title.trim() === "") throw new BadInput([{ path: "--title", message: 'is "", a title is wanted' }]);
  const { spec, missing } = kitSource(folder, fileURLToPath(import.meta.url));
  const files = projectFiles({ title: title.trim(), name: basename(folder), kit: spec });
  await writeSet(folder, files);
  const before = missing === undefined ? "" : `  npm run pack           (here: makes ${missing})\n`;
  return `${[...files.keys()].map((file) => `${word}/${file}`).join("\n")}

Next:
${before}  cd ${word}
  npm install
  npm start              plays the example; look at outputs/index.html
  npm run preview        shows the pages, and makes them anew after each edit
README.md says what to change first.`;
}

const mostNamed = 5;

function problemOf(folder: string): { message: string; hint?: string } | undefined {
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory()) return { message: "is a file", hint: "another name" };
  const present = readdirSync(folder).filter((name) => name !== ".git");
  if (present.length === 0) return undefined;
  const others = present.length - mostNamed;
  const named = listNames(present.slice(0, mostNamed)) + (others > 0 ? ` and ${others} more` : "");
  return { message: `is not empty: ${named}`, hint: "name a folder that is new or empty" };
}
