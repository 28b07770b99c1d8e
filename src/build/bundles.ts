// From the source to what Node runs without it: the doors and the commands, each read when it is asked for.
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";

const forNode = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  conditions: ["built"],
  charset: "utf8",
  // They stand together in the package's notices.
  legalComments: "none",
  // Names stay: classes are told by them between threads.
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: "warning",
} as const satisfies BuildOptions;

/** What CommonJS among the bundled packages asks Node for. */
const withRequire =
  'import { createRequire as createRequireHere } from "node:module"; const require = createRequireHere(import.meta.url);';

/**
 * Writes the commands, the door for notebooks and the preview's program into `out`.
 * @param external packages that are installed beside
 * @returns the folders of the packages that have gone in, relative to `root`
 */
export async function bundleKit(root: string, out: string, external: readonly string[]): Promise<string[]> {
  const { metafile } = await build({
    ...forNode,
    entryPoints: {
      main: join(root, "src/cli/main.ts"),
      notebook: join(root, "src/notebook.ts"),
      builder: join(root, "src/cli/builderEntry.ts"),
    },
    absWorkingDir: root,
    outdir: out,
    splitting: true,
    chunkNames: "[name]-[hash]",
    external: [...external],
    banner: { js: withRequire },
    metafile: true,
  });
  return packagesOf(Object.keys(metafile.inputs));
}

/** The program of create-sandtable: what `sandtable init` does, and nothing else. */
export async function bundleCreator(root: string): Promise<string> {
  const { outputFiles } = await build({
    ...forNode,
    entryPoints: [join(root, "src/cli/createEntry.ts")],
    absWorkingDir: root,
    outdir: "dist",
    write: false,
    banner: { js: "#!/usr/bin/env node" },
  });
  return outputFiles[0]!.text;
}

function packagesOf(inputs: readonly string[]): string[] {
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []);
  return [...new Set(folders)].sort();
}
