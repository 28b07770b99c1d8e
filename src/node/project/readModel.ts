// The one way in which a scenario's file is read, whoever runs it: bundled to a script, which is run with exact Math.
import { basename, extname } from "node:path";
import { readThrown } from "../../simulation/readThrown.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { builtIns } from "./builtIns.ts";
import { towards } from "./posix.ts";
import { bundleScenario } from "./scenarioBundle.ts";
import { runScript } from "./scenarioScript.ts";
import { Session } from "./session.ts";
import { userCode, userScripts } from "./userCode.ts";

/** What a scenario's file exports as its default, and the script that has given it. */
export interface ScenarioModule {
  default?: unknown;
  script: string;
}

const models = () => new Map<string, ScenarioModule>();

/**
 * Reads the file at an absolute path as it stands now; one whose text has not changed is the session's same object.
 * @throws ScenarioFailure where it cannot be bundled, else what the file throws itself
 */
export async function readModel(path: string, session = new Session()): Promise<ScenarioModule> {
  const watch = session.get(userCode);
  watch.prepare();
  const known = session.get(models);
  const script = await bundleScenario(path, session);
  const before = known.get(path);
  if (before?.script === script) return before;
  const own = { name: basename(path, extname(path)), script };
  session.get(userScripts).set(path, own);
  const guard = session.get(builtIns);
  guard.begin();
  const model = {
    script,
    default: watch.run(
      (what) => abandonedRead(path, what),
      () => guard.guard(own, () => runScript(script)),
    ),
  };
  known.set(path, model);
  return model;
}

/** The failure of a file whose own code had to be given up. */
function abandonedRead(path: string, what: string): ScenarioFailure {
  return new ScenarioFailure(`${towards(process.cwd(), path)} ${what} while it was read`);
}

/** The failure of a model that has thrown while it was read. */
export function modelFailure(model: string, error: unknown): ScenarioFailure {
  const { name, message } = readThrown(error);
  // What is refused to all scenarios is told in the words of the refusal.
  const words = name === ScenarioFailure.name ? message : `${name}: ${message}`;
  return new ScenarioFailure(`${model} cannot be read: ${words}`, { cause: error });
}
