// Which outputs an edited file makes old.
import { join, sep } from "node:path";
import { notebooksHome } from "../project/findNotebooks.ts";
import { shownPath } from "../project/posix.ts";
import { filesOf, type Project } from "../project/project.ts";
import { textIfReadable } from "../project/readText.ts";

/** What an edit is looked at with: changed paths, relative to the project's folder. */
export interface Edit {
  changed: ReadonlySet<string>;
  project: Project;
}

/**
 * Whether a scenario has to be run again: for its own two files and those of the scenarios that feed it, or one in scenarios/
 * that is no other's own.
 */
export function affectsScenario(name: string, { changed, project }: Edit): boolean {
  const feeders = feedersOf(name, project);
  const others = new Set(
    project.scenarios
      .filter((one) => one.name !== name && !feeders.has(one.name))
      .flatMap(({ model, config }) => [model, config]),
  );
  const { model } = filesOf(name);
  const home = `${model.split(sep)[0]}/`;
  return [...changed].some((path) => path.startsWith(home) && !others.has(path.split("/").join(sep)));
}

/** The scenarios whose outputs one names in its text, directly and indirectly: read without running any. */
export function feedersOf(name: string, { folder, scenarios }: Project): Set<string> {
  const found = new Set<string>();
  const visit = (one: string): void => {
    const text = textIfReadable(join(folder, filesOf(one).model), "written") ?? "";
    for (const [, feeder] of text.matchAll(/\bfrom:\s*["'`]([\w-]+)\./g)) {
      if (found.has(feeder!) || !scenarios.some((scenario) => scenario.name === feeder)) continue;
      found.add(feeder!);
      visit(feeder!);
    }
  };
  visit(name);
  return found;
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
  const own = new Set([shownPath(notebooksHome, `${name}.ts`), ...uses.files]);
  if ([...edit.changed].some((path) => own.has(path.split("/").join(sep)))) return true;
  return uses.scenarios.some((scenario) => affectsScenario(scenario, edit));
}
