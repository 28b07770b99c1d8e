// What not every system can do: tests that need it are skipped there, and say so.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether a folder's files can be made by `act` here; where not, `what` is missed, which is printed. */
function can(what: string, act: (folder: string) => void): boolean {
  const folder = mkdtempSync(join(tmpdir(), "sandtable-can-"));
  try {
    act(folder);
    return true;
  } catch {
    console.warn(`skipped: tests that need ${what}, which this system does not have`);
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether there can be links to files and folders. */
export const hasLinks = can("symbolic links", (folder) => symlinkSync("nowhere", join(folder, "link")));

/** Whether there can be named pipes. */
export const hasPipes = can("named pipes (mkfifo)", (folder) =>
  execFileSync("mkfifo", [join(folder, "pipe")], { stdio: "ignore" }),
);
