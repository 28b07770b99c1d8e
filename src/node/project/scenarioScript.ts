// A scenario's script at work: the same text gives the scenario in this thread, in worker threads and in pages.
import { exactMath } from "../../numeric/exactMath/index.ts";
import { readThrown } from "../../simulation/readThrown.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { scriptName, stackInFiles } from "./scenarioStack.ts";
import type { UserScript } from "./userCode.ts";

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
    const text = `${withoutMap(script)}\n//# sourceURL=${scriptName(script)}`;
    new Function("Math", "deliver", ...late.map(({ name }) => name), text)(exactMath, deliver, ...late);
  } catch (thrown) {
    const error = readThrown(thrown);
    error.stack = stackInFiles(error.stack ?? "", script);
    throw error;
  }
  return delivered;
}

/** In place of the functions that do something later: a trial is over when it returns. */
const late = ["setTimeout", "setInterval", "setImmediate", "queueMicrotask"].map((name) => {
  const refuse = () => {
    throw new ScenarioFailure(`${name} would act after the trial is over, and is refused`);
  };
  return Object.defineProperty(refuse, "name", { value: name });
});

/**
 * The script as a page's worker runs it, which has installed exact functions for itself.
 * @param upstreams scenarios that feed it, each after those that feed it
 */
export function pageScript(script: string, upstreams: readonly UserScript[] = []): string {
  const delivered = (text: string, take: string) =>
    `((deliver) => {\n${withoutMap(text)}\n})((scenario) => { ${take} });`;
  const parts = upstreams.map((one) =>
    delivered(one.script, `upstreams[${JSON.stringify(one.name)}] = scenario;`),
  );
  const take = `globalThis.sandtableScenario = ${parts.length > 0 ? "{ ...scenario, upstreams }" : "scenario"};`;
  return [...(parts.length > 0 ? ["const upstreams = {};"] : []), ...parts, delivered(script, take)].join(
    "\n",
  );
}

/** Node would follow the map by itself where it is told to, and then it could not be followed again. */
function withoutMap(script: string): string {
  return script.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "");
}
