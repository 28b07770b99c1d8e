// Whether a builder's process still works, as a state machine without clock and process.

import type { BuildEvent } from "./buildEvent.ts";
import type { Alive, FromBuilder, ToBuilder } from "./builderProcess.ts";
import type { UserCodePage } from "./builderState.ts";
import { indexPage } from "./pages.ts";

/** A process may take so long to start on a busy machine. */
const startingMs = 30_000;
/** A page's code may run so long after an edit that is not known to have arrived. */
const editPatienceMs = 2_000;
/** Milliseconds between two checks of the process. */
export const checkMs = 100;
/**
 * A process that takes more MB when nothing is left to do is replaced: what Node and the libraries that draw have asked
 * of the system they keep. Not before it has built so many pages, which it would take again.
 */
const renewal = { memory: 224, builds: 16 };

interface Common {
  /** Pages whose code did not return: they wait for an edit. */
  stuck: ReadonlySet<string>;
  /** Pages whose last build failed: another process leaves them until an edit. */
  failed: ReadonlySet<string>;
  /** Files of edits that no process has confirmed. */
  unconfirmed: ReadonlySet<string>;
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
  /** Pages that it has built. */
  builds: number;
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
  | { kind: "start"; stuck: readonly string[]; failed: readonly string[]; openPages: readonly string[] }
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
  stuck: new Set(),
  failed: new Set(),
  unconfirmed: new Set(),
  checkedAt: 0,
};

/** The next state. */
export function supervisorTransition(
  state: SupervisorState,
  event: SupervisorEvent,
  circumstances: SupervisorCircumstances,
): SupervisorStep {
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

/** Starts a process, and sends it what none has confirmed. */
function start(
  { stuck, failed, unconfirmed, checkedAt }: SupervisorState,
  { now, openPages }: SupervisorCircumstances,
): SupervisorStep {
  const hasEdits = unconfirmed.size > 0;
  const edits = hasEdits ? 1 : 0;
  const actions: SupervisorAction[] = [{ kind: "start", stuck: [...stuck], failed: [...failed], openPages }];
  if (hasEdits) actions.push({ kind: "send", message: { kind: "edited", changed: [...unconfirmed] } });
  const fields: ProcessFields = { userCodePage: undefined, heardAt: now, edits, openPages, builds: 0 };
  return { state: { stuck, failed, unconfirmed, checkedAt, kind: "starting", ...fields }, actions };
}

function edited(
  state: SupervisorState,
  changed: ReadonlySet<string>,
  circumstances: SupervisorCircumstances,
): SupervisorStep {
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
  { openPages }: SupervisorCircumstances,
): { state: Running; actions: readonly SupervisorAction[] } {
  if (openPages.join() === state.openPages.join()) return { state, actions: [] };
  return {
    state: { ...state, openPages },
    actions: [{ kind: "send", message: { kind: "openPages", pages: openPages } }],
  };
}

function received(
  state: SupervisorState,
  message: FromBuilder,
  circumstances: SupervisorCircumstances,
): SupervisorStep {
  if (state.kind === "stopped") return { state, actions: [] };
  const updated = { ...state, heardAt: circumstances.now };
  switch (message.kind) {
    case "event":
      return {
        state: recorded(updated, message.event),
        actions: [{ kind: "emit", event: message.event }],
      };
    case "userCode":
      return { state: { ...updated, userCodePage: message.userCodePage }, actions: [] };
    case "awaitLoad":
      return { state: updated, actions: [message] };
    case "alive":
      return receivedBeat(updated, message, circumstances);
    case "uncaught":
      return { state: updated, actions: [] };
  }
}

/** The state after an event of a page. */
function recorded(state: Running, { kind, page }: BuildEvent): Running {
  if (kind === "drafted") return state;
  const [stuck, failed] = [new Set(state.stuck), new Set(state.failed)];
  stuck.delete(page);
  if (kind === "failed") failed.add(page);
  else failed.delete(page);
  return { ...state, stuck, failed, builds: state.builds + 1 };
}

function receivedBeat(
  state: Running,
  { edits, isIdle, memory }: Alive,
  circumstances: SupervisorCircumstances,
): SupervisorStep {
  const unconfirmed = edits === state.edits ? new Set<string>() : state.unconfirmed;
  const ready: SupervisorState = { ...state, kind: "ready", unconfirmed };
  const isLarge = memory > renewal.memory && state.builds >= renewal.builds;
  if (!isLarge || !isIdle || unconfirmed.size > 0) return { state: ready, actions: [] };
  const next = start(ready, circumstances);
  return { ...next, actions: [{ kind: "terminate" }, ...next.actions] };
}

function check(state: SupervisorState, circumstances: SupervisorCircumstances): SupervisorStep {
  const { now } = circumstances;
  if (state.kind === "stopped") return { state: { ...state, checkedAt: now }, actions: [] };
  // After a pause of this process itself, as of a machine that has slept, silence says nothing of the other.
  const heardAt = now - state.checkedAt > 10 * checkMs ? now : state.heardAt;
  const synced = syncOpenPages({ ...state, heardAt, checkedAt: now }, circumstances);
  const silentMs = now - heardAt;
  if (silentMs <= allowedMs(state, circumstances)) return synced;
  const failure = `does not come back, and was ended after ${seconds(silentMs)}: is there a loop without an end?`;
  const step = replace(synced.state, failure, circumstances);
  return { ...step, actions: [...synced.actions, ...step.actions] };
}

/** How long the process may be silent. */
function allowedMs(
  { kind, userCodePage, unconfirmed }: Running,
  { patienceMs }: SupervisorCircumstances,
): number {
  if (kind === "starting") return userCodePage ? patienceMs : startingMs;
  return unconfirmed.size > 0 ? Math.min(editPatienceMs, patienceMs) : patienceMs;
}

/** Reports the failure, and starts another process that leaves the page alone. */
function replace(
  state: SupervisorState,
  failure: string,
  circumstances: SupervisorCircumstances,
): SupervisorStep {
  const userCodePage = state.kind === "stopped" ? undefined : state.userCodePage;
  const { page, file } = userCodePage ?? { page: indexPage, file: "sandtable" };
  const message = `${file}: ${failure}\nIt is tried again when it is edited.`;
  const actions: SupervisorAction[] = [
    { kind: "terminate" },
    { kind: "emit", event: { kind: "failed", page, message } },
  ];
  const { stuck, failed, unconfirmed, checkedAt } = state;
  const stopped: SupervisorState = { kind: "stopped", stuck, failed, unconfirmed, checkedAt };
  // What ends before any page's code has run would end again: it waits for an edit.
  if (!userCodePage) return { state: stopped, actions };
  const next = start({ ...stopped, stuck: new Set([...stuck, page]) }, circumstances);
  return { ...next, actions: [...actions, ...next.actions] };
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}
