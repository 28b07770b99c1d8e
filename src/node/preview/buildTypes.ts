// What the preview's pages have in common, those of scenarios and of notebooks: a first look, the page, the rest.
import { setTimeout as sleep } from "node:timers/promises";
import type { ReadModel } from "../project/scenarioModule.ts";
import type { Threads } from "../workers/workerThreads.ts";
import type { Stopwatch } from "./stopwatch.ts";

export interface BuildOptions {
  folder: string;
  out: string;
  readModel: ReadModel;
  threads: Threads;
  /** Waits until it is this work's turn. */
  turn(): Promise<void>;
  /** Ends it early. */
  signal: AbortSignal;
  stopwatch: Stopwatch;
  /** Takes the page as few trials show it, where more are wanted; resolves when it is read. Absent where nobody looks. */
  onFirstLook?: ((html: string) => Promise<void>) | undefined;
}

/** What a first look is played with: it is there in a moment, with the wider errors that so few trials have. */
export const firstLookTrials = 1024;

export interface Made {
  /** Makes what nobody waits for; throws the signal's reason where it is no longer wanted. */
  finish(signal: AbortSignal): Promise<void>;
}

/** A browser that is busy takes so long to load a page. */
const maxReadingMs = 1000;

/** Leaves the machine to whoever reads a first look: what is played next is not waited for as much. */
export async function untilRead(read: Promise<void>, signal: AbortSignal): Promise<void> {
  await Promise.race([read, sleep(maxReadingMs, undefined, { signal, ref: false })]);
}
