// Which outputs an edited file makes old.
import { join, relative, sep } from "node:path";
import type { ExecutedNotebook } from "./notebooks/execute.ts";
import { notebooksHome } from "./notebooks/project.ts";
import { filesOf, type ScenarioFiles } from "./project.ts";

/** What an edit is looked at with: changed paths, relative to the project's folder. */
export interface Edit {
  folder: string;
  changed: ReadonlySet<string>;
  /** The project's scenarios. */
  scenarios: readonly ScenarioFiles[];
}

/** Whether a scenario has to be run again: for its own two files, or one in scenarios/ that is no other's own. */
export function affectsScenario(name: string, { changed, scenarios }: Edit): boolean {
  const others = new Set(
    scenarios.filter((one) => one.name !== name).flatMap(({ model, config }) => [model, config]),
  );
  const { model } = filesOf(name);
  const home = `${model.split(sep)[0]}/`;
  return [...changed].some((path) => path.startsWith(home) && !others.has(path.split("/").join(sep)));
}

/** Whether a notebook has to be executed again. `last` is what it gave before, if it was ever executed. */
export function affectsNotebook(name: string, last: ExecutedNotebook | undefined, edit: Edit): boolean {
  if (!last) return true;
  const { folder, changed } = edit;
  const own = new Set([
    join(notebooksHome, `${name}.ts`),
    ...last.files.map((file) => relative(folder, file)),
  ]);
  if ([...changed].some((path) => own.has(path.split("/").join(sep)))) return true;
  return last.scenarios.some((scenario) => affectsScenario(scenario, edit));
}
