// Timers that a notebook sets: it is not at its end before they are, and none of them outlives it.
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

type Act = (...words: unknown[]) => void;

/** A page is not kept waiting for longer by what a notebook has put off. */
const patienceMs = 10_000;
const lookAgainMs = 5;

/** What a notebook sees under the names of timers, and what its end has to do with them. */
export function ownTimers() {
  const timeouts = new Set<NodeJS.Timeout>();
  const intervals = new Set<NodeJS.Timeout>();

  function setOwnTimeout(act: Act, afterMs?: number, ...words: unknown[]): NodeJS.Timeout {
    const fire = () => {
      timeouts.delete(timer);
      act(...words);
    };
    const timer = setTimeout(fire, afterMs);
    timeouts.add(timer);
    return timer;
  }

  function setOwnInterval(act: Act, everyMs?: number, ...words: unknown[]): NodeJS.Timeout {
    const timer = setInterval(act, everyMs, ...words);
    intervals.add(timer);
    return timer;
  }

  function clearOwn(timer?: NodeJS.Timeout): void {
    if (timer) timeouts.delete(timer);
    clearTimeout(timer);
  }

  return {
    globals: {
      setTimeout: Object.assign(setOwnTimeout, { [promisify.custom]: sleep }),
      setInterval: setOwnInterval,
      clearTimeout: clearOwn,
      clearInterval: clearOwn,
    },
    /** Until no timeout is left to wait for. */
    async settled(): Promise<void> {
      const deadline = performance.now() + patienceMs;
      while (timeouts.size > 0 && performance.now() < deadline) await sleep(lookAgainMs);
    },
    /** Stops what is left. */
    clear(): void {
      for (const timer of [...timeouts, ...intervals]) clearTimeout(timer);
    },
  };
}
