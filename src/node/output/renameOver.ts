// A file takes another's place. On Windows that fails for a moment while a browser, a scanner or an indexer has it open.
import { renameSync } from "node:fs";

const heldOpen = new Set(["EPERM", "EACCES", "EBUSY"]);
/** Together a second: longer than a scanner looks at a file. */
const waitsMs = [10, 20, 40, 80, 160, 320, 400];

/** How a rename is done; given by tests. */
export interface RenameOptions {
  rename?: (from: string, to: string) => void;
  /** Elsewhere these failures last, and are told at once. */
  isTriedAgain?: boolean;
  wait?: (ms: number) => void;
}

/** Renames `from` to `to`, again and again for a second where `to` is held open. @throws what the last try has thrown */
export function renameOver(
  from: string,
  to: string,
  { rename = renameSync, isTriedAgain = process.platform === "win32", wait = sleep }: RenameOptions = {},
): void {
  for (let k = 0; ; k++) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (!isTriedAgain || k >= waitsMs.length || !heldOpen.has(code ?? "")) throw error;
      wait(waitsMs[k]!);
    }
  }
}

/** Files that belong together are renamed without a pause in which something else could be done. */
function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
