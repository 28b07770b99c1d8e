// From the path of a request to a file of the outputs, and to nothing else.
import { realpathSync, statSync } from "node:fs";
import { extname, join, sep } from "node:path";

/** A file that can be served. */
export interface OutputFile {
  /** Absolute. */
  path: string;
  /** Its media type. */
  type: string;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".ipynb": "application/x-ipynb+json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
  ".csv": "text/csv; charset=utf-8",
};
const otherType = "application/octet-stream";

/**
 * The path of a page in the outputs; folders stand for their index.html. Undefined where the URL leads outside, or to a
 * hidden file. pagePath("/payments/report.html?x") → "payments/report.html"
 */
export function pagePath(url: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]!);
  } catch {
    return undefined;
  }
  const parts = path.split("/").filter((part) => part !== "");
  // Names with a dot first are temporary files; ".." leads outside.
  if (parts.some((part) => part.startsWith(".") || /[\0\\:]/.test(part))) return undefined;
  return path.endsWith("/") ? [...parts, "index.html"].join("/") : parts.join("/");
}

/** The file of a page, undefined where there is none inside `out`, links included. */
export function outputFile(out: string, page: string): OutputFile | undefined {
  try {
    const home = realpathSync(out);
    const path = realpathSync(join(home, page));
    if (!path.startsWith(home + sep) || !statSync(path).isFile()) return undefined;
    return { path, type: types[extname(path)] ?? otherType };
  } catch {
    return undefined;
  }
}
