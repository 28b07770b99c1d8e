// When a builder's process counts as lost (right answers by hand, with a clock that the test sets).
import { expect, test } from "vitest";
import {
  initialSupervisorState,
  type SupervisorEvent,
  type SupervisorState,
  supervisorTransition,
} from "../../../src/node/preview/supervisorState.ts";

const page = { page: "a.html", file: "a.ts" };
const alive = (edits = 0, { isIdle = false, memory = 100 } = {}): SupervisorEvent => ({
  kind: "message",
  message: { kind: "alive", edits, isIdle, memory },
});
const userCode: SupervisorEvent = { kind: "message", message: { kind: "userCode", userCodePage: page } };
const edit: SupervisorEvent = { kind: "edited", changed: new Set(["a.yaml"]) };

/** Runs `events`, then checks ten times a second; the second at which the process is replaced, undefined within a minute. */
function replacedAfter(...events: SupervisorEvent[]): number | undefined {
  let state: SupervisorState = initialSupervisorState;
  let now = 1_000_000;
  const take = (event: SupervisorEvent) => {
    const step = supervisorTransition(state, event, { now, openPages: [], patienceMs: 10_000 });
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

test("a process may start for thirty seconds; code of a page may run for ten, and for two after an edit", () => {
  expect(replacedAfter()).toBe(30);
  expect(replacedAfter(userCode)).toBe(10);
  expect(replacedAfter(alive(), userCode)).toBe(10);
  expect(replacedAfter(alive(), userCode, edit)).toBe(2);
  expect(replacedAfter(alive(), userCode, edit, alive(1))).toBe(10);
});

test("a process that ends in a page's code is replaced, and the next leaves that page alone", () => {
  const circumstances = { now: 0, openPages: [], patienceMs: 10_000 };
  const opened = supervisorTransition(initialSupervisorState, { kind: "opened" }, circumstances).state;
  const running = supervisorTransition(opened, userCode, circumstances).state;
  const { state, actions } = supervisorTransition(
    running,
    { kind: "ended", failure: "ended" },
    circumstances,
  );
  expect(state.kind).toBe("starting");
  expect(actions).toMatchObject([
    { kind: "terminate" },
    { kind: "emit", event: { kind: "failed", page: "a.html" } },
    { kind: "start", stuck: ["a.html"] },
  ]);
  const early = supervisorTransition(opened, { kind: "ended", failure: "ended" }, circumstances);
  expect(early.state.kind).toBe("stopped");
});

test("a process that has built a lot and takes much memory is replaced when it is idle, and told what waits for an edit", () => {
  const circumstances = { now: 0, openPages: [], patienceMs: 10_000 };
  const event = (kind: "made" | "failed", name: string): SupervisorEvent => {
    const built =
      kind === "made"
        ? { kind, page: name, milliseconds: 1, parts: "" }
        : { kind, page: name, message: "line 3" };
    return { kind: "message", message: { kind: "event", event: built } };
  };
  const after = (events: readonly SupervisorEvent[]) => {
    let step = supervisorTransition(initialSupervisorState, { kind: "opened" }, circumstances);
    for (const one of events) step = supervisorTransition(step.state, one, circumstances);
    return step.actions;
  };
  const large = { isIdle: true, memory: 300 };
  const many = Array.from({ length: 20 }, () => event("made", "b.html"));
  const built = [event("failed", "a.html"), ...many, event("failed", "c.html"), event("made", "c.html")];
  expect(after([...built, alive(0, large)])).toEqual([
    { kind: "terminate" },
    { kind: "start", stuck: [], failed: ["a.html"], openPages: [] },
  ]);
  // Not one that is small, works, has been edited since, or has just begun.
  expect(after([...built, alive(0, { ...large, memory: 200 })])).toEqual([]);
  expect(after([...built, alive(0, { ...large, isIdle: false })])).toEqual([]);
  expect(after([...built, edit, alive(0, large)])).toEqual([]);
  expect(after([event("made", "b.html"), alive(0, large)])).toEqual([]);
});
