// From the paths that esbuild writes into maps and messages to those of the files.
import { resolve } from "node:path";

/**
 * The file at a path of esbuild's, relative to `folder`. It writes every "\" as "/", though it is a sign like others in a
 * folder's name here: below the folder itself that is undone.
 */
export function sourcePath(folder: string, path: string): string {
  const found = resolve(folder, path);
  const written = `${folder.replaceAll("\\", "/")}/`;
  return found.startsWith(written) ? resolve(folder, found.slice(written.length)) : found;
}

/** The file of a source in a map: there esbuild writes paths as in URLs. */
export function mappedSource(folder: string, source: string): string {
  return sourcePath(folder, decodeURIComponent(source));
}
