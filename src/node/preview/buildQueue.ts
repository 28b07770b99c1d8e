// Makes pages in two lanes: one for what somebody looks at, which begins at once, and one for the rest, which begins
// when nobody has ordered anything for a while. Finishing touches come when no page has been made for a while longer.
import { setTimeout as sleep } from "node:timers/promises";

/** A page and how it is made. */
export interface Job {
  page: string;
  /**
   * Work that takes long asks now and then whether it is its turn, so that what is urgent overtakes it. The signal
   * tells that the page has been ordered again: what it is made from has changed.
   */
  make(turn: () => Promise<void>, signal: AbortSignal): Promise<void>;
}

/** The page has been ordered again, or nobody waits for it any more. */
class SupersededError extends Error {}

/** Whoever edits again and again is not kept waiting by pages that nobody sees. */
const defaultRestMs = 1_500;
/** Pictures on disk that nobody looks at do not get in the way of somebody who reads a page and edits again. */
const defaultLullMs = 3_000;

export interface BuildQueueOptions {
  /** How long no order has come before the rest is made. */
  restMs?: number;
  /** How long no page has been made before work that can wait begins. */
  lullMs?: number;
  /** Whether somebody looks at the page, or asked for it by name. */
  isUrgent(page: string): boolean;
  /** Work that can wait; the signal tells that a page is waiting again. What it throws then is not heard. */
  finish(signal: AbortSignal): Promise<void>;
}

export interface BuildQueue {
  /** Adds pages to make; one that waits already is made once, one that is being made is begun anew. */
  order(jobs: readonly Job[]): void;
  /** Resolves when the work at hand is done; nothing more is begun. */
  close(): Promise<void>;
}

export function openBuildQueue({
  isUrgent,
  finish,
  restMs = defaultRestMs,
  lullMs = defaultLullMs,
}: BuildQueueOptions): BuildQueue {
  const waiting = new Map<string, Job>();
  /** What is being made: a page is never made twice at a time, so that the younger result is the one that stays. */
  const making = new Map<string, AbortController>();
  const lanes: Record<"urgent" | "other", Promise<void> | undefined> = {
    urgent: undefined,
    other: undefined,
  };
  let finishing = Promise.resolve();
  let interrupting = new AbortController();
  let closed = false;
  /** Whether something urgent is being made. */
  let active = false;
  let ordered = Number.NEGATIVE_INFINITY;

  function next(lane: "urgent" | "other"): Job | undefined {
    const ready = [...waiting.values()].filter(({ page }) => !making.has(page));
    const urgent = ready.find(({ page }) => isUrgent(page));
    return urgent ?? (lane === "other" ? ready[0] : undefined);
  }

  async function work(lane: "urgent" | "other"): Promise<void> {
    for (;;) {
      if (lane === "other") await rest();
      const job = next(lane);
      if (job === undefined || closed) return;
      waiting.delete(job.page);
      const overtaken = new AbortController();
      making.set(job.page, overtaken);
      if (lane === "urgent") active = true;
      await job.make(lane === "urgent" ? async () => undefined : noUrgency, overtaken.signal);
      active = lane === "urgent" ? false : active;
      making.delete(job.page);
      // What waited for this page may be for the other lane.
      start();
    }
  }

  async function noUrgency(): Promise<void> {
    while (active && !closed) await lanes.urgent;
  }

  /** Until what is urgent is done and no order has come for a while. */
  async function rest(): Promise<void> {
    for (;;) {
      await lanes.urgent;
      const left = ordered + restMs - Date.now();
      if (closed || (left <= 0 && lanes.urgent === undefined)) return;
      await sleep(Math.max(0, left));
    }
  }

  const isIdle = () => waiting.size === 0 && making.size === 0;

  function start(): void {
    for (const lane of ["urgent", "other"] as const) {
      if (lanes[lane] !== undefined || closed || next(lane) === undefined) continue;
      lanes[lane] = work(lane).then(() => {
        lanes[lane] = undefined;
        start();
        if (isIdle() && !closed) touchUp();
      });
    }
  }

  function touchUp(): void {
    finishing = finishing.then(async () => {
      if (!isIdle() || closed) return;
      interrupting = new AbortController();
      const { signal } = interrupting;
      try {
        await sleep(lullMs, undefined, { signal });
        await finish(signal);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    });
  }

  return {
    order(jobs) {
      for (const job of jobs) {
        waiting.set(job.page, job);
        making.get(job.page)?.abort(new SupersededError());
      }
      if (jobs.length > 0) interrupting.abort(new SupersededError());
      ordered = Date.now();
      start();
    },
    async close() {
      closed = true;
      for (const overtaken of [...making.values(), interrupting]) overtaken.abort(new SupersededError());
      await Promise.all([...Object.values(lanes), finishing]);
    },
  };
}
