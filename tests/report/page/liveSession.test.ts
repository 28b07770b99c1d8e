// What a page orders of its worker and when, with a worker that answers when the test says so.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type LiveWork, startWork } from "../../../src/report/page/liveSession.ts";
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
let said: string[];
let shown: string[];
/** Charts that were not drawn when the page was opened. */
let left: ChartOrder[];
let answer: (message: FromWorker) => void;
let work: LiveWork;

class TestWorker {
  postMessage(message: ToWorker): void {
    if (message.kind === "show") orders.push(message);
  }
  set onmessage(hear: (event: { data: FromWorker }) => void) {
    answer = (data) => hear({ data });
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  orders = [];
  left = [];
  open();
  done();
  said = [];
});
afterEach(() => {
  vi.useRealTimers();
});

function open(): void {
  said = [];
  shown = [];
  work = startWork({
    data: { findings: findings("won") } as LiveData,
    published,
    settings: published,
    worker: new TestWorker() as unknown as Worker,
    resultView: {
      settle: () => undefined,
      charts: (wanted) => (wanted === "left" ? left : []),
      showWords: () => undefined,
      showChart: () => undefined,
      followed: (state) => shown.push(state),
      working: (isWorking) => said.push(isWorking ? "working" : "at rest"),
      fail: () => undefined,
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

test("right answer: a hand that moves on sees each answer, and then the latest", () => {
  work.change({ horizon: "4 months" });
  vi.advanceTimersByTime(50);
  work.change({ horizon: "5 months" });
  work.change({ horizon: "6 months" });
  expect(horizons()).toEqual(["quick: 4 months"]);
  done();
  expect(horizons()).toEqual(["quick: 4 months", "quick: 6 months"]);
});

test("right answer: a newer change ends work that takes long, and what is ended gives the next twice as long", () => {
  work.change({ horizon: "360 months" });
  vi.advanceTimersByTime(100);
  work.change({ horizon: "5 months" });
  vi.advanceTimersByTime(49);
  expect(horizons()).toEqual(["quick: 360 months"]);
  vi.advanceTimersByTime(1);
  expect(horizons()).toEqual(["quick: 360 months", "quick: 5 months"]);
  work.change({ horizon: "6 months" });
  vi.advanceTimersByTime(299);
  expect(horizons()).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(horizons().at(-1)).toBe("quick: 6 months");
  // A change that comes when patience has ended already is ordered at once.
  vi.advanceTimersByTime(5000);
  work.change({ horizon: "7 months" });
  vi.advanceTimersByTime(0);
  expect(horizons().at(-1)).toBe("quick: 7 months");
});

test("right answer: a newer change ends the work on all trials at once", () => {
  work.change({ horizon: "360 months" });
  done();
  vi.advanceTimersByTime(400);
  work.change({ horizon: "5 months" });
  expect(horizons()).toEqual(["quick: 360 months", "full: 360 months", "quick: 5 months"]);
});

test("right answer: a quick answer is not announced, a slow one is until it is there", () => {
  work.change({ horizon: "4 months" });
  vi.advanceTimersByTime(140);
  done();
  vi.advanceTimersByTime(900);
  expect(said).toEqual(["at rest"]);
  // All trials after a first look: it is said after a second.
  vi.advanceTimersByTime(500);
  expect(said).toEqual(["at rest", "working"]);
  done();
  said = [];
  work.change({ horizon: "360 months" });
  vi.advanceTimersByTime(160);
  work.change({ horizon: "361 months" });
  vi.advanceTimersByTime(500);
  expect(said).not.toContain("at rest");
  done();
  expect(said.at(-1)).toBe("at rest");
});

const tornado: ChartOrder = {
  placement: { name: "tornado", kind: "tornado", output: "won", quick: false },
  width: 600,
};

test("right answer: charts out of sight are drawn once, a while after the others or when somebody comes near", () => {
  left = [tornado];
  open();
  done();
  expect(shown.at(-1)).toBe("seen");
  const before = orders.length;
  vi.advanceTimersByTime(290);
  expect(orders).toHaveLength(before);
  work.drawLeft();
  vi.advanceTimersByTime(0);
  expect(orders.at(-1)).toMatchObject({ mode: "again", charts: left });
  done();
  expect(shown.at(-1)).toBe("settled");
  // A chart for which there are no figures is not asked for again and again.
  vi.advanceTimersByTime(5000);
  expect(orders).toHaveLength(before + 1);
});

test("right answer: charts out of sight are drawn without anybody near, but after a first touch", () => {
  left = [tornado];
  open();
  done();
  vi.advanceTimersByTime(250);
  const before = orders.length;
  work.change({ horizon: "4 months" });
  vi.advanceTimersByTime(1000);
  expect(orders).toHaveLength(before + 1);
  open();
  done();
  vi.advanceTimersByTime(310);
  expect(orders.at(-1)).toMatchObject({ mode: "again", charts: left });
});
