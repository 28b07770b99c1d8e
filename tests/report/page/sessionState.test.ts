// Transitions of a session that a page shows seldom (right answers by hand); the usual ones are in liveSession.test.ts.
import { expect, test } from "vitest";
import type { SessionAction, SessionEvent } from "../../../src/report/page/sessionEvents.ts";
import {
  initialSessionState,
  type SessionState,
  sessionTransition,
} from "../../../src/report/page/sessionState.ts";
import { silenceLimit } from "../../../src/report/page/silence.ts";

/** The state after these events, each a millisecond after the one before, and the actions of the last. */
function after(...events: SessionEvent[]): { state: SessionState; actions: readonly SessionAction[] } {
  let step = { state: initialSessionState, actions: [] as readonly SessionAction[] };
  for (const [now, event] of events.entries())
    step = sessionTransition(step.state, event, { now, isPublished: false });
  return step;
}

const orders = (actions: readonly SessionAction[]) =>
  actions.flatMap((action) => (action.kind === "order" ? [action.order] : []));

test("settings that were changed during a run that fails are run; another width is not drawn", () => {
  const changed = after({ kind: "opened" }, { kind: "changed" }, { kind: "failed" });
  expect(orders(changed.actions)).toEqual([{ mode: "quick", charts: "quick" }]);
  const resized = after({ kind: "opened" }, { kind: "resized" }, { kind: "failed" });
  expect(resized.state.busy).toBeUndefined();
  expect(orders(resized.actions)).toEqual([]);
});

test("a width that changes with the settings needs no order of its own", () => {
  const both: SessionEvent[] = [{ kind: "opened" }, { kind: "changed" }, { kind: "resized" }];
  const done: SessionEvent = { kind: "done", hasUndrawn: true };
  expect(orders(after(...both, done).actions)).toHaveLength(1);
  expect(orders(after({ kind: "opened" }, { kind: "resized" }, done).actions)).toEqual([
    { mode: "again", charts: "all" },
  ]);
});

test("the worker is warmed up once, and only while it is idle", () => {
  const expected: SessionEvent = { kind: "changeExpected" };
  const warmUps = ({ actions }: { actions: readonly SessionAction[] }) =>
    actions.filter(({ kind }) => kind === "warmUp").length;
  expect(warmUps(after({ kind: "opened" }, expected))).toBe(0);
  expect(warmUps(after(expected))).toBe(1);
  expect(warmUps(after(expected, expected))).toBe(0);
});

test("a session that is closed leaves no timer", () => {
  const { state, actions } = after({ kind: "opened" }, { kind: "changed" }, { kind: "closed" });
  expect(state.busy).toBeUndefined();
  expect(actions.flatMap((action) => (action.kind === "cancel" ? action.events : [])).sort()).toEqual([
    "busyForLong",
    "patienceEnded",
    "rested",
    "undrawnDue",
  ]);
});

test("a worker that was silent is asked for the same again, trial by trial; for newer settings as usual", () => {
  const silent = after({ kind: "opened" }, { kind: "begun" }, { kind: "replaced" });
  expect(orders(silent.actions)).toEqual([{ mode: "quick", charts: "quick", isCareful: true }]);
  const newer = after({ kind: "opened" }, { kind: "begun" }, { kind: "changed" }, { kind: "replaced" });
  expect(orders(newer.actions)).toEqual([{ mode: "quick", charts: "quick" }]);
  // What kept the worker from the newer order is not its fault.
  const superseded: SessionEvent[] = [{ kind: "opened" }, { kind: "begun" }, { kind: "patienceEnded" }];
  expect(orders(after(...superseded, { kind: "replaced" }).actions)).toEqual([
    { mode: "quick", charts: "quick" },
  ]);
});

test("a worker may be silent for 10 s, for 1 s where it is to yield, for 2 s in a trial that is repeated", () => {
  const limitAfter = (...events: SessionEvent[]) => silenceLimit(after(...events).state, false);
  const opened: SessionEvent[] = [{ kind: "opened" }, { kind: "begun" }];
  expect(limitAfter()).toBe(Number.POSITIVE_INFINITY);
  expect(limitAfter(...opened)).toBe(10_000);
  expect(limitAfter(...opened, { kind: "patienceEnded" })).toBe(1000);
  expect(limitAfter(...opened, { kind: "patienceEnded" }, { kind: "begun" })).toBe(10_000);
  // One that may still be loading has more time.
  expect(limitAfter({ kind: "opened" }, { kind: "patienceEnded" })).toBe(10_000);
  const idle: SessionEvent[] = [...opened, { kind: "done", hasUndrawn: false }];
  expect(limitAfter(...idle)).toBe(Number.POSITIVE_INFINITY);
  expect(limitAfter(...idle, { kind: "changeExpected" }, { kind: "changed" })).toBe(1000);
  expect(silenceLimit(after(...opened).state, true)).toBe(2000);
});
