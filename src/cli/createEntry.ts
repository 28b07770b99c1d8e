// `npm init sandtable FOLDER`, as the package create-sandtable does it: what `sandtable init` does.
import { parseArgs } from "node:util";
import { BadInput } from "../assumptions/problems.ts";
import { initProject } from "./initProject.ts";
import { print, printError } from "./terminal.ts";

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { title: { type: "string" } },
  });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0)
    throw new BadInput([
      { path: "", message: "one folder is wanted", hint: "npm init sandtable my-article" },
    ]);
  print(await initProject(folder, values.title));
} catch (error) {
  const isInput = error instanceof BadInput || error instanceof TypeError;
  printError(error instanceof Error ? error.message : String(error));
  process.exitCode = isInput ? 2 : 4;
}
