// The builder's end of its process.
import { Worker } from "node:worker_threads";
import { blockProcessExit } from "../workers/blockProcessExit.ts";
import type { BuildEvent } from "./buildEvent.ts";
import { openBuilder } from "./builder.ts";
import type { BuilderOptions, BuildStates, UserCodePage } from "./builderState.ts";

/** What a builder in a process is opened with. */
export interface BuilderStart extends Pick<BuilderOptions, "folder" | "out" | "first"> {
  /** What the process before this one left. */
  pages: BuildStates;
  /** Pages that are open in a browser. */
  openPages: readonly string[];
  /** Whether failures name the place in the program. */
  debug: boolean;
}

/** What a builder's process receives. */
export type ToBuilder =
  /** The first message. */
  | { kind: "start"; start: BuilderStart }
  | { kind: "edited"; changed: readonly string[] }
  /** The pages that are open in a browser from now on. */
  | { kind: "openPages"; pages: readonly string[] }
  /** A browser has loaded the page of the request with this id. */
  | { kind: "loaded"; id: number };

/** What a builder's process sends. */
export type FromBuilder =
  | { kind: "event"; event: BuildEvent }
  /** These pages are to be built. */
  | { kind: "ordered"; pages: readonly string[] }
  /** A page's own code runs next. */
  | { kind: "userCode"; userCodePage: UserCodePage }
  /** Asks for "loaded" once a browser has loaded the page. */
  | { kind: "awaitLoad"; id: number; page: string }
  /** The process's event loop runs. */
  | Alive
  /** It ends, since something was thrown that nobody caught. */
  | { kind: "uncaught"; message: string };

/** That a process lives, and how it is. */
export interface Alive {
  kind: "alive";
  /** Edits that it has received. */
  edits: number;
  /** Whether nothing is left to build or to finish. */
  isIdle: boolean;
  /** The memory that it takes, in MB. */
  memory: number;
}

/** Milliseconds between two messages that the process is alive. */
const beatMs = 200;

/** Opens the builder of this process; `describe` words failures as the command line does. */
export function serveBuilder(describe: (error: unknown, options: { debug: boolean }) => string): void {
  const exit = blockProcessExit();
  endWithParent(exit);
  process.on("uncaughtException", (error) => {
    send({ kind: "uncaught", message: error instanceof Error ? error.message : String(error) }, () =>
      exit(1),
    );
  });
  process.once("message", ({ start }: ToBuilder & { kind: "start" }) => open(start, describe));
}

function send(message: FromBuilder, done?: () => void): void {
  // What cannot be sent has nobody left to receive it.
  process.send!(message, undefined, {}, () => done?.());
}

function open(
  { debug, openPages, ...start }: BuilderStart,
  describe: (error: unknown, options: { debug: boolean }) => string,
): void {
  const state = {
    openPages: new Set(openPages),
    /** Edits received. */
    edits: 0,
    /** Requests sent. */
    requests: 0,
    /** Who waits for a page to be loaded, by request. */
    loads: new Map<number, () => void>(),
  };
  const builder = openBuilder({
    ...start,
    openPages: () => state.openPages,
    emit: (event) => send({ kind: "event", event }),
    onOrdered: (pages) => send({ kind: "ordered", pages }),
    untilLoaded: (page) =>
      new Promise((resolve) => {
        const id = ++state.requests;
        state.loads.set(id, resolve);
        send({ kind: "awaitLoad", id, page });
      }),
    describe: (error) => describe(error, { debug }),
    onUserCode: (userCodePage) => send({ kind: "userCode", userCodePage }),
  });
  const beat = (isIdle = builder.isIdle()) => {
    const memory = Math.round(process.memoryUsage.rss() / bytesPerMegabyte);
    send({ kind: "alive", edits: state.edits, isIdle, memory });
  };
  setInterval(() => beat(), beatMs);
  process.on("message", (message: ToBuilder) => {
    switch (message.kind) {
      case "edited":
        state.edits++;
        // Sent before anything is built: an edit whose page does not return has arrived all the same. What is to be
        // built is not known yet, but that there is work.
        beat(false);
        builder.edited(new Set(message.changed));
        return;
      case "openPages":
        state.openPages = new Set(message.pages);
        return;
      case "loaded":
        state.loads.get(message.id)?.();
        state.loads.delete(message.id);
    }
  });
}

const bytesPerMegabyte = 2 ** 20;

/** Ends this process when the one that has started it is gone, though a page's code may keep it from hearing that. */
function endWithParent(exit: typeof process.exit): void {
  process.on("disconnect", () => exit(0));
  const watching = new Worker(
    `const parent = process.ppid;
setInterval(() => process.ppid === parent || process.kill(process.pid, "SIGKILL"), 1000);`,
    { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 } },
  );
  watching.unref();
}
