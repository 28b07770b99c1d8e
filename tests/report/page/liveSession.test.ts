// What a page asks of its worker and when, with a worker that answers when the test says so.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LiveSession } from "../../../src/report/page/liveSession.ts";
import type { PageWorker } from "../../../src/report/page/pageWorker.ts";
import type { LiveData } from "../../../src/report/shared/liveData.ts";
import type { LiveFindings } from "../../../src/report/shared/liveFindings.ts";
import type { ChartOrder, FromWorker, ToWorker } from "../../../src/report/shared/messages.ts";
import { findings } from "../someFindings.ts";

type Order = Extract<ToWorker, { kind: "show" }>;
const published = {
  set: {},
  horizon: "3 months",
  seed: "sandtable",
  variant: "base",
  view: "bands",
} as const;
let orders: Order[];
let busy: boolean[];
let shown: string[];
let failures: string[];
let restarts: number;
/** Charts that were not drawn when the page was opened. */
let undrawn: ChartOrder[];
let answer: (message: FromWorker) => void;
let session: LiveSession;

function testWorker(): PageWorker {
  let requests = 0;
  return {
    send(message: ToWorker) {
      if (message.kind === "show") orders.push(message);
    },
    nextId: () => ++requests,
    setListener(listener) {
      answer = (message) => listener?.onMessage(message);
    },
    terminate: () => undefined,
    restart: () => restarts++,
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  orders = [];
  undrawn = [];
  open();
  done();
  busy = [];
});
afterEach(() => {
  vi.useRealTimers();
});

function open(): void {
  busy = [];
  shown = [];
  failures = [];
  restarts = 0;
  session = new LiveSession({
    data: { findings: findings("won") } as LiveData,
    published,
    settings: published,
    worker: testWorker(),
    view: {
      showSettings: () => undefined,
      chartsFor: (selection) => (selection === "undrawn" ? undrawn : []),
      showFindings: () => undefined,
      showChart: () => undefined,
      showTable: () => undefined,
      showProgress: (progress) => shown.push(progress),
      showBusy: (isBusy) => busy.push(isBusy),
      showFailure: (message) => failures.push(message),
    },
  });
}

/** The worker is done with the last order. */
function done(): void {
  const { id, mode } = orders.at(-1)!;
  answer({ kind: "findings", id, mode, live: { findings: findings("won"), answers: {} } as LiveFindings });
  answer({ kind: "done", id });
}
const horizons = () => orders.slice(1).map(({ settings, mode }) => `${mode}: ${settings.horizon}`);

test("right answer: changes in quick succession: each run that is under way is shown, then the latest", () => {
  session.change({ horizon: "4 months" });
  vi.advanceTimersByTime(50);
  session.change({ horizon: "5 months" });
  session.change({ horizon: "6 months" });
  expect(horizons()).toEqual(["quick: 4 months"]);
  done();
  expect(horizons()).toEqual(["quick: 4 months", "quick: 6 months"]);
});

test("right answer: a newer change supersedes a run that takes long, and the next may take twice as long", () => {
  session.change({ horizon: "360 months" });
  vi.advanceTimersByTime(100);
  session.change({ horizon: "5 months" });
  vi.advanceTimersByTime(49);
  expect(horizons()).toEqual(["quick: 360 months"]);
  vi.advanceTimersByTime(1);
  expect(horizons()).toEqual(["quick: 360 months", "quick: 5 months"]);
  session.change({ horizon: "6 months" });
  vi.advanceTimersByTime(299);
  expect(horizons()).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(horizons().at(-1)).toBe("quick: 6 months");
  // A change that comes when patience has ended already is ordered at once.
  vi.advanceTimersByTime(5000);
  session.change({ horizon: "7 months" });
  vi.advanceTimersByTime(0);
  expect(horizons().at(-1)).toBe("quick: 7 months");
});

test("right answer: a newer change supersedes the run of all trials at once", () => {
  session.change({ horizon: "360 months" });
  done();
  vi.advanceTimersByTime(400);
  session.change({ horizon: "5 months" });
  expect(horizons()).toEqual(["quick: 360 months", "full: 360 months", "quick: 5 months"]);
});

test("right answer: a quick answer shows no sign of work, a slow one does until it is there", () => {
  session.change({ horizon: "4 months" });
  vi.advanceTimersByTime(140);
  done();
  vi.advanceTimersByTime(900);
  expect(busy).toEqual([false]);
  // All trials after a first look: it shows after a second.
  vi.advanceTimersByTime(500);
  expect(busy).toEqual([false, true]);
  done();
  busy = [];
  session.change({ horizon: "360 months" });
  vi.advanceTimersByTime(160);
  session.change({ horizon: "361 months" });
  vi.advanceTimersByTime(500);
  expect(busy).not.toContain(false);
  done();
  expect(busy.at(-1)).toBe(false);
});

const tornado: ChartOrder = {
  placement: { name: "tornado", kind: "tornado", output: "won", quick: false },
  width: 600,
  withTable: false,
};

test("right answer: charts out of sight are drawn once, a while after the others or when they come near to the window", () => {
  undrawn = [tornado];
  open();
  done();
  expect(shown.at(-1)).toBe("seen");
  const before = orders.length;
  vi.advanceTimersByTime(290);
  expect(orders).toHaveLength(before);
  session.dispatch({ kind: "neared" });
  vi.advanceTimersByTime(0);
  expect(orders.at(-1)).toMatchObject({ mode: "again", charts: undrawn });
  done();
  expect(shown.at(-1)).toBe("settled");
  // A chart for which there are no figures is not ordered again and again.
  vi.advanceTimersByTime(5000);
  expect(orders).toHaveLength(before + 1);
});

test("right answer: charts out of sight are drawn by themselves, but after a first change", () => {
  undrawn = [tornado];
  open();
  done();
  vi.advanceTimersByTime(250);
  const before = orders.length;
  session.change({ horizon: "4 months" });
  vi.advanceTimersByTime(1000);
  expect(orders).toHaveLength(before + 1);
  open();
  done();
  vi.advanceTimersByTime(310);
  expect(orders.at(-1)).toMatchObject({ mode: "again", charts: undrawn });
});

/** A sign of life for the last order. */
const sign = (begun: number, stall?: string) => answer({ kind: "sign", id: orders.at(-1)!.id, begun, stall });

test("right answer: a worker that is silent for 10 s is replaced, and the trial that it stays in is told", () => {
  session.change({ horizon: "4 months" });
  for (const begun of [0, 100, 200]) {
    vi.advanceTimersByTime(9000);
    sign(begun);
  }
  expect(restarts).toBe(0);
  vi.advanceTimersByTime(10_500);
  expect(restarts).toBe(1);
  expect(orders.at(-1)).toMatchObject({ mode: "quick", carefulFrom: 200 });
  expect(failures).toEqual([]);
  sign(200);
  sign(200, "trial 200 has not come back in 10 s");
  sign(201);
  sign(201, "trial 201 has not come back in 10 s");
  vi.advanceTimersByTime(2500);
  expect(failures).toEqual(["trial 201 has not come back in 10 s"]);
  expect(restarts).toBe(2);
  const before = orders.length;
  vi.advanceTimersByTime(60_000);
  expect(orders).toHaveLength(before);
  // The next settings are asked for as ever.
  session.change({ horizon: "5 months" });
  expect(orders.at(-1)).toMatchObject({ mode: "quick", settings: { horizon: "5 months" } });
  expect(orders.at(-1)!.carefulFrom).toBeUndefined();
  done();
  expect(failures).toHaveLength(1);
});

test("right answer: a worker that does not let newer settings in is replaced within two seconds, and nobody blamed", () => {
  session.change({ horizon: "360 months" });
  sign(0);
  vi.advanceTimersByTime(5000);
  session.change({ horizon: "5 months" });
  vi.advanceTimersByTime(2000);
  expect(restarts).toBe(1);
  expect(orders.at(-1)).toMatchObject({ mode: "quick", settings: { horizon: "5 months" } });
  expect(orders.at(-1)!.carefulFrom).toBeUndefined();
  done();
  expect(failures).toEqual([]);
});

test("right answer: a worker that stays silent outside of all trials is given up in the end", () => {
  session.change({ horizon: "4 months" });
  vi.advanceTimersByTime(10_500);
  expect([restarts, failures.length]).toEqual([1, 0]);
  vi.advanceTimersByTime(10_500);
  expect(failures).toEqual(["The simulation has not come back in 10 s"]);
});
