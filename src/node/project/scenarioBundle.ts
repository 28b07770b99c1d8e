// A scenario's file as one script. Every scenario is also played in the browser: what only Node has is refused.
import { builtinModules } from "node:module";
import { relative, resolve } from "node:path";
import type { Message, Plugin } from "esbuild";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { type BundleOptions, bundle } from "./bundle.ts";

/** Bundles a scenario; what is wrong with its files is told as a scenario's failure, with the places. */
export async function bundleScenario(options: BundleOptions): Promise<string> {
  try {
    return await bundle({ ...options, plugins: [browserOnly] });
  } catch (error) {
    const messages = (error as { errors?: Message[] }).errors;
    if (!Array.isArray(messages) || messages.length === 0) throw error;
    throw new ScenarioFailure(messages.map(describe).join("\n"));
  }
}

// The kit's own door that adds files and threads.
const notebookDoor = "#sandtable/notebook";

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
function describe({ text, location }: Message): string {
  if (!location) return text;
  const file = relative(process.cwd(), resolve(location.file));
  return `${file}:${location.line}:${location.column + 1}: ${text}`;
}
