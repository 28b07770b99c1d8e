// Tells when files have changed: one call for what was saved together, and never two at once.
import { watch } from "chokidar";
import { changedFiles, type FileStamps, isHidden, stampFiles } from "./fileStamps.ts";

/** An editor that saves several files, or one in several steps, is waited for. */
const settleMs = 30;
/** What the system does not report, as on drives of other machines, is found this often. */
const pollMs = 2_000;

/** A watch that is under way. */
export interface Watching {
  close(): Promise<void>;
}

/**
 * Calls `act` with the changed paths, relative to `folder` and with "/" between folders. What changes while it works
 * is told in the next call. The parts may come and go as a whole.
 */
export async function watchFiles(
  folder: string,
  parts: readonly string[],
  act: (changed: ReadonlySet<string>) => Promise<void>,
): Promise<Watching> {
  let known: FileStamps = stampFiles(folder, parts);
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  const take = () => {
    const found = stampFiles(folder, parts);
    const changed = changedFiles(known, found);
    known = found;
    return changed.size === 0 ? undefined : act(changed);
  };
  const wake = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(take);
    }, settleMs);
  };
  // Events only say that it is time to look: some are lost where a file is deleted and written again in quick succession.
  const watcher = watch(folder, {
    ignoreInitial: true,
    atomic: false,
    ignored: (path) => isHidden(folder, path, parts),
  });
  watcher.on("all", wake);
  const poll = setInterval(() => {
    if (changedFiles(known, stampFiles(folder, parts)).size > 0) wake();
  }, pollMs);
  await new Promise<void>((resolve) => {
    watcher.once("ready", resolve);
    // Where the system has no watches left, polling goes on.
    watcher.on("error", () => resolve());
  });
  return {
    close: async () => {
      clearTimeout(timer);
      clearInterval(poll);
      await watcher.close();
      await working;
    },
  };
}
