// Files appear whole: a reader sees the old text or the new one, never a part, whenever the machine stops.
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { interrupted } from "../workers/blockProcessExit.ts";
import { renameOver } from "./renameOver.ts";

/** Text is written as UTF-8. */
export type Content = string | Uint8Array;

/** A link stands where a folder of the outputs is wanted: written through, it would change files elsewhere. */
class LinkInTheWay extends Error {
  constructor(path: string, target: string) {
    super(`${path}: is a symbolic link to ${target}, nothing is written through it (remove it: rm ${path})`);
    this.name = "LinkInTheWay";
  }
}

/** Files to write under one folder: relative path, with "/" between folders, to content. */
export type FileSet = ReadonlyMap<string, Content>;

/**
 * Writes one file whole: into a temporary file beside it, flushed to the disk, then renamed over it.
 * Makes the folders it needs. Leaves nothing where it fails.
 */
export async function writeWhole(path: string, content: Content): Promise<void> {
  await writeSet(dirname(path), new Map([[basename(path), content]]));
}

/**
 * Writes files that belong together, and removes those that `stale` names (relative to `folder`).
 * They appear in the order of `files`. All are on the disk under temporary names before the first appears, so a full disk changes nothing and leaves no
 * empty folder; an interruption is heeded between files, but not between the renames.
 */
export async function writeSet(folder: string, files: FileSet, stale: readonly string[] = []): Promise<void> {
  const targets = [...files].map(([path, content]) => ({ path: join(folder, path), content }));
  const folders = [...new Set(targets.map(({ path }) => dirname(path)))];
  const made: string[] = [];
  const staged: { temporary: string; path: string }[] = [];
  const discard = () => {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
    for (const path of made.reverse()) removeEmpty(path);
  };
  const stopWatching = onTermination(discard);
  try {
    for (const path of folders) {
      makeFolder(path, made);
      sweep(path);
    }
    for (const { path, content } of targets) {
      const temporary = temporaryName(path);
      staged.push({ temporary, path });
      flushed(temporary, "wx", (file) => writeFileSync(file, content));
      await signals();
    }
    for (const { temporary, path } of staged) renameOver(temporary, path);
    for (const path of stale) rmSync(join(folder, path), { force: true });
    for (const path of folders) flushFolder(path);
    await signals();
  } catch (error) {
    discard();
    throw error;
  } finally {
    stopWatching();
  }
}

/**
 * Writes a folder of the outputs as `writeSet` does. What holds the outputs may be a link, this folder and those in it may not.
 * @throws LinkInTheWay
 */
export async function writeOutputFolder(
  folder: string,
  files: FileSet,
  stale?: readonly string[],
): Promise<void> {
  for (const path of new Set(
    ["", ...files.keys()].map((file) => (file ? dirname(join(folder, file)) : folder)),
  )) {
    if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) continue;
    throw new LinkInTheWay(path, readlinkSync(path));
  }
  await writeSet(folder, files, stale);
}

/**
 * Makes a folder and those above it, and adds those that were not there to `made`. One by one: asked for all at once,
 * Node tells of a disk that is read-only as of a folder that is missing.
 */
function makeFolder(path: string, made: string[]): void {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path && !existsSync(above)) makeFolder(above, made);
  try {
    mkdirSync(path);
    made.push(path);
  } catch (error) {
    // Another process may have been quicker.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else was put into it meanwhile.
  }
}

/** Opens a file or folder, lets `act` write into it, and flushes it to the disk. */
function flushed(path: string, flags: "wx" | "r", act: (file: number) => void = () => undefined): void {
  const file = openSync(path, flags);
  try {
    act(file);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A rename lasts through a power cut only once its folder is flushed too; not every system lets one do that. */
function flushFolder(path: string): void {
  try {
    flushed(path, "r");
  } catch {
    // The files are whole in any case.
  }
}

// The name tells the process, so that another's leftovers can be told from work under way.
const temporaryPattern = /^\..+\.(\d+)-[\w-]+\.sandtable-tmp$/;

function temporaryName(path: string): string {
  return join(
    dirname(path),
    `.${basename(path)}.${process.pid}-${randomBytes(4).toString("hex")}.sandtable-tmp`,
  );
}

/** Removes the temporary files of processes that were killed while they wrote into `folder`. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const owner = temporaryPattern.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0); // signal 0 asks only whether the process is there
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Lets the signals that have come be handled. One turn of the event loop may end before it looks for them, two do not. */
async function signals(): Promise<void> {
  await nextTurn();
  await nextTurn();
}

/**
 * Runs `clean` and ends the process where it is interrupted before the returned function is called. Elsewhere
 * the system's own handling is left in place: it ends the process at once, even in the midst of a long calculation.
 */
function onTermination(clean: () => void): () => void {
  const handlers = Object.entries(interrupted).map(([signal, exitCode]) => {
    const handle = () => {
      clean();
      process.exit(exitCode);
    };
    process.once(signal, handle);
    return () => process.off(signal, handle);
  });
  return () => {
    for (const remove of handlers) remove();
  };
}
