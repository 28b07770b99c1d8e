// Models read anew after each edit: for the preview and for notebooks that are run again.

import { bundleScenario } from "./scenarioBundle.ts";
import type { ReadModel, ScenarioModule } from "./scenarioModule.ts";
import { runScript } from "./scenarioScript.ts";

/** Reads models as they stand in their files now; one whose text has not changed is the same object as before. */
export function createFreshImporter(): ReadModel {
  const known = new Map<string, ScenarioModule>();
  return async (path) => {
    const script = await bundleScenario(path);
    const before = known.get(path);
    if (before?.script === script) return before;
    const model = { script, default: runScript(script) };
    known.set(path, model);
    return model;
  };
}
