// Where a stack says that a scenario's code has thrown.
import { fileURLToPath } from "node:url";

// A frame is "at trial (/a folder/scenarios/payments.ts:31:26)", with C:\ or file:///C:/ on other systems; a path may hold
// any sign.
const scenarioFrame =
  /^\s*at (?:.*? \()?((?:file:\/\/)?(?:[A-Za-z]:)?[\\/](?:.*[\\/])?scenarios[\\/][^\\/]+\.ts):(\d+):(\d+)\)?$/m;

/** A place in a file; line and column count from 1. */
export interface FramePlace {
  /** Absolute. */
  file: string;
  line: number;
  column: number;
}

/** The innermost frame in a file of a folder scenarios/; undefined where there is none. */
export function framePlace(stack: string): FramePlace | undefined {
  const [, file, line, column] = scenarioFrame.exec(stack) ?? [];
  if (file === undefined) return undefined;
  const path = file.startsWith("file:") ? fileURLToPath(file) : file;
  return { file: path, line: Number(line), column: Number(column) };
}
