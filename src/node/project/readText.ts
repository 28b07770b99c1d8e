// The one reader for files that people write and that runs leave: regular files of a reasonable size, in UTF-8.
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { decodeText, type TextFile } from "./decodeText.ts";

const megabyte = 2 ** 20;

/** How large a file of each kind may be, in bytes: far above any that is meant. */
const largest = {
  /** Written by hand: configs, claims, checks, prose, notebooks, scenarios. */
  written: 16 * megabyte,
  /** Data from elsewhere. */
  data: 128 * megabyte,
  /** Left by a run: a summary holds every step of every series, a page every chart. */
  output: 256 * megabyte,
} as const;

/** What a file is, which says how large it may be. */
export type FileKind = keyof typeof largest;

/** The name of standard input where a file is asked for. */
export const standardInput = "-";

/** A file that is not there. */
export class MissingFile extends BadInput {}

/**
 * The text of a file. `file` is what messages call it.
 * @throws BadInput where it is no regular file, too large, or no UTF-8: MissingFile where it is not there;
 * the system's error where it cannot be read.
 */
export function readTextFile(path: string, kind: FileKind, file = path): TextFile {
  return decodeText(readBytes(path, kind, file), file);
}

/** The text of a file, without its byte order mark. Throws as `readTextFile` does. */
export function readText(path: string, kind: FileKind, file = path): string {
  return readTextFile(path, kind, file).text;
}

/** The text of a file, undefined where there is none that can be read. */
export function textIfReadable(path: string, kind: FileKind): string | undefined {
  try {
    return readText(path, kind);
  } catch {
    return undefined;
  }
}

/** What standard input gives until its end, as text. Throws as `readTextFile` does. */
export function readStandardInput(): string {
  const file = "standard input";
  return decodeText(contentOf(0, largest.written, file), file).text;
}

/** The bytes of a file. Throws as `readTextFile` does. */
export function readBytes(path: string, kind: FileKind, file = path): Buffer {
  try {
    // Asked before it is opened, as to open a device can already do something.
    checkRegular(statSync(path), file);
    // A pipe that has taken the file's place meanwhile is not waited for.
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      checkRegular(fstatSync(descriptor), file);
      return contentOf(descriptor, largest[kind], file);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw problemOf(error, path, file) ?? error;
  }
}

function checkRegular(found: Stats, file: string): void {
  if (found.isFile()) return;
  if (found.isDirectory()) throw refusal(file, "is a folder, a file is wanted");
  const what = found.isFIFO() ? "a pipe" : found.isSocket() ? "a socket" : "a device";
  throw refusal(file, `is ${what}, a regular file is wanted`, "write what it gives into a file first");
}

/** Read to its end, and no further than the limit: what a file system says of a size need not be so. */
function contentOf(descriptor: number, limit: number, file: string): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  for (;;) {
    const part = Buffer.allocUnsafe(Math.min(megabyte, limit + 1 - length));
    const count = readSync(descriptor, part);
    if (count === 0) return Buffer.concat(parts, length);
    parts.push(part.subarray(0, count));
    length += count;
    if (length > limit)
      throw refusal(file, `is larger than ${limit / megabyte} MB, which is the most that is read`);
  }
}

function problemOf(error: unknown, path: string, file: string): BadInput | undefined {
  const { code } = error as NodeJS.ErrnoException;
  // A file where a folder is wanted, a name with a NUL, one that is too long: there is no such file.
  const isMissing = code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG" || path.includes("\0");
  if (isMissing) return new MissingFile([{ path: file, message: "there is no such file" }]);
  if (code === "EISDIR") return refusal(file, "is a folder, a file is wanted");
  return undefined;
}

function refusal(file: string, message: string, hint?: string): BadInput {
  const problem: Problem = { path: file, message, ...(hint !== undefined && { hint }) };
  return new BadInput([problem]);
}
