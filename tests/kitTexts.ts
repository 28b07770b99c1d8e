// Where the kit describes itself: README.md, and the prose of the handbook's notebooks.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseCells } from "../src/node/notebooks/cells.ts";
import { findNotebooks, isHandbook, notebookFile } from "../src/node/project/findNotebooks.ts";

export const root = resolve(import.meta.dirname, "..");

/** A text in Markdown. */
export interface KitText {
  /** Relative to the project's folder. */
  file: string;
  text: string;
}

export const readme: KitText = {
  file: "README.md",
  text: readFileSync(join(root, "README.md"), "utf8"),
};

/** The handbook, a text a notebook: its prose without its code. */
export const handbook: readonly KitText[] = findNotebooks(root)
  .filter(isHandbook)
  .map((name) => {
    const path = notebookFile(root, name);
    const prose = parseCells(readFileSync(path, "utf8"), path).filter(({ kind }) => kind === "markdown");
    return { file: `notebooks/${name}.ts`, text: prose.map(({ text }) => `${text}\n`).join("\n") };
  });

/** What a text has its reader do: to write a file, or to give a command, with what is to be seen then. */
export type Step =
  | { kind: "file"; path: string; content: string }
  | { kind: "command"; words: readonly string[]; shown: string };

const prompt = "$ npm run --silent sandtable -- ";

/**
 * The steps of a text in their order: "```yaml scenarios/bus.yaml" holds a file, "```console" a command and what it
 * prints. A last line "…" stands for all that follows.
 */
export function stepsOf({ file, text }: KitText): Step[] {
  return [...text.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].flatMap(
    ([, language, path, body]): Step[] => {
      if (path !== undefined) return [{ kind: "file", path, content: body! }];
      if (language !== "console") return [];
      const [line, ...rest] = body!.split("\n");
      if (!line!.startsWith(prompt)) throw new Error(`${file}: "${line}" does not begin with "${prompt}"`);
      return [{ kind: "command", words: wordsOf(line!.slice(prompt.length)), shown: rest.join("\n") }];
    },
  );
}

/** Words of a shell line with double quotes. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}
