// Whether a builder's process still works, as a state machine without clock and process.
import type { BuildEvent } from "./buildEvent.ts";
import type { Alive, FromBuilder } from "./builderProcess.ts";
import type { BuildState } from "./builderState.ts";
import { indexPage } from "./pages.ts";
import type {
  SupervisorAction,
  SupervisorCircumstances,
  SupervisorEvent,
  SupervisorState,
  SupervisorStep,
} from "./supervisorState.ts";

/** A process may take so long to start on a busy machine. */
const startingMs = 30_000;
/** A page's code may run so long after an edit that is not known to have arrived. */
const editPatienceMs = 2_000;
/** Milliseconds between two checks of the process. */
export const checkMs = 100;
/**
 * A process that takes more MB is replaced when nothing was edited or built for `restMs`, or else as
 * soon as it has built a page: each model that it has read stays in it, and what Node and the libraries that draw have
 * asked of the system they keep. Not before it has built so many pages, and at work not before it has grown so much since
 * then: what a project needs the next takes too. The next follows its first edit only once it has warmed up, after some
 * seconds: whoever has paused so long is unlikely to go on within them.
 */
const renewal = { atRest: 240, restMs: 10_000, atWork: 256, builds: 16, growth: 1.25 };

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
  { pages, unconfirmed, activeAt, checkedAt }: SupervisorState,
  { now, openPages }: SupervisorCircumstances,
): SupervisorStep {
  const hasEdits = unconfirmed.size > 0;
  const edits = hasEdits ? 1 : 0;
  const actions: SupervisorAction[] = [{ kind: "start", pages, openPages }];
  if (hasEdits) actions.push({ kind: "send", message: { kind: "edited", changed: [...unconfirmed] } });
  const running = {
    userCodePage: undefined,
    heardAt: now,
    edits,
    openPages,
    builds: 0,
    memory: 0,
    settled: 0,
  };
  return { state: { pages, unconfirmed, activeAt, checkedAt, kind: "starting", ...running }, actions };
}

function edited(
  state: SupervisorState,
  changed: ReadonlySet<string>,
  circumstances: SupervisorCircumstances,
): SupervisorStep {
  const unconfirmed = new Set([...state.unconfirmed, ...changed]);
  const known = { ...state, unconfirmed, activeAt: circumstances.now };
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
      return receivedEvent(updated, message.event, circumstances);
    case "ordered":
      return { state: withPages(updated, message.pages, "ordered"), actions: [] };
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

function receivedEvent(
  state: Running,
  event: BuildEvent,
  circumstances: SupervisorCircumstances,
): SupervisorStep {
  const emit: SupervisorAction = { kind: "emit", event };
  if (event.kind === "drafted") return { state, actions: [emit] };
  const builds = state.builds + 1;
  const settled = builds === renewal.builds ? state.memory : state.settled;
  const known = withPages(state, [event.page], event.kind);
  const built = { ...known, builds, settled, activeAt: circumstances.now };
  if (!isLarger(built, Math.max(renewal.atWork, renewal.growth * settled)))
    return { state: built, actions: [emit] };
  const step = renew(built, circumstances);
  return { ...step, actions: [emit, ...step.actions] };
}

function withPages<State extends SupervisorState>(
  state: State,
  pages: readonly string[],
  known: BuildState,
): State {
  return { ...state, pages: new Map([...state.pages, ...pages.map((page) => [page, known] as const)]) };
}

function isLarger({ memory, builds }: Running, limit: number): boolean {
  return memory > limit && builds >= renewal.builds;
}

/** Another process goes on with what this one has left. */
function renew(state: Running, circumstances: SupervisorCircumstances): SupervisorStep {
  const next = start(state, circumstances);
  return { ...next, actions: [{ kind: "terminate" }, ...next.actions] };
}

function receivedBeat(
  state: Running,
  { edits, isIdle, memory }: Alive,
  circumstances: SupervisorCircumstances,
): SupervisorStep {
  const unconfirmed = edits === state.edits ? new Set<string>() : state.unconfirmed;
  const ready: Running = { ...state, kind: "ready", unconfirmed, memory };
  const isRested = circumstances.now - state.activeAt >= renewal.restMs;
  const isDone = isIdle && isRested && unconfirmed.size === 0;
  return isDone && isLarger(ready, renewal.atRest)
    ? renew(ready, circumstances)
    : { state: ready, actions: [] };
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
  const { pages, unconfirmed, activeAt, checkedAt } = state;
  const stopped: SupervisorState = { kind: "stopped", pages, unconfirmed, activeAt, checkedAt };
  // What ends before any page's code has run would end again: it waits for an edit.
  if (!userCodePage) return { state: stopped, actions };
  const next = start(withPages(stopped, [page], "stuck"), circumstances);
  return { ...next, actions: [...actions, ...next.actions] };
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}
