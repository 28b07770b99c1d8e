// From places in a scenario's script, as threads run it, to places in the files that it was bundled from.
import { createHash } from "node:crypto";
import { SourceMap } from "node:module";
import { readThrown } from "../../simulation/readThrown.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { mappedSource } from "./sourcePath.ts";
import type { UserScript } from "./userCode.ts";

/** What stacks call a script: each text has a name of its own. */
export function scriptName(text: string): string {
  return `sandtable-scenario-${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
}

// `new Function` puts the head of a function before its text.
const linesOfHead = 2;

/** A stack with the files' own places. `text` is the script, with its map at the end. */
export function stackInFiles(stack: string, text: string): string {
  const [, encoded] = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/.exec(text) ?? [];
  if (encoded === undefined) return stack;
  const name = scriptName(text);
  if (!stack.includes(name)) return stack;
  const map = new SourceMap(JSON.parse(Buffer.from(encoded, "base64").toString()));
  return stack.replaceAll(new RegExp(`${name}:(\\d+):(\\d+)`, "g"), (place, line, column) => {
    const entry = map.findEntry(line - 1 - linesOfHead, column - 1);
    if (!("originalSource" in entry)) return place;
    const file = mappedSource(map.payload.sourceRoot, entry.originalSource);
    return `${file}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

/** A stack of one frame: where a function stands in the files of a script; "" where that cannot be told. */
export function stackAt(made: unknown, text: string): string {
  const start = typeof made === "function" ? text.indexOf(Function.prototype.toString.call(made)) : -1;
  if (start < 0) return "";
  const before = text.slice(0, start).split("\n");
  const place = `${before.length + linesOfHead}:${before.at(-1)!.length + 1}`;
  return stackInFiles(`    at ${scriptName(text)}:${place}`, text);
}

/**
 * Gives the failure of a trial the places in its own files: those of what it has thrown, else that of the trial itself.
 */
function placeInFiles(error: unknown, text: string, trial: unknown): void {
  if (!(error instanceof ScenarioFailure)) return;
  const { cause } = error;
  if (cause instanceof Error && cause.stack?.includes(scriptName(text)))
    cause.stack = stackInFiles(cause.stack, text);
  else if (!hasPlace(error))
    error.cause = Object.assign(new Error(error.message), { stack: stackAt(trial, text) });
}

/** The same for a scenario with those that feed it: `stages` ends with the one that is asked. */
export function placeInStages(error: unknown, stages: readonly (UserScript & { trial: unknown })[]): void {
  if (!(error instanceof ScenarioFailure)) return;
  const { cause, message } = error;
  const stack = cause instanceof Error ? (cause.stack ?? "") : "";
  const thrower = stages.find(({ script }) => stack.includes(scriptName(script)));
  const stage =
    thrower ?? stages.find(({ name }) => message.startsWith(`${name}, variant `)) ?? stages.at(-1)!;
  placeInFiles(error, stage.script, stage.trial);
}

function hasPlace({ cause }: ScenarioFailure): boolean {
  return cause instanceof Error && /:\d+:\d+/.test(cause.stack ?? "");
}

/** A failure of the code that runs right now, beneath this call: with the place where it has come to. */
export function placedHere(failure: Error, scripts: Iterable<UserScript>): Error {
  const cause = new Error(failure.message);
  for (const { script } of scripts) cause.stack = stackInFiles(cause.stack ?? "", script);
  failure.cause ??= cause;
  return failure;
}

/** What no one has caught, as a failure of the scenario whose code has thrown it; undefined where that is none of these. */
export function lateFailure(thrown: unknown, scripts: Iterable<UserScript>): ScenarioFailure | undefined {
  const cause = readThrown(thrown);
  for (const { name, script } of scripts) {
    if (!cause.stack!.includes(scriptName(script))) continue;
    cause.stack = stackInFiles(cause.stack!, script);
    return new ScenarioFailure(`${name}: ${cause.message} (${lateWords})`, { cause });
  }
  return undefined;
}

const lateWords =
  "thrown after its trial was over: a trial leaves nothing to be done later, no promise and no timer";
