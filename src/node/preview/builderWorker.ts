// The far end of a follower's thread.
import { parentPort, workerData } from "node:worker_threads";
import { blockProcessExit } from "../workers/blockProcessExit.ts";
import { type BuilderOptions, openBuilder, type UserCodePage } from "./builder.ts";
import type { News } from "./server.ts";

/** What a follower is opened with, as it can be sent. */
export interface BuilderStart extends Pick<BuilderOptions, "folder" | "out" | "first"> {
  stuck: readonly string[];
  open: readonly string[];
  /** Whether failures are told with the place in the program. */
  debug: boolean;
}

export type ToBuilder =
  | { kind: "edited"; changed: readonly string[] }
  /** The pages that somebody looks at now. */
  | { kind: "open"; pages: readonly string[] }
  /** A page has been read, as it was asked with this number. */
  | { kind: "read"; id: number };

export type FromBuilder =
  | { kind: "news"; news: News }
  | { kind: "userCode"; userCodePage: UserCodePage }
  | { kind: "read"; id: number; page: string }
  /** Whoever says so now and then has come back from all that it has begun; `edits` were heard so far. */
  | { kind: "alive"; edits: number };

/** So often a follower says that it is alive. */
const beatMs = 200;

/** Opens the follower of this thread; `describe` tells failures in the words of the command line. */
export function serveBuilder(describe: (error: unknown, options: { debug: boolean }) => string): void {
  const { start } = workerData as { start: BuilderStart };
  const { folder, out, first, stuck, debug } = start;
  const port = parentPort!;
  const say = (message: FromBuilder) => port.postMessage(message);
  blockProcessExit();
  let open = new Set(start.open);
  let asked = 0;
  const readers = new Map<number, () => void>();
  const builder = openBuilder({
    folder,
    out,
    first,
    stuck: new Set(stuck),
    open: () => open,
    tell: (news) => say({ kind: "news", news }),
    read: (page) =>
      new Promise((resolve) => {
        const id = ++asked;
        readers.set(id, resolve);
        say({ kind: "read", id, page });
      }),
    describe: (error) => describe(error, { debug }),
    onUserCode: (userCodePage) => say({ kind: "userCode", userCodePage }),
  });
  let edits = 0;
  setInterval(() => say({ kind: "alive", edits }), beatMs);
  port.on("message", (message: ToBuilder) => {
    switch (message.kind) {
      case "edited":
        // Said before anything is begun: an edit whose page does not come back has been heard all the same.
        edits++;
        say({ kind: "alive", edits });
        builder.edited(new Set(message.changed));
        return;
      case "open":
        open = new Set(message.pages);
        return;
      case "read":
        readers.get(message.id)?.();
        readers.delete(message.id);
    }
  });
}
