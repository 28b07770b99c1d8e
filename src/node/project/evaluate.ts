// TypeScript files run anew: an import gives the same module for ever, this gives what stands in the file now.
import { createHash } from "node:crypto";
import { createRequire, isBuiltin, SourceMap } from "node:module";
import { basename, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { build, type Plugin } from "esbuild";
import { exactMath } from "../../numeric/exactMath/index.ts";
import { exactPowers } from "./bundle.ts";
import { checkedFiles, refusedFiles } from "./checkedFiles.ts";
import { kitDoor } from "./kitDoor.ts";
import { towards } from "./posix.ts";
import { Session } from "./session.ts";
import { mappedSource, sourcePath } from "./sourcePath.ts";

/** What is compiled, and with what. */
export interface EvaluateOptions {
  /** Absolute path of the file. */
  file: string;
  /** Changes the file's own text before it is compiled; must keep its lines. */
  edit?: (text: string) => string;
  /** Modules that are given instead of found, by the name they are imported by. */
  given?: Readonly<Record<string, object>>;
  /** Names that all code of the text sees. */
  globals?: Readonly<Record<string, unknown>>;
  /** Keeps the kit's text between compilations. */
  session?: Session;
}

/** A file and all that it imports as one text, with the way back to the lines of the files. */
export interface Compiled {
  /** The same text has the same effects. */
  text: string;
  map: SourceMap;
  /** What stacks call it. */
  name: string;
  /** Absolute paths of the files that went into it. */
  files: readonly string[];
  /** Runs it, and gives what the file exports. */
  run(): Promise<Record<string, unknown>>;
}

/** What the compiled text sees instead of import statements; names that no one writes by chance. */
const seam = { given: "__given", require: "__require", exports: "__exports" } as const;

/** Compiles a file with what it imports; throws esbuild's failure where a text is no TypeScript. */
export async function compile({
  file,
  edit = (text) => text,
  given = {},
  globals = {},
  session = new Session(),
}: EvaluateOptions): Promise<Compiled> {
  const folder = dirname(file);
  const result = await build({
    stdin: {
      contents: `import * as all from ${JSON.stringify(`./${basename(file)}`)};\n${seam.exports}.all = all;`,
      resolveDir: folder,
      sourcefile: "entry",
    },
    absWorkingDir: folder,
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    target: "node20",
    supported: exactPowers,
    charset: "utf8",
    sourcemap: "external",
    define: { "import.meta.url": JSON.stringify(pathToFileURL(file).href) },
    outfile: "bundle.js",
    logLevel: "silent",
    plugins: [
      seams(Object.keys(given)),
      kitDoor(session),
      checkedFiles([folder], (text, path) => (path === file ? edit(text) : text)),
    ],
  }).catch((error: unknown) => {
    throw refusedFiles(error);
  });
  const text = result.outputFiles.find(({ path }) => path.endsWith(".js"))!.text;
  const map = new SourceMap(JSON.parse(result.outputFiles.find(({ path }) => path.endsWith(".map"))!.text));
  const files = Object.keys(result.metafile.inputs)
    .filter((input) => !input.includes(":") && input !== "entry" && input !== "<stdin>")
    .map((input) => sourcePath(folder, input));
  // Each text has a name of its own, so that its stacks are not taken for those of the file imported or edited.
  const name = `${file}#${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
  return { text, map, name, files, run: () => run({ text, name }, { file, given, globals }) };
}

async function run(
  { text, name }: Pick<Compiled, "text" | "name">,
  { file, given, globals = {} }: EvaluateOptions,
): Promise<Record<string, unknown>> {
  // Code of the text meets exact functions, as a scenario's does.
  const names = [...Object.values(seam), "Math", ...Object.keys(globals)];
  const exports: { all?: Record<string, unknown> } = {};
  const body = new vm.Script(`(async (${names.join(", ")}) => {"use strict";\n${text}\n})`, {
    filename: name,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }).runInThisContext() as (...values: unknown[]) => Promise<void>;
  await body(given, createRequire(file), exports, exactMath, ...Object.values(globals));
  return exports.all ?? {};
}

/** Lines of the compiled text stand so many lower in a stack. */
const linesBefore = 1;

/** A frame of a stack as a place in the file that was written. */
export interface StackFrame {
  file: string;
  line: number;
  column: number;
}

/** The frames of an error that lie in a compiled text, innermost first; paths relative to `folder`. */
export function framesOf(error: Error, { map, name }: Compiled, folder: string): StackFrame[] {
  const pattern = new RegExp(`${escaped(name)}:(\\d+):(\\d+)`, "g");
  return [...(error.stack ?? "").matchAll(pattern)].flatMap(([, line, column]) => {
    const found = map.findEntry(Number(line) - 1 - linesBefore, Number(column) - 1);
    if (!("originalSource" in found)) return [];
    const path = towards(folder, mappedSource(dirname(name), found.originalSource));
    return [{ file: path, line: found.originalLine + 1, column: found.originalColumn + 1 }];
  });
}

function seams(given: readonly string[]): Plugin {
  return {
    name: "seams",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path }) => {
        if (given.includes(path)) return { path, namespace: seam.given };
        if (isBuiltin(path)) return { path, namespace: seam.require };
        return undefined;
      });
      onLoad({ filter: /.*/, namespace: seam.given }, ({ path }) => ({
        contents: `module.exports = ${seam.given}[${JSON.stringify(path)}];`,
      }));
      onLoad({ filter: /.*/, namespace: seam.require }, ({ path }) => ({
        contents: `module.exports = ${seam.require}(${JSON.stringify(path)});`,
      }));
    },
  };
}

/** A stack whose one frame is where a function begins in a compiled text; "" where it is none of it. */
export function stackIn(made: unknown, { text, name }: Compiled): string {
  const start = typeof made === "function" ? text.indexOf(Function.prototype.toString.call(made)) : -1;
  if (start < 0) return "";
  const before = text.slice(0, start).split("\n");
  return `    at ${name}:${before.length + linesBefore}:${before.at(-1)!.length + 1}`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
