// How long a page's worker has given no sign, in the page's own ticks: a machine that sleeps counts as one of them.
import {
  defaultLimitMs,
  StallDetector,
  stallCheckMs,
  UserCodeWatch,
  watchCell,
} from "../../simulation/userCodeWatch.ts";
import type { SessionState } from "./sessionState.ts";

/** A worker pauses every few milliseconds: one that does not even for so long let a newer order in is replaced. */
const yieldMs = 1000;
/** When a run that was silent is repeated trial by trial, the trial in which it stays for so long is the one. */
const locateMs = 2000;

/** Watches a worker while it is busy. */
export interface SilenceWatch {
  /** The worker has given a sign, or is asked for something. */
  sign(): void;
  /** From now on it may be silent for so long; Infinity while nothing is asked of it. */
  limit(milliseconds: number): void;
}

/** A watch that calls `onSilent` each time the worker has been silent for its limit. */
export function watchSilence(onSilent: () => void): SilenceWatch {
  const watch = new UserCodeWatch();
  watch.cells[watchCell.running] = 1;
  let ticking: ReturnType<typeof setInterval> | undefined;
  function stop(): void {
    clearInterval(ticking);
    ticking = undefined;
  }
  function start(): void {
    const detector = new StallDetector(watch.cells, performance.now());
    ticking = setInterval(() => {
      if (!detector.check(performance.now())) return;
      watch.sign();
      onSilent();
    }, stallCheckMs);
  }
  return {
    sign: () => watch.sign(),
    limit(milliseconds) {
      watch.limitMs = milliseconds;
      if (milliseconds === Number.POSITIVE_INFINITY) stop();
      else if (ticking === undefined) start();
    },
  };
}

/**
 * Milliseconds that the worker may be silent. @param isInTrial whether its last sign was that of a single trial
 */
export function silenceLimit({ isUp, busy }: SessionState, isInTrial: boolean): number {
  if (!busy) return Number.POSITIVE_INFINITY;
  if (busy.isBehind && isUp) return yieldMs;
  return isInTrial ? locateMs : defaultLimitMs;
}
