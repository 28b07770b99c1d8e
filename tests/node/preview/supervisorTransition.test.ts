// When a builder's process counts as lost (right answers by hand, with a clock that the test sets).
import { expect, test } from "vitest";
import {
  initialSupervisorState,
  type SupervisorEvent,
  type SupervisorState,
} from "../../../src/node/preview/supervisorState.ts";
import { supervisorTransition } from "../../../src/node/preview/supervisorTransition.ts";

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
    { kind: "start", pages: new Map([["a.html", "stuck"]]) },
  ]);
  const early = supervisorTransition(opened, { kind: "ended", failure: "ended" }, circumstances);
  expect(early.state.kind).toBe("stopped");
});

/** What is done after the last of these events, which comes 20 s after the others. */
function actionsAfter(...events: readonly SupervisorEvent[]): readonly unknown[] {
  const circumstances = { now: 1_000_000, openPages: [], patienceMs: 10_000 };
  let step = supervisorTransition(initialSupervisorState, { kind: "opened" }, circumstances);
  for (const event of events.slice(0, -1)) step = supervisorTransition(step.state, event, circumstances);
  const now = circumstances.now + 20_000;
  return supervisorTransition(step.state, events.at(-1)!, { ...circumstances, now }).actions;
}

const failed = (name: string): SupervisorEvent => ({
  kind: "message",
  message: { kind: "event", event: { kind: "failed", page: name, message: "line 3" } },
});
const made = (name: string): SupervisorEvent => ({
  kind: "message",
  message: { kind: "event", event: { kind: "made", page: name, milliseconds: 1, parts: "" } },
});
const ordered = (...pages: string[]): SupervisorEvent => ({
  kind: "message",
  message: { kind: "ordered", pages },
});
const many = Array.from({ length: 20 }, () => made("b.html"));

test("a process that has built a lot and takes much memory is replaced when it is idle, and told what waits for an edit", () => {
  const large = { isIdle: true, memory: 250 };
  const built = [failed("a.html"), ...many, failed("c.html"), made("c.html")];
  const pages = new Map([
    ["a.html", "failed"],
    ["b.html", "made"],
    ["c.html", "made"],
  ]);
  expect(actionsAfter(...built, alive(0, large))).toEqual([
    { kind: "terminate" },
    { kind: "start", pages, openPages: [] },
  ]);
  // Not one that is small, works, has been edited since, or has just begun.
  expect(actionsAfter(...built, alive(0, { ...large, memory: 200 }))).toEqual([]);
  expect(actionsAfter(...built, alive(0, { ...large, isIdle: false }))).toEqual([]);
  expect(actionsAfter(...built, edit, alive(0, large))).toEqual([]);
  expect(actionsAfter(made("b.html"), alive(0, large))).toEqual([]);
});

test("whoever edits now and then does not meet a process that has just begun: it is replaced after a pause of 10 s", () => {
  let state: SupervisorState = initialSupervisorState;
  const at = (seconds: number, event: SupervisorEvent) => {
    const circumstances = { now: 1_000_000 + 1000 * seconds, openPages: [], patienceMs: 10_000 };
    const step = supervisorTransition(state, event, circumstances);
    state = step.state;
    return step.actions.map(({ kind }) => kind);
  };
  for (const event of [{ kind: "opened" } as const, ...many, edit]) at(0, event);
  expect(at(9, alive(1, { isIdle: true, memory: 250 }))).toEqual([]);
  at(9, edit);
  expect(at(18, alive(2, { isIdle: true, memory: 250 }))).toEqual([]);
  expect(at(19, alive(2, { isIdle: true, memory: 250 }))).toEqual(["terminate", "start"]);
});

test("one that is never idle is replaced once it has built a page, and the next is told what is left to build", () => {
  const busy = (memory: number) => alive(1, { isIdle: false, memory });
  const worked = [...many, edit, ordered("a.html", "b.html")];
  const { message } = made("b.html") as SupervisorEvent & { kind: "message" };
  const emit = { kind: "emit", event: (message as typeof message & { kind: "event" }).event };
  expect(actionsAfter(...worked, busy(250), made("b.html"))).toEqual([emit]);
  expect(actionsAfter(...worked, busy(300), made("b.html"))).toEqual([
    emit,
    { kind: "terminate" },
    {
      kind: "start",
      pages: new Map([
        ["b.html", "made"],
        ["a.html", "ordered"],
      ]),
      openPages: [],
    },
  ]);
  // Not where it has taken as much from the beginning.
  expect(actionsAfter(busy(250), ...worked, busy(300), made("b.html"))).toEqual([emit]);
  // An edit that it has not confirmed is sent to the next.
  expect(actionsAfter(...many, busy(300), edit, made("b.html"))).toEqual([
    emit,
    { kind: "terminate" },
    { kind: "start", pages: new Map([["b.html", "made"]]), openPages: [] },
    { kind: "send", message: { kind: "edited", changed: ["a.yaml"] } },
  ]);
});
