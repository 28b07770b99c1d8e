// Tells when files have changed: one call for what was saved together, and never two at once.
import { join, relative, sep } from "node:path";
import { watch } from "chokidar";

/** An editor that saves several files, or one in several steps, is waited for. */
const settleMs = 30;

/** A watch that is under way. */
export interface Watching {
  close(): Promise<void>;
}

/**
 * Calls `act` with the changed paths, relative to `folder` and with "/" between folders. What changes while it works
 * is told in the next call.
 */
export async function watchFiles(
  folder: string,
  parts: readonly string[],
  act: (changed: ReadonlySet<string>) => Promise<void>,
): Promise<Watching> {
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  const watcher = watch(
    parts.map((part) => join(folder, part)),
    { ignoreInitial: true, ignored: (path) => /(^|[\\/])\.|~$/.test(relative(folder, path)) },
  );
  watcher.on("all", (event, path) => {
    if (event === "addDir" || event === "unlinkDir") return;
    changed.add(relative(folder, path).split(sep).join("/"));
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(() => {
        if (changed.size === 0) return undefined;
        const now = changed;
        changed = new Set();
        return act(now);
      });
    }, settleMs);
  });
  await new Promise<void>((resolve, reject) => {
    watcher.once("ready", resolve);
    watcher.once("error", reject);
  });
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
      await working;
    },
  };
}
