// A scenario's file as one script. Every scenario is also played in the browser: what only Node has is refused.
import { builtinModules } from "node:module";
import { dirname } from "node:path";
import type { Message, Plugin } from "esbuild";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { bundle } from "./bundle.ts";
import { checkedFiles, refusedFiles } from "./checkedFiles.ts";
import { kitDoor, kitDoorName } from "./kitDoor.ts";
import { towards } from "./posix.ts";
import { readText } from "./readText.ts";
import type { Session } from "./session.ts";
import { sourcePath } from "./sourcePath.ts";

/**
 * The script that delivers what a file exports: one text for all who run it. It uses two names from outside, `deliver`
 * and `Math`, and ends with a map. What is wrong with the files is told as a scenario's failure, with the places.
 */
export async function bundleScenario(file: string, session: Session): Promise<string> {
  // esbuild follows a link before its plugins see it, and would read a device for ever.
  readText(file, "written", towards(process.cwd(), file));
  const entry = `import * as all from ${JSON.stringify(file)};\ndeliver(all.default);`;
  return bundleEntry(entry, dirname(file), session);
}

/** The same from a text that declares `scenario`. */
export function bundleDeclaration(declaration: string, folder: string, session: Session): Promise<string> {
  return bundleEntry(`${declaration}\ndeliver(scenario);`, folder, session);
}

async function bundleEntry(entry: string, folder: string, session: Session): Promise<string> {
  // Files are told as from the project's folder: scenarios/payments.ts.
  const mapFrom = dirname(folder);
  try {
    // Not minified, which would reckon constant powers in other bits than those of exact functions.
    const plugins = [browserOnly, kitDoor(session), checkedFiles([folder])];
    return await bundle({ entry, folder, platform: "browser", mapFrom, plugins });
  } catch (thrown) {
    const error = refusedFiles(thrown);
    const messages = (error as { errors?: Message[] }).errors;
    if (!Array.isArray(messages) || messages.length === 0) throw error;
    throw new ScenarioFailure(messages.map((message) => describe(message, mapFrom)).join("\n"));
  }
}

// The kit's own door that adds files and threads.
const notebookDoor = "sandtable/notebook";

// As a pattern, so that esbuild asks about these alone: a question for each import would take longer than the bundle.
const nodesOwn = new RegExp(`^(node:.*|${[...builtinModules, notebookDoor].join("|")})$`);

const browserOnly: Plugin = {
  name: "browser-only",
  setup(build) {
    build.onResolve({ filter: nodesOwn }, ({ path }) => ({
      errors: [{ text: `a scenario is also played in the browser, so it may not import "${path}"` }],
    }));
  },
};

/** `scenarios/payments.ts:3:30: …`; columns count from 1. */
function describe({ text, location, pluginName }: Message, from: string): string {
  const isRefused = [browserOnly.name, kitDoorName].includes(pluginName);
  const reason = isRefused ? text : `cannot be read: ${text}`;
  if (!location) return reason;
  const file = towards(process.cwd(), sourcePath(from, location.file));
  return `${file}:${location.line}:${location.column + 1}: ${reason}`;
}
