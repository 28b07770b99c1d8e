// The jobs of a builder's queue: each builds a page and emits what came of it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { describeError } from "../notebooks/cellOutput.ts";
import { writeIndex } from "../output/writeIndex.ts";
import { filesOf } from "../project/project.ts";
import type { BuilderState } from "./builderState.ts";
import { buildNotebook } from "./buildNotebook.ts";
import type { Job } from "./buildQueue.ts";
import { buildScenario } from "./buildScenario.ts";
import type { BuildOptions } from "./buildTypes.ts";
import { indexPage, notebookPagePath, notebookSource, scenarioPage } from "./pages.ts";
import { startStopwatch } from "./stopwatch.ts";

/** What a build is given by the queue, and the clock of its parts. */
type BuildContext = Pick<BuildOptions, "turn" | "signal" | "stopwatch">;

/** Builds a scenario's report and summary. */
export function scenarioJob(state: BuilderState, name: string): Job {
  const page = scenarioPage(name);
  return pageJob(state, page, async (context) => {
    state.unfinished.delete(page);
    state.onUserCode({ page, file: filesOf(name).model });
    const made = await buildScenario(name, { ...state, ...context, onFirstLook: showDraft(state, page) });
    state.unfinished.set(page, made);
  });
}

/** Executes a notebook and builds its page. */
export function notebookJob(state: BuilderState, name: string): Job {
  const page = notebookPagePath(name);
  return pageJob(state, page, async (context) => {
    const { notebook, made } = await buildNotebook(name, {
      ...state,
      ...context,
      // The last page without an error stays, greyed; a first one with an error is better than none.
      isFirst: !existsSync(join(state.out, page)),
      onFirstLook: showDraft(state, page),
      onUserCode: () => state.onUserCode({ page, file: notebookSource(name) }),
    });
    if (made) {
      state.uses.set(name, notebook);
      state.unfinished.set(page, made);
    }
    if (notebook.error) throw new ScenarioFailure(describeError(notebook.error));
  });
}

/** Builds the index, where there are outputs. */
export async function buildIndex(state: BuilderState): Promise<void> {
  if (!existsSync(state.out)) return;
  const job = pageJob(state, indexPage, async () => {
    await writeIndex(state.out);
  });
  await job.build(async () => undefined, new AbortController().signal);
}

/** The milliseconds that are emitted count from the order on, not from the build. */
function pageJob(state: BuilderState, page: string, build: (context: BuildContext) => Promise<void>): Job {
  const { emit, failed, describe, openPages } = state;
  const stopwatch = startStopwatch();
  return {
    page,
    build: async (turn, signal) => {
      stopwatch.lap("wait");
      try {
        await build({ turn, signal, stopwatch });
      } catch (error) {
        // One that was superseded is not reported.
        if (signal.aborted) return;
        failed.add(page);
        emit({ kind: "failed", page, message: describe(error) });
        return;
      }
      failed.delete(page);
      emit({ kind: "made", page, milliseconds: stopwatch.total(), parts: stopwatch.parts() });
      if (page !== indexPage && openPages().has(indexPage)) await buildIndex(state);
    },
  };
}

/** Emits drafts of a page that is open in a browser, and waits until each is loaded; undefined for other pages. */
function showDraft(
  { openPages, emit, untilLoaded }: BuilderState,
  page: string,
): BuildOptions["onFirstLook"] {
  if (!openPages().has(page)) return undefined;
  return async (html) => {
    emit({ kind: "drafted", page, html });
    await untilLoaded(page);
  };
}
