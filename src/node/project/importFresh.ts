// Models read anew after each edit: for the preview and for notebooks that are run again.
import { compile } from "./evaluate.ts";
import type { ReadModel } from "./project.ts";

/** Reads models as they stand in their files now; one whose text has not changed is the same object as before. */
export function createFreshImporter(): ReadModel {
  const known = new Map<string, { text: string; exports: Promise<{ default?: unknown }> }>();
  return async (path) => {
    const model = await compile({ file: path });
    const before = known.get(path);
    if (before?.text === model.text) return before.exports;
    const exports = model.run();
    known.set(path, { text: model.text, exports });
    return exports;
  };
}
