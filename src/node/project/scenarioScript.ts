// A scenario's script at work: the same text gives the scenario in this thread, in worker threads and in pages.
import { exactMath } from "../../numeric/exactMath/index.ts";
import { scriptName, stackInFiles } from "./scenarioStack.ts";

/**
 * What a scenario's script delivers. The script is run as a function of its own, in which `Math` is the exact one:
 * nothing of the thread around it is changed. Throws what it throws, with the places in its files.
 */
export function runScript(script: string): unknown {
  let delivered: unknown;
  const deliver = (scenario: unknown) => {
    delivered = scenario;
  };
  try {
    // The text is the user's own file as esbuild has bundled it: code that they have asked to be run.
    new Function("Math", "deliver", `${withoutMap(script)}\n//# sourceURL=${scriptName}`)(exactMath, deliver);
  } catch (error) {
    if (error instanceof Error) error.stack = stackInFiles(error.stack ?? "", script);
    throw error;
  }
  return delivered;
}

/** The script as a page's worker runs it, which has installed exact functions for itself. */
export function pageScript(script: string): string {
  const deliver = "(scenario) => { globalThis.sandtableScenario = scenario; }";
  return `((deliver) => {\n${withoutMap(script)}\n})(${deliver});`;
}

/** Node would follow the map by itself where it is told to, and then it could not be followed again. */
function withoutMap(script: string): string {
  return script.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "");
}
