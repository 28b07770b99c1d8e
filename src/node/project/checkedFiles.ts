// The files that esbuild reads of a project are read as all others are: a device or a pipe would never end, and bytes that
// are no UTF-8 would be taken for other characters.
import { extname } from "node:path";
import type { Loader, Message, Plugin } from "esbuild";
import { BadInput } from "../../assumptions/problems.ts";
import { towards } from "./posix.ts";
import { readText } from "./readText.ts";

const loaders: Readonly<Record<string, Loader>> = {
  ".ts": "ts",
  ".mts": "ts",
  ".js": "js",
  ".mjs": "js",
  ".json": "json",
};

/** Reads the files in these folders, absolute; `edit` can change a text, and must keep its lines. */
export function checkedFiles(
  folders: readonly string[],
  edit: (text: string, path: string) => string = (text) => text,
): Plugin {
  const within = folders.map(escaped).join("|");
  return {
    name: "checked-files",
    setup({ onLoad }) {
      onLoad({ filter: new RegExp(`^(?:${within})[\\\\/].*\\.(?:[mc]?ts|[mc]?js|json)$`) }, ({ path }) => ({
        contents: edit(readText(path, "written", towards(process.cwd(), path)), path),
        loader: loaders[extname(path)] ?? "ts",
      }));
    },
  };
}

/** What is told in place of an error of esbuild's: `BadInput` where a file was refused, else the error itself. */
export function refusedFiles(error: unknown): unknown {
  const messages = (error as { errors?: Message[] }).errors;
  if (!Array.isArray(messages)) return error;
  const problems = messages.flatMap(({ detail }) => (detail instanceof BadInput ? detail.problems : []));
  return problems.length > 0 ? new BadInput(problems) : error;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
