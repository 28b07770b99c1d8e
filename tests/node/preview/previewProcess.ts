// A preview as a process of its own, with what it prints and how much memory it takes.
import type { ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type Ended, ended, start } from "../../cli/sandtable.ts";

const patienceMs = 60_000;

/** A preview that runs. */
export interface PreviewProcess {
  /** "http://127.0.0.1:4640/" */
  url: string;
  /** Does something, and resolves with all that is printed from then on as soon as it matches; rejects after a minute. */
  after(act: () => void, pattern: RegExp): Promise<string>;
  /** Shows a page as a browser does: loads it, and stays connected. */
  open(page: string): void;
  /** Resident memory in MB of it and its builder, without esbuild's own process. */
  memory(): number;
  /** The numbers of its processes, its own first. */
  processes(): number[];
  /** Interrupts it as Ctrl-C does. */
  interrupt(): Promise<Ended>;
}

/** Starts a preview of the project in `folder`, and waits for its address. */
export async function startPreviewProcess(folder: string, ...words: string[]): Promise<PreviewProcess> {
  const child: ChildProcess = start(folder, "preview", ...words);
  let printed = "";
  for (const stream of [child.stdout!, child.stderr!])
    stream.on("data", (text) => {
      printed += text;
    });
  const end = ended(child);
  const printedFrom = async (from: number, pattern: RegExp) => {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const text = printed.slice(from);
      if (pattern.test(text)) return text;
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`the preview ended (${child.exitCode ?? child.signalCode}):\n${text}`);
      if (Date.now() > deadline) throw new Error(`${pattern} was not printed:\n${text}`);
      await sleep(10);
    }
  };
  const [url] = /http:\S+\//.exec(await printedFrom(0, /http:\S+\/\s/))!;
  return {
    url,
    after: (act, pattern) => {
      const from = printed.length;
      act();
      return printedFrom(from, pattern);
    },
    open: (page) => {
      get(`${url}~preview?page=${encodeURIComponent(page)}&version=0`, (stream) => {
        stream.on("error", () => undefined).resume();
      }).on("error", () => undefined);
    },
    memory: () => processesFrom(child.pid!).reduce((sum, pid) => sum + memoryOf(pid), 0),
    processes: () => processesFrom(child.pid!),
    interrupt: () => {
      child.kill("SIGINT");
      return end;
    },
  };
}

/** The numbers of a process and of all below it. */
function processesFrom(pid: number): number[] {
  const tasks = readdirSync(`/proc/${pid}/task`);
  const children = tasks.flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean),
  );
  return [pid, ...children.flatMap((child) => processesFrom(Number(child)))];
}

/** What a process takes in MB; 0 for esbuild's. */
function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const [, kilobytes = "0"] = /VmRSS:\s*(\d+)/.exec(status) ?? [];
  return /^Name:\s*esbuild/.test(status) ? 0 : Number(kilobytes) / 1024;
}
