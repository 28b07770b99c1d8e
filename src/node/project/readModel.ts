// The one way in which a scenario's file is read, whoever runs it: bundled to a script, which is run with exact Math.

import { bundleScenario } from "./scenarioBundle.ts";
import type { ReadModel } from "./scenarioModule.ts";
import { runScript } from "./scenarioScript.ts";

/** Reads the file as it stands now. Throws ScenarioFailure where it cannot be bundled, else what it throws itself. */
export const readModel: ReadModel = async (path) => {
  const script = await bundleScenario(path);
  return { script, default: runScript(script) };
};
