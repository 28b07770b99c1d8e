// Whether a builder's thread still works, as a state machine without clock and thread.

import type { BuildEvent } from "./buildEvent.ts";
import type { UserCodePage } from "./builderState.ts";
import type { FromBuilder, ToBuilder } from "./builderWorker.ts";
import { indexPage } from "./pages.ts";

/** A thread may take so long to start on a busy machine. */
const startingMs = 30_000;
/** A page's code may run so long after an edit that is not known to have arrived. */
const editPatienceMs = 2_000;
/** Milliseconds between two checks of the thread. */
export const checkMs = 100;

interface Common {
  /** Pages whose code did not return: they wait for an edit. */
  stuck: ReadonlySet<string>;
  /** Files of edits that no thread has confirmed. */
  unconfirmed: ReadonlySet<string>;
  checkedAt: number;
}

interface ThreadFields {
  /** The page whose own code ran last. */
  userCodePage: UserCodePage | undefined;
  /** When its last message came. */
  heardAt: number;
  /** Edits that it was sent. */
  edits: number;
  /** Open pages that it was sent. */
  openPages: readonly string[];
}

/** The builder's thread. */
export type SupervisorState = Common &
  (
    | { kind: "stopped" }
    /** Started, but has not said that it is alive. */
    | ({ kind: "starting" } & ThreadFields)
    | ({ kind: "ready" } & ThreadFields)
  );

/** What happens to a supervisor. */
export type SupervisorEvent =
  | { kind: "opened" }
  | { kind: "edited"; changed: ReadonlySet<string> }
  | { kind: "message"; message: FromBuilder }
  /** `checkMs` have passed. */
  | { kind: "check" }
  /** The thread has ended by itself. */
  | { kind: "ended"; failure: string };

/** What is to be done after an event. */
export type SupervisorAction =
  | { kind: "start"; stuck: readonly string[]; openPages: readonly string[] }
  | { kind: "send"; message: ToBuilder }
  | { kind: "terminate" }
  | { kind: "emit"; event: BuildEvent }
  /** Answers the thread's question with `id` once a browser has loaded the page. */
  | { kind: "awaitLoad"; id: number; page: string };

/** A state and what is to be done on the way to it, in this order. */
export interface Step {
  state: SupervisorState;
  actions: readonly SupervisorAction[];
}

/** What a transition depends on beside state and event. */
export interface Circumstances {
  /** Milliseconds of the system's clock. */
  now: number;
  /** Pages that are open in a browser. */
  openPages: readonly string[];
  /** How long a page's own code may run. */
  patienceMs: number;
}

/** A supervisor before its thread is started. */
export const initialState: SupervisorState = {
  kind: "stopped",
  stuck: new Set(),
  unconfirmed: new Set(),
  checkedAt: 0,
};

/** The next state. */
export function transition(
  state: SupervisorState,
  event: SupervisorEvent,
  circumstances: Circumstances,
): Step {
  switch (event.kind) {
    case "opened":
      return start(state, circumstances);
    case "edited":
      return edited(state, event.changed, circumstances);
    case "message":
      return received(state, event.message, circumstances);
    case "check":
      return check(state, circumstances);
    case "ended":
      return replace(state, event.failure, circumstances);
  }
}

/** Starts a thread, and sends it what no thread has confirmed. */
function start({ stuck, unconfirmed, checkedAt }: SupervisorState, { now, openPages }: Circumstances): Step {
  const hasEdits = unconfirmed.size > 0;
  const edits = hasEdits ? 1 : 0;
  const actions: SupervisorAction[] = [{ kind: "start", stuck: [...stuck], openPages }];
  if (hasEdits) actions.push({ kind: "send", message: { kind: "edited", changed: [...unconfirmed] } });
  const fields: ThreadFields = { userCodePage: undefined, heardAt: now, edits, openPages };
  return { state: { stuck, unconfirmed, checkedAt, kind: "starting", ...fields }, actions };
}

function edited(state: SupervisorState, changed: ReadonlySet<string>, circumstances: Circumstances): Step {
  const known = { ...state, unconfirmed: new Set([...state.unconfirmed, ...changed]) };
  if (known.kind === "stopped") return start(known, circumstances);
  const synced = syncOpenPages(known, circumstances);
  return {
    state: { ...synced.state, edits: known.edits + 1 },
    actions: [...synced.actions, { kind: "send", message: { kind: "edited", changed: [...changed] } }],
  };
}

type Running = Exclude<SupervisorState, { kind: "stopped" }>;

/** Sends the open pages where they are others than those sent last. */
function syncOpenPages(
  state: Running,
  { openPages }: Circumstances,
): { state: Running; actions: readonly SupervisorAction[] } {
  if (openPages.join() === state.openPages.join()) return { state, actions: [] };
  return {
    state: { ...state, openPages },
    actions: [{ kind: "send", message: { kind: "openPages", pages: openPages } }],
  };
}

function received(state: SupervisorState, message: FromBuilder, { now }: Circumstances): Step {
  if (state.kind === "stopped") return { state, actions: [] };
  const updated = { ...state, heardAt: now };
  switch (message.kind) {
    case "event":
      return { state: updated, actions: [{ kind: "emit", event: message.event }] };
    case "userCode":
      return { state: { ...updated, userCodePage: message.userCodePage }, actions: [] };
    case "awaitLoad":
      return { state: updated, actions: [message] };
    case "alive": {
      const unconfirmed = message.edits === state.edits ? new Set<string>() : state.unconfirmed;
      return { state: { ...updated, kind: "ready", unconfirmed }, actions: [] };
    }
  }
}

function check(state: SupervisorState, circumstances: Circumstances): Step {
  const { now } = circumstances;
  if (state.kind === "stopped") return { state: { ...state, checkedAt: now }, actions: [] };
  // After a pause of this thread itself, as of a machine that has slept, silence says nothing of the other.
  const heardAt = now - state.checkedAt > 10 * checkMs ? now : state.heardAt;
  const synced = syncOpenPages({ ...state, heardAt, checkedAt: now }, circumstances);
  const silentMs = now - heardAt;
  if (silentMs <= allowedMs(state, circumstances)) return synced;
  const failure = `does not come back, and was ended after ${seconds(silentMs)}: is there a loop without an end?`;
  const step = replace(synced.state, failure, circumstances);
  return { ...step, actions: [...synced.actions, ...step.actions] };
}

/** How long the thread may be silent. */
function allowedMs({ kind, userCodePage, unconfirmed }: Running, { patienceMs }: Circumstances): number {
  if (kind === "starting") return userCodePage ? patienceMs : startingMs;
  return unconfirmed.size > 0 ? Math.min(editPatienceMs, patienceMs) : patienceMs;
}

/** Reports the failure, and starts another thread that leaves the page alone. */
function replace(state: SupervisorState, failure: string, circumstances: Circumstances): Step {
  const userCodePage = state.kind === "stopped" ? undefined : state.userCodePage;
  const { page, file } = userCodePage ?? { page: indexPage, file: "sandtable" };
  const message = `${file}: ${failure}\nIt is tried again when it is edited.`;
  const actions: SupervisorAction[] = [
    { kind: "terminate" },
    { kind: "emit", event: { kind: "failed", page, message } },
  ];
  const { stuck, unconfirmed, checkedAt } = state;
  const stopped: SupervisorState = { kind: "stopped", stuck, unconfirmed, checkedAt };
  // What ends before any page's code has run would end again: it waits for an edit.
  if (!userCodePage) return { state: stopped, actions };
  const next = start({ ...stopped, stuck: new Set([...stuck, page]) }, circumstances);
  return { ...next, actions: [...actions, ...next.actions] };
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}
