// The kit's own files where it was built: beside this text, made by ownFiles.ts.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { OwnFiles } from "./ownFiles.ts";

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The files of this kit. */
export const ownFiles: OwnFiles = {
  scriptNames: [],
  script: (name) => readFile(path(`./scripts/${name}.js`), "utf8"),
  font: (name) => path(`../fonts/${name}.ttf`),
  get builder() {
    return { path: path("./builder.js"), execArgv: [] };
  },
};
