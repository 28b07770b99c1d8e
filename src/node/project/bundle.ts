// One text from many files: a scenario and the engine, for worker threads and for the live page.
import { resolve } from "node:path";
import { build, type Plugin } from "esbuild";

/** What is bundled, for where. */
export interface BundleOptions {
  /** TypeScript that imports what is to be bundled. */
  entry: string;
  /** Relative imports of `entry` start here. */
  folder: string;
  platform: "node" | "browser";
  minify?: boolean;
  /** A module may wait at its top; other scripts for a browser are functions that run at once. */
  isModule?: boolean;
  /** Ends with a map from the script to its files, as a comment; places in messages and map are relative to this folder. */
  mapFrom?: string;
  /** Places in comments are relative to this folder, where no map is asked for. */
  from?: string;
  plugins?: Plugin[];
}

/** `x ** y` becomes `Math.pow(x, y)`, which is as exact as the Math that the text meets. */
export const exactPowers = { "exponent-operator": false };

/** Bundles `entry` into one script. The same files give the same text. */
export async function bundle({
  entry,
  folder,
  platform,
  minify = false,
  isModule = false,
  mapFrom,
  from = mapFrom ?? process.cwd(),
  plugins = [],
}: BundleOptions): Promise<string> {
  const result = await build({
    stdin: { contents: entry, resolveDir: resolve(folder), loader: "ts", sourcefile: "entry.ts" },
    bundle: true,
    write: false,
    format: isModule ? "esm" : platform === "node" ? "cjs" : "iife",
    platform,
    target: platform === "node" ? "node20" : "es2022",
    minify,
    charset: "utf8",
    legalComments: "none",
    // Modules are strict, scripts must say it: in both a misspelt output is refused.
    ...(!isModule && { banner: { js: '"use strict";' } }),
    ...(mapFrom !== undefined && { sourcemap: "inline", sourcesContent: false, sourceRoot: mapFrom }),
    absWorkingDir: from,
    plugins,
    ...(platform === "browser" && { supported: exactPowers }),
    logLevel: "silent",
  });
  return result.outputFiles[0]!.text;
}
