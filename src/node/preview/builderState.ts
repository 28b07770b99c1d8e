// What a builder is opened with, and what it knows while it works.
import type { Uses } from "../notebooks/affected.ts";
import type { Session } from "../project/session.ts";
import type { Threads } from "../workers/workerThreads.ts";
import type { BuildEvent } from "./buildEvent.ts";
import type { Made } from "./buildTypes.ts";
import type { ProjectPaths } from "./outdated.ts";

/** What a builder is opened with. */
export interface BuilderOptions extends ProjectPaths {
  /** The scenario that was named on the command line: its page is urgent too. */
  first?: string | undefined;
  /** Pages that are open in a browser: they are urgent. */
  openPages(): ReadonlySet<string>;
  emit(event: BuildEvent): void;
  /** Resolves when a browser has loaded the page as it was emitted last; at once unless given. */
  untilLoaded?(page: string): Promise<void>;
  /** A failure in the words of the command line. */
  describe(error: unknown): string;
  /** What a builder before this one left. */
  pages?: BuildStates;
  /** Called with the pages that are to be built, before any of them is begun. */
  onOrdered?(pages: readonly string[]): void;
  /** Called before a page's own code, a scenario's or a notebook's, runs in this process; it may not return. */
  onUserCode?(userCodePage: UserCodePage): void;
  /** A new one unless given. */
  session?: Session;
}

/**
 * That a page is to be built, or what came of its last build. One that failed, and one whose own code did not return, waits
 * for an edit.
 */
export type BuildState = "ordered" | "made" | "failed" | "stuck";

/** What is known of pages, by their paths. */
export type BuildStates = ReadonlyMap<string, BuildState>;

/** A page whose own code runs. */
export interface UserCodePage {
  page: string;
  /** Where the code is, relative to the project's folder. */
  file: string;
}

/** A builder's options and its state. */
export interface BuilderState extends Required<BuilderOptions> {
  threads: Threads;
  /** What is left to do for pages that were written. */
  unfinished: Map<string, Made>;
  /** Pages whose last build failed. */
  failed: Set<string>;
  /** What notebooks used when they were last executed here, by name. */
  uses: Map<string, Uses>;
  /** Scenarios that are or were there: one whose file is gone is reported. */
  scenarios: Set<string>;
}
