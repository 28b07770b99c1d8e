// What is known of a builder's process, what happens to it, and what is done about it: the words of its state machine.
import type { BuildEvent } from "./buildEvent.ts";
import type { FromBuilder, ToBuilder } from "./builderProcess.ts";
import type { BuildStates, UserCodePage } from "./builderState.ts";

interface Common {
  pages: BuildStates;
  /** Files of edits that no process has confirmed. */
  unconfirmed: ReadonlySet<string>;
  /** When the last edit came or the last page was built, milliseconds of the system's clock. */
  activeAt: number;
  checkedAt: number;
}

interface ProcessFields {
  /** The page whose own code ran last. */
  userCodePage: UserCodePage | undefined;
  /** When its last message came. */
  heardAt: number;
  /** Edits that it was sent. */
  edits: number;
  /** Open pages that it was sent. */
  openPages: readonly string[];
  /** How often it has built a page. */
  builds: number;
  /** MB that it took when it said so last. */
  memory: number;
  /** MB that it took when it had built enough to be replaced; 0 before. */
  settled: number;
}

/** The builder's process. */
export type SupervisorState = Common &
  (
    | { kind: "stopped" }
    /** Started, but has not said that it is alive. */
    | ({ kind: "starting" } & ProcessFields)
    | ({ kind: "ready" } & ProcessFields)
  );

/** What happens to a supervisor. */
export type SupervisorEvent =
  | { kind: "opened" }
  | { kind: "edited"; changed: ReadonlySet<string> }
  | { kind: "message"; message: FromBuilder }
  /** `checkMs` have passed. */
  | { kind: "check" }
  /** The process has ended by itself. */
  | { kind: "ended"; failure: string };

/** What is to be done after an event. */
export type SupervisorAction =
  | { kind: "start"; pages: BuildStates; openPages: readonly string[] }
  | { kind: "send"; message: ToBuilder }
  | { kind: "terminate" }
  | { kind: "emit"; event: BuildEvent }
  /** Answers the process's question with `id` once a browser has loaded the page. */
  | { kind: "awaitLoad"; id: number; page: string };

/** A state and what is to be done on the way to it, in this order. */
export interface SupervisorStep {
  state: SupervisorState;
  actions: readonly SupervisorAction[];
}

/** What a transition depends on beside state and event. */
export interface SupervisorCircumstances {
  /** Milliseconds of the system's clock. */
  now: number;
  /** Pages that are open in a browser. */
  openPages: readonly string[];
  /** How long a page's own code may run. */
  patienceMs: number;
}

/** A supervisor before its process is started. */
export const initialSupervisorState: SupervisorState = {
  kind: "stopped",
  pages: new Map(),
  unconfirmed: new Set(),
  activeAt: 0,
  checkedAt: 0,
};
