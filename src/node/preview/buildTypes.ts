// What the builds of scenarios and of notebooks have in common: a draft of few trials, the page, the rest.
import { setTimeout as sleep } from "node:timers/promises";
import type { Session } from "../project/session.ts";
import type { Threads } from "../workers/workerThreads.ts";
import type { Stopwatch } from "./stopwatch.ts";

/** What a build is given. */
export interface BuildOptions {
  /** The project's, absolute. */
  folder: string;
  /** The outputs', absolute. */
  out: string;
  session: Session;
  threads: Threads;
  /** Resolves when no urgent page is being built. */
  turn(): Promise<void>;
  /** Aborts when the build is superseded. */
  signal: AbortSignal;
  stopwatch: Stopwatch;
  /** Shows a draft of few trials, where the run has more; resolves when it is loaded. Absent where the page is not open. */
  onFirstLook?: ((html: string) => Promise<void>) | undefined;
}

/** Trials of a draft: it is built in a moment, with the wider errors of so few trials. */
export const firstLookTrials = 1024;

/** A page that was written. */
export interface Made {
  /**
   * Writes the files beside it.
   *
   * @throws the signal's reason where it aborts.
   */
  finish(signal: AbortSignal): Promise<void>;
}

/** A busy browser takes so long to load a page. */
const maxLoadingMs = 1000;

/** Leaves the machine to the browser until it has loaded a draft, for a second at most. */
export async function untilDraftLoaded(loaded: Promise<void>, signal: AbortSignal): Promise<void> {
  await Promise.race([loaded, sleep(maxLoadingMs, undefined, { signal, ref: false })]);
}
