// What files looked like at a moment, to find those that have changed since.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { towards } from "./posix.ts";

/** What changes with a file's content, by its path: relative, with "/" between folders. */
export type FileStamps = ReadonlyMap<string, string>;

/** The files below these parts of a folder as they are now; none where a part is not there. */
export function stampFiles(folder: string, parts: readonly string[]): FileStamps {
  const stamps = new Map<string, string>();
  // A link may lead to a folder around it.
  const entered = new Set<string>();
  const visit = (path: string) => {
    try {
      const stats = statSync(join(folder, path), { bigint: true });
      const identity = `${stats.dev}:${stats.ino}`;
      if (!stats.isDirectory())
        return void stamps.set(path, `${identity} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`);
      if (entered.has(identity)) return;
      entered.add(identity);
      for (const name of readdirSync(join(folder, path))) if (!isTemporary(name)) visit(`${path}/${name}`);
    } catch {
      // What is gone, or closed to us, is not there.
    }
  };
  for (const part of parts) visit(part);
  return stamps;
}

/** The files that came, went or changed between two moments. */
export function changedFiles(before: FileStamps, after: FileStamps): ReadonlySet<string> {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return new Set(paths.filter((path) => before.get(path) !== after.get(path)));
}

/** Whether an absolute path is none of `folder`, its parts, and what is in them; or temporary. */
export function isHidden(folder: string, path: string, parts: readonly string[]): boolean {
  const [part, ...others] = towards(folder, path).split("/");
  return part !== "" && (!parts.includes(part!) || others.some(isTemporary));
}

/** Hidden files, and the copies that editors keep. */
function isTemporary(name: string): boolean {
  return name.startsWith(".") || name.endsWith("~");
}
