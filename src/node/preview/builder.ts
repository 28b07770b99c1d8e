// Keeps the outputs up to date with the files of a project, and emits what happened to each page.
import { affectsNotebook, affectsScenario, type Edit } from "../notebooks/affected.ts";
import { prepareReports } from "../output/writeReport.ts";
import { findNotebooks } from "../project/findNotebooks.ts";
import { findProject } from "../project/project.ts";
import { Session } from "../project/session.ts";
import { Threads } from "../workers/workerThreads.ts";
import type { BuilderOptions, BuilderState } from "./builderState.ts";
import { type BuildQueue, type Job, openBuildQueue } from "./buildQueue.ts";
import { buildIndex, notebookJob, scenarioJob } from "./jobs.ts";
import { isNotebookOutdated, isScenarioOutdated, notebookUses } from "./outdated.ts";
import { indexPage, notebookPagePath, notebookSource, scenarioOf, scenarioPage } from "./pages.ts";
import { warmUp } from "./warmUp.ts";
import type { EditListener } from "./watchProject.ts";

/** Builds pages after edits. */
export interface Builder extends EditListener {
  /** Whether nothing is left to build or to finish. */
  isIdle(): boolean;
}

/** Builds what is missing or outdated, then what every edit affects. */
export function openBuilder(options: BuilderOptions): Builder {
  const { session = new Session(), pages = new Map() } = options;
  const state: BuilderState = {
    first: undefined,
    untilLoaded: async () => undefined,
    onOrdered: () => undefined,
    onUserCode: () => undefined,
    ...options,
    session,
    pages,
    threads: new Threads(undefined, session),
    unfinished: new Map(),
    failed: new Set([...pages].flatMap(([page, known]) => (known === "failed" ? page : []))),
    uses: new Map(),
    scenarios: new Set([...pages.keys()].flatMap((page) => scenarioOf(page) ?? [])),
  };
  const queue = openBuildQueue({
    isUrgent: (page) => isUrgent(state, page),
    finish: (signal) => finish(state, signal),
  });
  orderOutdated(state, queue);
  // The first edit is to be followed as quickly as later ones; whatever fails here is reported by those who need it.
  const interrupt = new AbortController();
  const ready = Promise.all([state.threads.prepare(), prepareReports(session)])
    .then(() => warmUp(state, interrupt.signal))
    .catch(() => undefined);
  return {
    isIdle: () => queue.isIdle() && state.unfinished.size === 0,
    edited: (changed) => {
      interrupt.abort();
      orderAffected(state, queue, changed);
    },
    close: async () => {
      interrupt.abort();
      await Promise.all([queue.close(), ready]);
      await state.threads.end();
    },
  };
}

/** The index shows something of every page. */
function isUrgent({ first, openPages }: BuilderState, page: string): boolean {
  const open = openPages();
  return open.has(page) || open.has(indexPage) || (first !== undefined && page === scenarioPage(first));
}

/** Finishes pages that were written, with the index up to date after each. */
async function finish(state: BuilderState, signal: AbortSignal): Promise<void> {
  await buildIndex(state);
  for (const [page, made] of state.unfinished) {
    await made.finish(signal);
    state.unfinished.delete(page);
    await buildIndex(state);
  }
}

/** Orders what is missing, outdated or was ordered before, except for what waits for an edit. */
function orderOutdated(state: BuilderState, queue: BuildQueue): void {
  reportingFailure(state, () => {
    for (const { name } of findProject(state.folder).scenarios) state.scenarios.add(name);
    order(state, queue, outdatedJobs(state));
  });
}

function order({ onOrdered }: BuilderState, queue: BuildQueue, jobs: readonly Job[]): void {
  onOrdered(jobs.map(({ page }) => page));
  queue.order(jobs);
}

/** A folder may be gone for a while. */
function reportingFailure({ emit, describe }: BuilderState, order: () => void): void {
  try {
    order();
  } catch (error) {
    emit({ kind: "failed", page: indexPage, message: describe(error) });
  }
}

function outdatedJobs(state: BuilderState): Job[] {
  const isWanted = (page: string, isOutdated: () => boolean) => {
    const known = state.pages.get(page);
    return known === "ordered" || (known !== "failed" && known !== "stuck" && isOutdated());
  };
  const scenarios = [...state.scenarios].filter((name) =>
    isWanted(scenarioPage(name), () => isScenarioOutdated(state, name)),
  );
  const notebooks = findNotebooks(state.folder).filter((name) =>
    isWanted(notebookPagePath(name), () => isNotebookOutdated(state, name)),
  );
  return jobsOf(state, scenarios, notebooks);
}

function jobsOf(state: BuilderState, scenarios: readonly string[], notebooks: readonly string[]): Job[] {
  return [
    ...scenarios.map((name) => scenarioJob(state, name)),
    ...notebooks.map((name) => notebookJob(state, name)),
  ];
}

/** Orders the pages that an edit affects, those first that are open in a browser. */
function orderAffected(state: BuilderState, queue: BuildQueue, changed: ReadonlySet<string>): void {
  const { folder, openPages } = state;
  reportingFailure(state, () => {
    const project = findProject(folder);
    const edit: Edit = { changed, project };
    for (const { name } of project.scenarios) state.scenarios.add(name);
    const names = [...state.scenarios].filter((name) => affectsScenario(name, edit));
    const notebooks = findNotebooks(folder).filter((name) => isNotebookAffected(state, name, edit));
    const jobs = jobsOf(state, names, notebooks);
    const isOpen = ({ page }: Job) => openPages().has(page);
    order(state, queue, [...jobs.filter(isOpen), ...jobs.filter((job) => !isOpen(job))]);
  });
}

/** One that failed is tried again after every edit: what it needs is not known. */
function isNotebookAffected({ out, pages, uses, failed }: BuilderState, name: string, edit: Edit): boolean {
  const page = notebookPagePath(name);
  const own = pages.get(page) === "stuck" ? { scenarios: [], files: [notebookSource(name)] } : undefined;
  const used = uses.get(name) ?? notebookUses(out, name) ?? own;
  return failed.has(page) || affectsNotebook(name, used, edit);
}
