// What the preview's pages have in common, those of scenarios and of notebooks: a first look, the page, the rest.
import type { ReadModel } from "../project.ts";
import type { Threads } from "../threads.ts";
import type { Stopwatch } from "./stopwatch.ts";

export interface MakeOptions {
  folder: string;
  out: string;
  readModel: ReadModel;
  threads: Threads;
  /** Waits until it is this work's turn. */
  turn(): Promise<void>;
  /** Ends it early. */
  signal: AbortSignal;
  stopwatch: Stopwatch;
  /** Takes the page as few trials show it, where more are wanted; absent where nobody looks. */
  onFirstLook?: ((html: string) => void) | undefined;
}

/** What a first look is played with: it is there in a moment, with the wider errors that so few trials have. */
export const firstLookTrials = 1024;

export interface Made {
  /** Makes what nobody waits for; throws the signal's reason where it is no longer wanted. */
  finish(signal: AbortSignal): Promise<void>;
}

/** A browser reads a page in about this time. */
export const readingMs = 200;
