// A builder in a process of its own. Scenarios and notebooks are code: where that does not return, or ends its process,
// it is a failure like any other, and another process goes on; so it does when one has taken too much memory. When a
// process counts as lost is in supervisorTransition.ts.
import { type ChildProcess, fork } from "node:child_process";
import { ownFiles } from "#ownFiles";
import type { BuildEvent } from "./buildEvent.ts";
import type { BuilderStart, FromBuilder, ToBuilder } from "./builderProcess.ts";
import {
  initialSupervisorState,
  type SupervisorAction,
  type SupervisorEvent,
  type SupervisorState,
} from "./supervisorState.ts";
import { checkMs, supervisorTransition } from "./supervisorTransition.ts";
import type { EditListener } from "./watchProject.ts";

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
  /** The process whose messages count. */
  process: ChildProcess | undefined;
}

/** Opens a builder in a process, and replaces the process where it does not return. */
export function superviseBuilder(options: SupervisorOptions): EditListener {
  const supervisor: Supervisor = { ...options, state: initialSupervisorState, process: undefined };
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
      const { pages, openPages } = action;
      startProcess(supervisor, { folder, out, first, debug, pages, openPages });
      return;
    }
    case "send":
      send(supervisor.process, action.message);
      return;
    case "terminate":
      void terminate(supervisor);
      return;
    case "emit":
      supervisor.emit(action.event);
      return;
    case "awaitLoad": {
      const { process } = supervisor;
      const answer: ToBuilder = { kind: "loaded", id: action.id };
      void supervisor.untilLoaded(action.page).then(() => send(process, answer));
    }
  }
}

/** What a process that has ended does not receive is sent to the next where it matters. */
function send(to: ChildProcess | undefined, message: ToBuilder): void {
  if (to?.connected) to.send(message, () => undefined);
}

function startProcess(supervisor: Supervisor, start: BuilderStart): void {
  const started = fork(supervisor.script, {
    // Each thread has a nursery of its own, which would grow to 48 MB, and an old space that would grow to thrice what
    // lives in it before it is looked through.
    execArgv: ["--max-semi-space-size=4", "--heap-growing-percent=30", ...ownFiles.builder.execArgv],
    serialization: "advanced",
    // Of a process with many threads the GNU C library keeps a third more, in arenas of each; ignored elsewhere.
    env: { MALLOC_ARENA_MAX: "2", ...process.env },
    // Ctrl-C in a terminal reaches both.
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  supervisor.process = started;
  let uncaught: string | undefined;
  const dispatchOwn = (event: SupervisorEvent) => {
    if (supervisor.process === started) dispatch(supervisor, event);
  };
  started.on("message", (message: FromBuilder) => {
    if (message.kind === "uncaught") uncaught = message.message;
    else dispatchOwn({ kind: "message", message });
  });
  const ended = "ended the preview's builder";
  started.on("error", ({ message }) => dispatchOwn({ kind: "ended", failure: `${ended}: ${message}` }));
  started.on("exit", (code, signal) => {
    const how = uncaught === undefined ? ` (${signal ?? `exit code ${code}`})` : `: ${uncaught}`;
    dispatchOwn({ kind: "ended", failure: ended + how });
  });
  send(started, { kind: "start", start });
}

/** Nothing that its code does keeps a process from ending. */
async function terminate(supervisor: Supervisor): Promise<void> {
  const { process } = supervisor;
  supervisor.process = undefined;
  if (!process || process.exitCode !== null || process.signalCode !== null) return;
  const ended = new Promise((resolve) => process.once("exit", resolve));
  process.kill("SIGKILL");
  await ended;
}
