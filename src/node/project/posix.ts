// Paths in what is stored, printed or matched have forward slashes, on every system.
import { join, relative, sep } from "node:path";

/** A path with "/" between folders. Where the system's own separator is "/", a "\" is a sign like others, and stays. */
export function toPosix(path: string, separator: string = sep): string {
  return separator === "/" ? path : path.replaceAll(separator, "/");
}

/** The way from a folder to a file, with "/": "scenarios/payments.ts". */
export function towards(folder: string, file: string): string {
  return toPosix(relative(folder, file));
}

/** Parts of a path in one, with "/": for what is printed or stored. */
export function shownPath(...parts: string[]): string {
  return toPosix(join(...parts));
}
