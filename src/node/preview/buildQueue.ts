// Builds pages in two lanes: those that are looked at at once, the others when no order has come for a while. What can
// wait longer, like pictures, is finished when no page has been built for a while.
import { setTimeout as sleep } from "node:timers/promises";

/** A page and how it is built. */
export interface Job {
  page: string;
  /**
   * Builds the page. Long work awaits `turn` now and then, so that urgent pages go first. `signal` aborts when the page
   * is ordered again: its sources have changed. Must not reject.
   */
  build(turn: () => Promise<void>, signal: AbortSignal): Promise<void>;
}

/** The page has been ordered again, or is not needed any more. */
class SupersededError extends Error {}

/** Edits in quick succession are not slowed down by pages that nobody sees. */
const defaultRestMs = 1_500;
/** Nor are a reader's next edits by pictures on disk. */
const defaultLullMs = 3_000;

/** How a queue works. */
export interface BuildQueueOptions {
  /** Milliseconds without an order after which pages are built that are not urgent. */
  restMs?: number;
  /** Milliseconds without a build after which work that can wait begins. */
  lullMs?: number;
  /** Whether a page is looked at, or was asked for by name. */
  isUrgent(page: string): boolean;
  /** Work that can wait. `signal` aborts when a page is ordered; what it throws after that is ignored. */
  finish(signal: AbortSignal): Promise<void>;
}

/** A queue of pages to build. */
export interface BuildQueue {
  /** Adds pages: one that waits is built once, one that is being built is superseded and begun anew. */
  order(jobs: readonly Job[]): void;
  /** Whether nothing waits, is built or is being finished. */
  isIdle(): boolean;
  /** Supersedes all work; resolves when it has ended. */
  close(): Promise<void>;
}

interface Lane {
  readonly name: "urgent" | "other";
  state: "idle" | "choosing" | "building";
  /** Resolves when the lane is idle. */
  done: Promise<void>;
}

interface Queue extends Required<BuildQueueOptions> {
  waiting: Map<string, Job>;
  /** What is being built. A page is never built twice at a time, so that the younger result stays. */
  building: Map<string, AbortController>;
  urgent: Lane;
  other: Lane;
  /** When the last order came, milliseconds of the system's clock. */
  orderedAt: number;
  /** Work that can wait, one after the other, and what interrupts it. */
  finishing: Promise<void>;
  /** How many of these have not ended. */
  finishings: number;
  interrupt: AbortController;
  isClosed: boolean;
}

const idleLane = (name: Lane["name"]): Lane => ({ name, state: "idle", done: Promise.resolve() });

/** Opens an empty queue. */
export function openBuildQueue(options: BuildQueueOptions): BuildQueue {
  const queue: Queue = {
    restMs: defaultRestMs,
    lullMs: defaultLullMs,
    ...options,
    waiting: new Map(),
    building: new Map(),
    urgent: idleLane("urgent"),
    other: idleLane("other"),
    orderedAt: Number.NEGATIVE_INFINITY,
    finishing: Promise.resolve(),
    finishings: 0,
    interrupt: new AbortController(),
    isClosed: false,
  };
  return {
    order(jobs) {
      for (const job of jobs) {
        queue.waiting.set(job.page, job);
        queue.building.get(job.page)?.abort(new SupersededError());
      }
      if (jobs.length > 0) queue.interrupt.abort(new SupersededError());
      queue.orderedAt = Date.now();
      start(queue);
    },
    isIdle: () => isIdle(queue) && queue.finishings === 0,
    async close() {
      queue.isClosed = true;
      for (const work of [...queue.building.values(), queue.interrupt]) work.abort(new SupersededError());
      await Promise.all([queue.urgent.done, queue.other.done, queue.finishing]);
    },
  };
}

/** Starts each lane that is idle and has something to build. */
function start(queue: Queue): void {
  for (const lane of [queue.urgent, queue.other]) {
    if (lane.state !== "idle" || queue.isClosed || nextJob(queue, lane) === undefined) continue;
    lane.state = "choosing";
    lane.done = work(queue, lane).then(() => {
      lane.state = "idle";
      start(queue);
      if (isIdle(queue) && !queue.isClosed) finishLater(queue);
    });
  }
}

/** The job that the lane builds next: urgent ones first in both lanes. */
function nextJob({ waiting, building, isUrgent }: Queue, { name }: Lane): Job | undefined {
  const ready = [...waiting.values()].filter(({ page }) => !building.has(page));
  const urgent = ready.find(({ page }) => isUrgent(page));
  return urgent ?? (name === "other" ? ready[0] : undefined);
}

async function work(queue: Queue, lane: Lane): Promise<void> {
  const turn = lane.name === "urgent" ? async () => undefined : () => untilNoneIsUrgent(queue);
  for (;;) {
    if (lane.name === "other") await untilRested(queue);
    const job = nextJob(queue, lane);
    if (job === undefined || queue.isClosed) return;
    queue.waiting.delete(job.page);
    const superseding = new AbortController();
    queue.building.set(job.page, superseding);
    lane.state = "building";
    await job.build(turn, superseding.signal);
    lane.state = "choosing";
    queue.building.delete(job.page);
    // A job that waited for this page may be for the other lane.
    start(queue);
  }
}

async function untilNoneIsUrgent(queue: Queue): Promise<void> {
  while (queue.urgent.state === "building" && !queue.isClosed) await queue.urgent.done;
}

/** Resolves when what is urgent is built and no order has come for a while. */
async function untilRested(queue: Queue): Promise<void> {
  for (;;) {
    await queue.urgent.done;
    const left = queue.orderedAt + queue.restMs - Date.now();
    if (queue.isClosed || (left <= 0 && queue.urgent.state === "idle")) return;
    await sleep(Math.max(0, left));
  }
}

function isIdle({ waiting, building }: Queue): boolean {
  return waiting.size === 0 && building.size === 0;
}

function finishLater(queue: Queue): void {
  queue.finishings++;
  queue.finishing = queue.finishing.then(async () => {
    await finishOnce(queue);
    queue.finishings--;
  });
}

async function finishOnce(queue: Queue): Promise<void> {
  if (!isIdle(queue) || queue.isClosed) return;
  queue.interrupt = new AbortController();
  const { signal } = queue.interrupt;
  try {
    await sleep(queue.lullMs, undefined, { signal });
    await queue.finish(signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
