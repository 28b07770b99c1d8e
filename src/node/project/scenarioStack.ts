// From places in a scenario's script, as threads run it, to places in the files that it was bundled from.
import { SourceMap } from "node:module";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { mappedSource } from "./sourcePath.ts";

/** What stacks call the script. */
export const scriptName = "sandtable-scenario";

// `new Function` puts the head of a function before its text.
const linesOfHead = 2;

/** A stack with the files' own places. `text` is the script, with its map at the end. */
export function stackInFiles(stack: string, text: string): string {
  const [, encoded] = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/.exec(text) ?? [];
  if (encoded === undefined) return stack;
  const map = new SourceMap(JSON.parse(Buffer.from(encoded, "base64").toString()));
  return stack.replaceAll(new RegExp(`${scriptName}:(\\d+):(\\d+)`, "g"), (place, line, column) => {
    const entry = map.findEntry(line - 1 - linesOfHead, column - 1);
    if (!("originalSource" in entry)) return place;
    const file = mappedSource(map.payload.sourceRoot, entry.originalSource);
    return `${file}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

/** Gives what a trial has thrown the places in its own files. */
export function placeInFiles(error: unknown, text: string): void {
  if (error instanceof ScenarioFailure && error.cause instanceof Error)
    error.cause.stack = stackInFiles(error.cause.stack ?? "", text);
}
