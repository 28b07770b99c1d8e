// One text from many files: a scenario and the engine, for worker threads and for the live page.
import { resolve } from "node:path";
import { build } from "esbuild";

export interface BundleOptions {
  /** TypeScript that imports what is to be bundled. */
  entry: string;
  /** Relative imports of `entry` start here. */
  folder: string;
  platform: "node" | "browser";
  minify?: boolean;
}

/** Bundles `entry` into one script. The same files give the same text. */
export async function bundle({ entry, folder, platform, minify = false }: BundleOptions): Promise<string> {
  const result = await build({
    stdin: { contents: entry, resolveDir: resolve(folder), loader: "ts", sourcefile: "entry.ts" },
    bundle: true,
    write: false,
    format: platform === "node" ? "cjs" : "iife",
    platform,
    target: platform === "node" ? "node20" : "es2022",
    minify,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
  });
  return result.outputFiles[0]!.text;
}
