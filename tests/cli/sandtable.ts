// The command line as a process of its own, as a person or a script meets it.
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** Starts `sandtable` with these words in `folder`. */
export function start(folder: string, ...words: string[]): ChildProcess {
  return spawn(process.execPath, ["--import", import.meta.resolve("tsx"), main, ...words], { cwd: folder });
}

/** What a started process has said when it has ended. */
export function ended(child: ChildProcess): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout!.on("data", (text) => {
    stdout += text;
  });
  child.stderr!.on("data", (text) => {
    stderr += text;
  });
  return new Promise((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

/** Runs `sandtable` with these words in `folder` to its end. */
export function sandtable(folder: string, ...words: string[]): Promise<Ended> {
  return ended(start(folder, ...words));
}
