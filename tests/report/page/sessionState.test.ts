// Transitions of a session that a page shows seldom (right answers by hand); the usual ones are in liveSession.test.ts.
import { expect, test } from "vitest";
import {
  initialSessionState,
  type SessionAction,
  type SessionEvent,
  type SessionState,
  sessionTransition,
} from "../../../src/report/page/sessionState.ts";

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
