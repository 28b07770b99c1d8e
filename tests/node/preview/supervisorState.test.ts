// When a builder's thread counts as lost (right answers by hand, with a clock that the test sets).
import { expect, test } from "vitest";
import {
  initialState,
  type SupervisorEvent,
  type SupervisorState,
  transition,
} from "../../../src/node/preview/supervisorState.ts";

const page = { page: "a.html", file: "a.ts" };
const alive = (edits = 0): SupervisorEvent => ({ kind: "message", message: { kind: "alive", edits } });
const userCode: SupervisorEvent = { kind: "message", message: { kind: "userCode", userCodePage: page } };
const edit: SupervisorEvent = { kind: "edited", changed: new Set(["a.yaml"]) };

/** Runs `events`, then checks ten times a second; the second at which the thread is replaced, undefined within a minute. */
function replacedAfter(...events: SupervisorEvent[]): number | undefined {
  let state: SupervisorState = initialState;
  let now = 1_000_000;
  const take = (event: SupervisorEvent) => {
    const step = transition(state, event, { now, openPages: [], patienceMs: 10_000 });
    state = step.state;
    return step.actions;
  };
  for (const event of [{ kind: "opened" }, { kind: "check" }, ...events] as SupervisorEvent[]) take(event);
  for (let checks = 1; checks <= 600; checks++) {
    now += 100;
    if (take({ kind: "check" }).some(({ kind }) => kind === "terminate")) return Math.floor(checks / 10);
  }
  return undefined;
}

test("a thread may start for thirty seconds; code of a page may run for ten, and for two after an edit", () => {
  expect(replacedAfter()).toBe(30);
  expect(replacedAfter(userCode)).toBe(10);
  expect(replacedAfter(alive(), userCode)).toBe(10);
  expect(replacedAfter(alive(), userCode, edit)).toBe(2);
  expect(replacedAfter(alive(), userCode, edit, alive(1))).toBe(10);
});

test("a thread that ends in a page's code is replaced, and the next leaves that page alone", () => {
  const circumstances = { now: 0, openPages: [], patienceMs: 10_000 };
  const opened = transition(initialState, { kind: "opened" }, circumstances).state;
  const running = transition(opened, userCode, circumstances).state;
  const { state, actions } = transition(running, { kind: "ended", failure: "ended" }, circumstances);
  expect(state.kind).toBe("starting");
  expect(actions).toMatchObject([
    { kind: "terminate" },
    { kind: "emit", event: { kind: "failed", page: "a.html" } },
    { kind: "start", stuck: ["a.html"] },
  ]);
  const early = transition(opened, { kind: "ended", failure: "ended" }, circumstances);
  expect(early.state.kind).toBe("stopped");
});
