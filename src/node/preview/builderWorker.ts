// The builder's end of its thread.
import { parentPort, workerData } from "node:worker_threads";
import { blockProcessExit } from "../workers/blockProcessExit.ts";
import type { BuildEvent } from "./buildEvent.ts";
import { openBuilder } from "./builder.ts";
import type { BuilderOptions, UserCodePage } from "./builderState.ts";

/** What a builder in a thread is opened with. */
export interface BuilderStart extends Pick<BuilderOptions, "folder" | "out" | "first"> {
  /** Pages whose code did not return. */
  stuck: readonly string[];
  /** Pages that are open in a browser. */
  openPages: readonly string[];
  /** Whether failures name the place in the program. */
  debug: boolean;
}

/** What a builder's thread receives. */
export type ToBuilder =
  | { kind: "edited"; changed: readonly string[] }
  /** The pages that are open in a browser from now on. */
  | { kind: "openPages"; pages: readonly string[] }
  /** A browser has loaded the page of the request with this id. */
  | { kind: "loaded"; id: number };

/** What a builder's thread sends. */
export type FromBuilder =
  | { kind: "event"; event: BuildEvent }
  /** A page's own code runs next. */
  | { kind: "userCode"; userCodePage: UserCodePage }
  /** Asks for "loaded" once a browser has loaded the page. */
  | { kind: "awaitLoad"; id: number; page: string }
  /** The thread's event loop runs; `edits` is how many were received so far. */
  | { kind: "alive"; edits: number };

/** Milliseconds between two messages that the thread is alive. */
const beatMs = 200;

/** Opens the builder of this thread; `describe` words failures as the command line does. */
export function serveBuilder(describe: (error: unknown, options: { debug: boolean }) => string): void {
  const { start } = workerData as { start: BuilderStart };
  const { folder, out, first, stuck, debug } = start;
  const port = parentPort!;
  const send = (message: FromBuilder) => port.postMessage(message);
  const state = {
    openPages: new Set(start.openPages),
    /** Edits received. */
    edits: 0,
    /** Requests sent. */
    requests: 0,
    /** Who waits for a page to be loaded, by request. */
    loads: new Map<number, () => void>(),
  };
  blockProcessExit();
  const builder = openBuilder({
    folder,
    out,
    first,
    stuck: new Set(stuck),
    openPages: () => state.openPages,
    emit: (event) => send({ kind: "event", event }),
    untilLoaded: (page) =>
      new Promise((resolve) => {
        const id = ++state.requests;
        state.loads.set(id, resolve);
        send({ kind: "awaitLoad", id, page });
      }),
    describe: (error) => describe(error, { debug }),
    onUserCode: (userCodePage) => send({ kind: "userCode", userCodePage }),
  });
  setInterval(() => send({ kind: "alive", edits: state.edits }), beatMs);
  port.on("message", (message: ToBuilder) => {
    switch (message.kind) {
      case "edited":
        state.edits++;
        // Sent before anything is built: an edit whose page does not return has arrived all the same.
        send({ kind: "alive", edits: state.edits });
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
