// What esbuild says of a text that is no TypeScript, as other errors are told: file, line, column, reason.
import { relative, resolve } from "node:path";

/** A line of its message; its columns begin at 0. */
const told = /^(.+):(\d+):(\d+): ERROR: (.+)$/gm;

/**
 * The places and reasons in an error's message, a line each; undefined for any other error.
 * `from` is the folder that its paths start at, `folder` the project's.
 */
export function formatEsbuildError(error: unknown, from: string, folder: string): string | undefined {
  if (!(error instanceof Error) || !/^(Transform|Build) failed with /.test(error.message)) return undefined;
  const lines = [...error.message.matchAll(told)].map(([, file, line, column, reason]) => {
    const path = relative(folder, resolve(from, file!));
    return `${path}:${line}:${Number(column) + 1}: cannot be read: ${reason}`;
  });
  return lines.length > 0 ? lines.join("\n") : undefined;
}
