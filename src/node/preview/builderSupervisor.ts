// A builder in a thread of its own. Scenarios and notebooks are code: where that does not return, or ends its thread, it
// is a failure like any other, and another thread goes on. When a thread counts as lost is in supervisorState.ts.
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { BuildEvent } from "./buildEvent.ts";
import type { Builder } from "./builder.ts";
import type { BuilderStart, FromBuilder, ToBuilder } from "./builderWorker.ts";
import {
  checkMs,
  initialSupervisorState,
  type SupervisorAction,
  type SupervisorEvent,
  type SupervisorState,
  supervisorTransition,
} from "./supervisorState.ts";

/** What a supervised builder is opened with. */
export interface SupervisorOptions extends Pick<BuilderStart, "folder" | "out" | "first" | "debug"> {
  /** Absolute path of the TypeScript file that serves a builder. */
  script: string;
  openPages(): ReadonlySet<string>;
  emit(event: BuildEvent): void;
  /** Resolves when a browser has loaded the page as it was emitted last. */
  untilLoaded(page: string): Promise<void>;
  /** Milliseconds that a page's own code may run without a pause. */
  patienceMs?: number;
}

const defaultPatienceMs = 10_000;

interface Supervisor extends SupervisorOptions {
  state: SupervisorState;
  /** The thread whose messages count. */
  thread: Worker | undefined;
}

/** Opens a builder in a thread, and replaces the thread where it does not return. */
export function superviseBuilder(options: SupervisorOptions): Builder {
  const supervisor: Supervisor = { ...options, state: initialSupervisorState, thread: undefined };
  dispatch(supervisor, { kind: "opened" });
  const checking = setInterval(() => dispatch(supervisor, { kind: "check" }), checkMs);
  return {
    edited: (changed) => dispatch(supervisor, { kind: "edited", changed }),
    async close() {
      clearInterval(checking);
      await terminate(supervisor);
    },
  };
}

function dispatch(supervisor: Supervisor, event: SupervisorEvent): void {
  const { openPages, patienceMs = defaultPatienceMs } = supervisor;
  const circumstances = { now: Date.now(), openPages: [...openPages()], patienceMs };
  const { state, actions } = supervisorTransition(supervisor.state, event, circumstances);
  supervisor.state = state;
  for (const action of actions) perform(supervisor, action);
}

function perform(supervisor: Supervisor, action: SupervisorAction): void {
  switch (action.kind) {
    case "start": {
      const { folder, out, first, debug } = supervisor;
      const { stuck, openPages } = action;
      startThread(supervisor, { folder, out, first, debug, stuck, openPages });
      return;
    }
    case "send":
      supervisor.thread?.postMessage(action.message);
      return;
    case "terminate":
      void terminate(supervisor);
      return;
    case "emit":
      supervisor.emit(action.event);
      return;
    case "awaitLoad": {
      const { thread } = supervisor;
      const answer: ToBuilder = { kind: "loaded", id: action.id };
      void supervisor.untilLoaded(action.page).then(() => thread?.postMessage(answer));
    }
  }
}

function startThread(supervisor: Supervisor, start: BuilderStart): void {
  const thread = new Worker(bootstrap, {
    eval: true,
    execArgv: [],
    workerData: { loader, script: pathToFileURL(supervisor.script).href, start },
  });
  supervisor.thread = thread;
  const dispatchOwn = (event: SupervisorEvent) => {
    if (supervisor.thread === thread) dispatch(supervisor, event);
  };
  const ended = "ended the preview's thread";
  thread.on("message", (message: FromBuilder) => dispatchOwn({ kind: "message", message }));
  thread.on("error", ({ message }) => dispatchOwn({ kind: "ended", failure: `${ended}: ${message}` }));
  thread.on("exit", () => dispatchOwn({ kind: "ended", failure: ended }));
}

async function terminate(supervisor: Supervisor): Promise<void> {
  const { thread } = supervisor;
  supervisor.thread = undefined;
  await thread?.terminate();
}

/** Threads do not inherit what lets Node read TypeScript. */
const loader = import.meta.resolve("tsx/esm/api");
const bootstrap = `const { workerData } = require("node:worker_threads");
import(workerData.loader).then(({ register }) => {
  register();
  return import(workerData.script);
});`;
