// Executes notebooks again as they, their scenarios or what they import are edited.

import { notebooksHome } from "../project/findNotebooks.ts";
import { findProject } from "../project/project.ts";
import type { Session } from "../project/session.ts";
import { type Watching, watchFiles } from "../project/watchFiles.ts";
import { affectsNotebook } from "./affected.ts";
import { describeError } from "./cellOutput.ts";
import type { ExecutedNotebook } from "./execute.ts";
import { runNotebook } from "./writeNotebook.ts";

/** What is watched, and who is told. */
export interface WatchOptions {
  folder: string;
  out: string;
  session: Session;
  trials: number | undefined;
  /** The notebooks to keep up to date; asked again after each edit, since one may be new. */
  names(): readonly string[];
  /** Told of each execution, with its failure where it has one. */
  onDone(name: string, failure: string | undefined, milliseconds: number): void;
}

/** Executes all once, then after each edit those that it affects. */
export async function watchNotebooks(options: WatchOptions): Promise<Watching> {
  const { folder, out, names, onDone } = options;
  const last = new Map<string, ExecutedNotebook>();
  const follow = async (changed: ReadonlySet<string>) => {
    const project = findProject(folder);
    for (const name of names()) {
      if (!affectsNotebook(name, last.get(name), { changed, project })) continue;
      const started = performance.now();
      const done = (failure?: string) => onDone(name, failure, performance.now() - started);
      try {
        const notebook = await runNotebook(name, out, options);
        last.set(name, notebook);
        done(notebook.error && describeError(notebook.error));
      } catch (error) {
        // A file that is half written or gone; the next edit will tell.
        done(error instanceof Error ? error.message : String(error));
      }
    }
  };
  await follow(new Set());
  return watchFiles(folder, ["scenarios", notebooksHome], follow);
}
