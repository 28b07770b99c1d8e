// What a page asks of its worker, and when: the session as a state machine, without clock, timers or page.
import type { RunMode } from "../shared/messages.ts";
import type { ChartSelection, Order, SessionAction, SessionEvent } from "./sessionEvents.ts";

/** After so long without a change all trials are run. */
const restMs = 350;
/** After so long without an answer the page says that it is working. */
const busyMs = 150;
/** The same for all trials after a quick result, which says itself that more is to come. */
const busyAfterQuickMs = 1000;
/** A quick run may take so long, or twice as long as the one before, until a newer change supersedes it. */
const patienceMs = 150;
/** After so long without a request the charts are drawn that are out of sight. */
const undrawnMs = 300;

/** What the worker of a session does. */
export interface SessionState {
  /** From which run the shown figures are; "quick" is one variant in few trials. */
  shown: Exclude<RunMode, "again">;
  /** Whether there may be charts that were never drawn. */
  hasUndrawn: boolean;
  /** How long a quick run may take until a newer change supersedes it. */
  patienceMs: number;
  /** Whether the worker has been warmed up. */
  isWarm: boolean;
  /** Whether it may be at that still. */
  isWarming: boolean;
  /** Whether it has been heard of: before, it may still be loading. */
  isUp: boolean;
  /** What the worker is busy with; undefined while it is idle. */
  busy: Busy | undefined;
}

interface Busy {
  order: Order;
  /** Milliseconds, as `now`. */
  orderedAt: number;
  /** What has changed since the order, and is asked for after it. */
  queued: "nothing" | "settings" | "width";
  /** Whether the worker has to end something else first. */
  isBehind: boolean;
}

/** A state and what is to be done on the way to it, in this order. */
export interface SessionStep {
  state: SessionState;
  actions: readonly SessionAction[];
}

/** What a transition depends on beside state and event. */
export interface SessionCircumstances {
  /** Milliseconds of a clock that only rises. */
  now: number;
  /** Whether the settings are those of the published run, whose findings the page holds. */
  isPublished: boolean;
}

/** A session before its first order. */
export const initialSessionState: SessionState = {
  shown: "published",
  hasUndrawn: true,
  patienceMs,
  isWarm: false,
  isWarming: false,
  isUp: false,
  busy: undefined,
};

/**
 * The next state. A change while a quick run is under way waits for it, so that a slider that is dragged shows results
 * on its way; a run that takes much longer than the last is superseded, and each time the next may take twice as long.
 */
export function sessionTransition(
  state: SessionState,
  event: SessionEvent,
  circumstances: SessionCircumstances,
): SessionStep {
  switch (event.kind) {
    case "opened":
      return orderSettings(state, circumstances, "near");
    case "changed":
      return changed(state, circumstances);
    case "patienceEnded":
      return orderSettings({ ...state, patienceMs: 2 * state.patienceMs }, circumstances);
    case "findings":
      return { state: event.mode === "again" ? state : { ...state, shown: event.mode }, actions: [] };
    case "done":
      return state.busy
        ? done(state, state.busy, event.hasUndrawn, circumstances)
        : { state, actions: becomeIdle };
    case "failed":
      return failed(state, circumstances);
    case "begun":
      return {
        state: { ...state, isUp: true, busy: state.busy && { ...state.busy, isBehind: false } },
        actions: [],
      };
    case "replaced":
      return replaced(state, circumstances);
    case "rested":
      return order(state, { mode: "full", charts: "all" }, circumstances);
    case "undrawnDue":
      return order(state, { mode: "again", charts: "undrawn" }, circumstances);
    case "resized":
      return resized(state, circumstances);
    case "neared":
      return { state, actions: state.busy ? [] : drawUndrawn(state, 0) };
    case "changeExpected":
      return changeExpected(state);
    case "busyForLong":
      return { state, actions: [{ kind: "showBusy", isBusy: true }] };
    case "closed":
      return { state: { ...state, busy: undefined }, actions: [cancelFollowUp, ...becomeIdle] };
  }
}

const cancelFollowUp: SessionAction = { kind: "cancel", events: ["rested", "undrawnDue"] };

const cancelNotices: SessionAction = { kind: "cancel", events: ["busyForLong", "patienceEnded"] };

const becomeIdle: readonly SessionAction[] = [cancelNotices, { kind: "showBusy", isBusy: false }];

function order(
  state: SessionState,
  { mode, charts, isCareful }: Order,
  { now }: SessionCircumstances,
): SessionStep {
  const isQuick = mode === "quick" || (mode === "again" && state.shown === "quick");
  const made: Order = { mode, charts: isQuick ? "quick" : charts, ...(isCareful && { isCareful }) };
  // Charts alone are soon drawn: nothing is said of them.
  const isRun = mode === "quick" || mode === "full";
  const ms = mode === "full" && state.shown === "quick" ? busyAfterQuickMs : busyMs;
  const isBehind = state.busy !== undefined || state.isWarming;
  return {
    state: { ...state, isWarming: false, busy: { order: made, orderedAt: now, queued: "nothing", isBehind } },
    actions: [
      cancelFollowUp,
      cancelNotices,
      ...(isRun ? [{ kind: "schedule", event: "busyForLong", ms } as const] : []),
      { kind: "order", order: made },
    ],
  };
}

/** Orders what the settings ask for. */
function orderSettings(
  state: SessionState,
  circumstances: SessionCircumstances,
  charts: ChartSelection = "all",
): SessionStep {
  const mode = circumstances.isPublished ? "published" : "quick";
  return order(state, { mode, charts }, circumstances);
}

function changed(state: SessionState, circumstances: SessionCircumstances): SessionStep {
  const { busy } = state;
  if (busy?.order.mode !== "quick") return orderSettings(state, circumstances);
  const ms = Math.max(0, busy.orderedAt + state.patienceMs - circumstances.now);
  return {
    state: { ...state, busy: { ...busy, queued: "settings" } },
    actions: [cancelFollowUp, { kind: "schedule", event: "patienceEnded", ms }],
  };
}

function done(
  state: SessionState,
  { order: { mode, charts }, orderedAt, queued }: Busy,
  hasUndrawn: boolean,
  circumstances: SessionCircumstances,
): SessionStep {
  const drewAll = charts === "all" || charts === "undrawn";
  const took = circumstances.now - orderedAt;
  const next: SessionState = {
    ...state,
    hasUndrawn: !drewAll && hasUndrawn,
    patienceMs: mode === "quick" ? Math.max(patienceMs, 2 * took) : state.patienceMs,
    busy: undefined,
  };
  const progress = next.shown === "quick" ? "quick" : next.hasUndrawn ? "seen" : "settled";
  const actions = [...becomeIdle, { kind: "showProgress", progress } as const];
  if (queued === "settings") return after(actions, orderSettings(next, circumstances));
  if (queued === "width") return after(actions, order(next, { mode: "again", charts: "all" }, circumstances));
  const followUp: readonly SessionAction[] =
    next.shown === "quick"
      ? [{ kind: "schedule", event: "rested", ms: restMs }]
      : drawUndrawn(next, undrawnMs);
  return { state: next, actions: [...actions, ...followUp] };
}

/** Other settings may not fail; the figures of another width would be those of before. */
function failed(state: SessionState, circumstances: SessionCircumstances): SessionStep {
  return state.busy?.queued === "settings"
    ? after(becomeIdle, orderSettings(state, circumstances))
    : { state: { ...state, busy: undefined }, actions: becomeIdle };
}

/** What the new worker is to do. What has kept the last from a newer order is not the fault of that. */
function replaced(state: SessionState, circumstances: SessionCircumstances): SessionStep {
  const idle = { ...state, isWarming: false, isUp: false, busy: undefined };
  if (!state.busy) return { state: idle, actions: [] };
  const { order: before, queued, isBehind } = state.busy;
  if (queued === "settings") return orderSettings(idle, circumstances);
  return order(idle, { ...before, isCareful: !isBehind }, circumstances);
}

function after(actions: readonly SessionAction[], step: SessionStep): SessionStep {
  return { ...step, actions: [...actions, ...step.actions] };
}

function resized(state: SessionState, circumstances: SessionCircumstances): SessionStep {
  const { busy } = state;
  if (!busy) return order(state, { mode: "again", charts: "all" }, circumstances);
  // New settings are drawn at the new width anyhow.
  const queued = busy.queued === "settings" ? "settings" : "width";
  return { state: { ...state, busy: { ...busy, queued } }, actions: [] };
}

function changeExpected(state: SessionState): SessionStep {
  if (state.busy || state.isWarm) return { state, actions: [] };
  // The next order would end the warm-up.
  return {
    state: { ...state, isWarm: true, isWarming: true },
    actions: [{ kind: "warmUp" }, ...drawUndrawn(state, 2 * undrawnMs)],
  };
}

/** Draws the charts that are left, if any; those of a quick result follow with all trials. */
function drawUndrawn({ shown, hasUndrawn }: SessionState, ms: number): readonly SessionAction[] {
  if (shown === "quick") return [];
  return [hasUndrawn ? { kind: "schedule", event: "undrawnDue", ms } : cancelFollowUp];
}
