// The command line, as most tests use it in their own process, and as a person or a script meets it in its own.
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
// It always works from the folder that it is first imported in: one that stays.
import "esbuild";
import { runCommand } from "../../src/cli/runCommand.ts";
import { Session } from "../../src/node/project/session.ts";

export interface Said {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Ended extends Said {
  signal: NodeJS.Signals | null;
}

// Folder and streams belong to the whole process: one command after the other.
/** One for all commands, so that each does not bundle the kit anew. */
const session = new Session();
let last: Promise<unknown> = Promise.resolve();

/** Runs `sandtable` with these words in `folder`, without the second that a process takes to begin. */
export function sandtable(folder: string, ...words: string[]): Promise<Said> {
  const said = last.then(() => runIn(folder, words));
  last = said.catch(() => undefined);
  return said;
}

async function runIn(folder: string, words: readonly string[]): Promise<Said> {
  const before = process.cwd();
  const [stdout, stderr] = [listen(process.stdout), listen(process.stderr)];
  process.chdir(folder);
  try {
    const code = await runCommand(words, session);
    return { code, stdout: stdout.heard(), stderr: stderr.heard() };
  } finally {
    process.chdir(before);
    stdout.end();
    stderr.end();
  }
}

/** Hears what is written to a stream, which itself hears nothing until the end. */
function listen(stream: NodeJS.WriteStream) {
  const { write } = stream;
  let text = "";
  stream.write = (part: string | Uint8Array) => {
    text += typeof part === "string" ? part : Buffer.from(part).toString();
    return true;
  };
  return {
    heard: () => text,
    end: () => {
      stream.write = write;
    },
  };
}

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** Starts `sandtable` with these words in `folder` as a process of its own. */
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
