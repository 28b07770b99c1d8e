// The kit's own files that are not simply imported: scripts for threads and pages, fonts, the preview's program. Here they
// are found and bundled in the source; a built kit has them ready (ownFiles.built.ts), as this very file has made them.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { type BundleOptions, bundle } from "./bundle.ts";

const source = fileURLToPath(new URL("../..", import.meta.url));

const scripts = {
  /** "sandtable" as scenarios and notebooks import it: one text, so that what stands on it is the same everywhere. */
  door: { entry: 'export * from "./index.ts";', folder: ".", platform: "browser", isModule: true },
  engine: {
    entry: 'import { serveEngines } from "./engineWorker.ts";\nserveEngines();',
    folder: "node/workers",
    platform: "node",
  },
  trials: {
    entry: 'import { serveTable } from "./encodeTrials.ts";\nserveTable();',
    folder: "node/output",
    platform: "node",
  },
  worker: pageScript("worker/workerEntry"),
  math: pageScript("worker/installMath"),
  report: pageScript("page/reportEntry", true),
  notebookCharts: pageScript("page/notebookChartsEntry", true),
  notebookPanels: pageScript("page/notebookPanelsEntry", true),
  preview: pageScript("preview/previewClient"),
} as const satisfies Record<string, BundleOptions>;

/** What a script of the kit is called. */
export type OwnScript = keyof typeof scripts;

/** A font of the charts. */
export type OwnFont = "DejaVuSans" | "DejaVuSans-Bold";

/** Where the kit has its own files. */
export interface OwnFiles {
  /** The scripts' names. */
  scriptNames: readonly OwnScript[];
  /** A script with all that it imports, as one text. */
  script(name: OwnScript): Promise<string>;
  /** Path of a font's file. */
  font(name: OwnFont): string;
  /** Path of the program that makes the preview's pages, and what Node must be told to run it. */
  builder: { path: string; execArgv: readonly string[] };
}

/** The files of this kit. */
export const ownFiles: OwnFiles = {
  scriptNames: Object.keys(scripts) as OwnScript[],
  async script(name) {
    const { folder, ...options } = scripts[name];
    return (await bundle({ ...options, folder: `${source}${folder}`, from: source })).trim();
  },
  font: (name) => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`),
  get builder() {
    return { path: `${source}cli/builderEntry.ts`, execArgv: ["--import", import.meta.resolve("tsx")] };
  },
};

function pageScript(file: string, isModule = false) {
  return {
    entry: `import "./${file}.ts";`,
    folder: "report",
    platform: "browser",
    minify: true,
    isModule,
  } as const satisfies BundleOptions;
}
