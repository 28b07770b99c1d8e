// A follower in a thread of its own. Scenarios and notebooks are code: one that never comes back, or ends its thread,
// is told like any other failure, and another thread goes on with the rest.
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { type Builder, indexPage, type UserCodePage } from "./builder.ts";
import type { BuilderStart, FromBuilder, ToBuilder } from "./builderWorker.ts";
import type { News } from "./server.ts";

export interface SupervisorOptions extends Pick<BuilderStart, "folder" | "out" | "first" | "debug"> {
  /** Absolute path of the TypeScript file that serves a follower. */
  script: string;
  open(): ReadonlySet<string>;
  tell(news: News): void;
  read(page: string): Promise<void>;
  /** So long a page's own code may keep the others waiting. */
  patienceMs?: number;
}

const defaultPatienceMs = 10_000;
/** So long a thread may take to start, on a machine that has much to do. */
const startingMs = 30_000;
/** Whoever edits while nothing comes back is not kept waiting as long. */
const editPatienceMs = 2_000;
/** So often it is looked whether the thread lives, and told what is open. */
const lookMs = 100;

/** Opens a follower in a thread, and replaces it where it does not come back. */
export function superviseBuilder(options: SupervisorOptions): Builder {
  const { script, folder, out, first, debug, open, tell, read, patienceMs = defaultPatienceMs } = options;
  const stuck = new Set<string>();
  let worker: Worker | undefined;
  let userCodePage: UserCodePage | undefined;
  let isReady = false;
  let heard = 0;
  let looked = 0;
  let shown = "";
  /** How many edits the thread was told of, and what was edited since it last knew of all. */
  let edits = 0;
  let unheard = new Set<string>();
  begin();
  const looking = setInterval(look, lookMs);

  function begin(): void {
    const start: BuilderStart = { folder, out, first, debug, stuck: [...stuck], open: [...open()] };
    const thread = new Worker(bootstrap, {
      eval: true,
      execArgv: [],
      workerData: { loader, script: pathToFileURL(script).href, start },
    });
    worker = thread;
    userCodePage = undefined;
    isReady = false;
    heard = Date.now();
    shown = start.open.join();
    thread.on("message", (message: FromBuilder) => {
      if (worker === thread) hear(message);
    });
    thread.on("error", (error) => {
      if (worker === thread) replace(`ended the preview's thread: ${error.message}`);
    });
    thread.on("exit", () => {
      if (worker === thread) replace("ended the preview's thread");
    });
    edits = 0;
    if (unheard.size > 0) sayEdited(unheard);
  }

  function sayEdited(changed: ReadonlySet<string>): void {
    edits++;
    say({ kind: "edited", changed: [...changed] });
  }

  function say(message: ToBuilder): void {
    worker?.postMessage(message);
  }

  function hear(message: FromBuilder): void {
    heard = Date.now();
    switch (message.kind) {
      case "news":
        tell(message.news);
        return;
      case "userCode":
        userCodePage = message.userCodePage;
        return;
      case "read":
        void read(message.page).then(() => say({ kind: "read", id: message.id }));
        return;
      case "alive":
        isReady = true;
        if (message.edits === edits) unheard = new Set();
    }
  }

  function look(): void {
    const now = Date.now();
    // A machine that has slept, or had no time for this thread, says nothing of the other.
    if (now - looked > 10 * lookMs) heard = now;
    looked = now;
    tellOpen();
    const whileAlive = isReady && unheard.size > 0 ? Math.min(editPatienceMs, patienceMs) : patienceMs;
    const patience = isReady || userCodePage ? whileAlive : startingMs;
    if (worker !== undefined && now - heard > patience) {
      replace(
        `does not come back, and was ended after ${seconds(now - heard)}: is there a loop without an end?`,
      );
    }
  }

  function tellOpen(): void {
    const pages = [...open()];
    if (pages.join() === shown) return;
    shown = pages.join();
    say({ kind: "open", pages });
  }

  /** Tells what went wrong, and has another thread do the rest. */
  function replace(failure: string): void {
    void worker?.terminate();
    worker = undefined;
    const { page, file } = userCodePage ?? { page: indexPage, file: "sandtable" };
    tell({ kind: "failed", page, message: `${file}: ${failure}\nIt is tried again when it is edited.` });
    if (userCodePage) stuck.add(page);
    // What ends before any page has been begun would end again: it waits for an edit.
    if (userCodePage) begin();
  }

  return {
    edited(changed) {
      for (const path of changed) unheard.add(path);
      tellOpen();
      if (worker === undefined) begin();
      else sayEdited(changed);
    },
    async close() {
      clearInterval(looking);
      const last = worker;
      worker = undefined;
      await last?.terminate();
    },
  };
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}

/** Threads do not inherit what lets Node read TypeScript. */
const loader = import.meta.resolve("tsx/esm/api");
const bootstrap = `const { workerData } = require("node:worker_threads");
import(workerData.loader).then(({ register }) => {
  register();
  return import(workerData.script);
});`;
