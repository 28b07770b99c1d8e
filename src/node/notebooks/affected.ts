// Which outputs an edited file makes old.
import { join, sep } from "node:path";
import { notebooksHome } from "../project/findNotebooks.ts";
import { filesOf, type ScenarioFiles } from "../project/project.ts";

/** What an edit is looked at with: changed paths, relative to the project's folder. */
export interface Edit {
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

/** What a notebook stands on beside its own text. */
export interface Uses {
  /** Names of scenarios. */
  scenarios: readonly string[];
  /** Files that it imports, relative to the project's folder. */
  files: readonly string[];
}

/** Whether a notebook has to be executed again. `uses` is absent where it was never executed. */
export function affectsNotebook(name: string, uses: Uses | undefined, edit: Edit): boolean {
  if (!uses) return true;
  const own = new Set([join(notebooksHome, `${name}.ts`), ...uses.files]);
  if ([...edit.changed].some((path) => own.has(path.split("/").join(sep)))) return true;
  return uses.scenarios.some((scenario) => affectsScenario(scenario, edit));
}
