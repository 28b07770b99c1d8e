// Keeps the outputs up to date with the files of a project, and tells what happened to each page.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { affectsNotebook, affectsScenario, type Edit, type Uses } from "../notebooks/affected.ts";
import { describeError } from "../notebooks/cellOutput.ts";
import { usesOf } from "../notebooks/ipynb.ts";
import { writeIndex } from "../output/writeIndex.ts";
import { prepareReports, reportFile } from "../output/writeReport.ts";
import { findNotebooks, notebooksHome } from "../project/findNotebooks.ts";
import { createFreshImporter } from "../project/importFresh.ts";
import { filesOf, findProject, type ScenarioFiles } from "../project/project.ts";
import { openThreads } from "../workers/workerThreads.ts";
import { buildNotebook } from "./buildNotebook.ts";
import { type Job, openBuildQueue } from "./buildQueue.ts";
import { buildScenario } from "./buildScenario.ts";
import type { BuildOptions, Made } from "./buildTypes.ts";
import type { News } from "./server.ts";
import { startStopwatch } from "./stopwatch.ts";

export interface Builder {
  /** Makes what an edit of these files makes old; paths relative to the project's folder, "/" between folders. */
  edited(changed: ReadonlySet<string>): void;
  close(): Promise<void>;
}

export interface BuilderOptions {
  /** The project's. */
  folder: string;
  /** Absolute. */
  out: string;
  /** The scenario that was named; it is made at once too. */
  first?: string | undefined;
  /** Pages that somebody looks at: they are made at once. */
  open(): ReadonlySet<string>;
  tell(news: News): void;
  /** Resolves when somebody has loaded the page as it was told last; at once unless given. */
  read?(page: string): Promise<void>;
  /** A failure in the words of the command line. */
  describe(error: unknown): string;
  /** Pages whose own code does not come back: they wait for an edit. */
  stuck?: ReadonlySet<string>;
  /** Told before a page's own code, a scenario's or a notebook's, runs in this thread; it may never come back. */
  onGuest?(userCodePage: UserCodePage): void;
}

/** A page whose own code runs. */
export interface UserCodePage {
  page: string;
  /** Where the code stands, relative to the project's folder. */
  file: string;
}

/** What work on a page is given. */
type Doing = Pick<BuildOptions, "turn" | "signal" | "stopwatch">;

/** Folders of a project whose files are followed. */
export const watched = ["scenarios", notebooksHome];
const manifestFile = "run.json";
export const indexPage = "index.html";
const fileOfNotebook = (name: string) => `${notebooksHome}/${name}.ts`;
const pageOfNotebook = (name: string) => `${notebooksHome}/${name}.html`;
const pageOfScenario = (name: string) => `${name}/${reportFile}`;

/** Makes what is missing or old, then what every edit makes old. */
export function openBuilder(options: BuilderOptions): Builder {
  const { folder, out, first, open, tell, describe, read = async () => undefined } = options;
  const { stuck = new Set(), onGuest = () => undefined } = options;
  const readModel = createFreshImporter();
  const threads = openThreads();
  const unfinished = new Map<string, Made>();
  const failed = new Set<string>();
  const uses = new Map<string, Uses>();
  /** Scenarios that are or were there: of one whose file is gone it is told. */
  const known = new Set(findProject(folder).scenarios.map(({ name }) => name));

  const buildQueue = openBuildQueue({
    // The index shows what all pages say.
    isUrgent: (page) =>
      open().has(page) || open().has(indexPage) || (first !== undefined && page === pageOfScenario(first)),
    finish: async (signal) => {
      await makeIndex();
      for (const [page, made] of unfinished) {
        await made.finish(signal);
        unfinished.delete(page);
        await makeIndex();
      }
    },
  });

  const shared = { folder, out, readModel, threads };
  const lookAt = (page: string) =>
    open().has(page)
      ? async (html: string) => {
          tell({ kind: "drafted", page, html });
          await read(page);
        }
      : undefined;
  const scenarioJob = (name: string): Job =>
    told(pageOfScenario(name), async (doing) => {
      const page = pageOfScenario(name);
      unfinished.delete(page);
      onGuest({ page, file: filesOf(name).model });
      unfinished.set(page, await buildScenario(name, { ...shared, ...doing, onFirstLook: lookAt(page) }));
    });
  const notebookJob = (name: string): Job =>
    told(pageOfNotebook(name), async (doing) => {
      const page = pageOfNotebook(name);
      const { notebook, made } = await buildNotebook(name, {
        ...shared,
        ...doing,
        // The last page without an error stays, greyed; a first one is better than none.
        isFirst: !existsSync(join(out, page)),
        onFirstLook: lookAt(page),
        onGuest: () => onGuest({ page, file: fileOfNotebook(name) }),
      });
      if (made) {
        uses.set(name, notebook);
        unfinished.set(page, made);
      }
      if (notebook.error) throw new ScenarioFailure(describeError(notebook.error));
    });

  function told(page: string, make: (doing: Doing) => Promise<void>): Job {
    const stopwatch = startStopwatch();
    return {
      page,
      make: async (turn, signal) => {
        stopwatch.lap("wait");
        try {
          await make({ turn, signal, stopwatch });
          failed.delete(page);
          tell({ kind: "made", page, milliseconds: stopwatch.total(), parts: stopwatch.parts() });
          if (page !== indexPage && open().has(indexPage)) await makeIndex();
        } catch (error) {
          // What was begun anew is told when it is done.
          if (signal.aborted) return;
          failed.add(page);
          tell({ kind: "failed", page, message: describe(error) });
        }
      },
    };
  }

  async function makeIndex(): Promise<void> {
    if (!existsSync(out)) return;
    await told(indexPage, async () => {
      await writeIndex(out);
    }).make(async () => undefined, new AbortController().signal);
  }

  /** One that could not be executed at all is tried again after every edit: what it needs is not known. */
  function isTouched(name: string, edit: Edit): boolean {
    const page = pageOfNotebook(name);
    const own = stuck.has(page) ? { scenarios: [], files: [fileOfNotebook(name)] } : undefined;
    const used = uses.get(name) ?? notebookUses(out, name) ?? own;
    return failed.has(page) || affectsNotebook(name, used, edit);
  }

  // The first edit is to be followed as soon as the others; what cannot be had now is told by whoever needs it.
  void Promise.all([threads.prepare(), prepareReports()]).catch(() => undefined);
  const old = [
    ...findProject(folder)
      .scenarios.filter((files) => isOld(options, files))
      .map(({ name }) => scenarioJob(name)),
    ...findNotebooks(folder)
      .filter((name) => isOldNotebook(options, name))
      .map(notebookJob),
  ];
  buildQueue.order(old.filter(({ page }) => !stuck.has(page)));
  return {
    edited(changed) {
      try {
        const { scenarios } = findProject(folder);
        const edit: Edit = { changed, scenarios };
        for (const { name } of scenarios) known.add(name);
        const names = [...known].filter((name) => affectsScenario(name, edit));
        const notebooks = findNotebooks(folder).filter((name) => isTouched(name, edit));
        const jobs = [...names.map(scenarioJob), ...notebooks.map(notebookJob)];
        const isSeen = ({ page }: Job) => open().has(page);
        buildQueue.order([...jobs.filter(isSeen), ...jobs.filter((job) => !isSeen(job))]);
      } catch (error) {
        tell({ kind: "failed", page: indexPage, message: describe(error) });
      }
    },
    close: async () => {
      await buildQueue.close();
      await threads.end();
    },
  };
}

/** What a notebook used when it was last executed, as its .ipynb has it. */
function notebookUses(out: string, name: string): Uses | undefined {
  const file = join(out, notebooksHome, `${name}.ipynb`);
  return existsSync(file) ? usesOf(readFileSync(file, "utf8")) : undefined;
}

/** Whether what a scenario stands on is younger than what was made of it. */
function isOld({ folder, out }: BuilderOptions, { name }: ScenarioFiles): boolean {
  // The manifest is what is written last.
  const made = Math.min(...[reportFile, manifestFile].map((file) => timeOf(join(out, name, file))));
  return made === 0 || affectsScenario(name, editSince(folder, made));
}

function isOldNotebook({ folder, out }: BuilderOptions, name: string): boolean {
  const made = Math.min(
    ...["html", "ipynb"].map((ending) => timeOf(join(out, notebooksHome, `${name}.${ending}`))),
  );
  return made === 0 || affectsNotebook(name, notebookUses(out, name), editSince(folder, made));
}

/** What has been edited since then, while nobody watched. */
function editSince(folder: string, time: number): Edit {
  const files = watched.flatMap((home) =>
    existsSync(join(folder, home))
      ? readdirSync(join(folder, home), { recursive: true, encoding: "utf8" }).map((file) => join(home, file))
      : [],
  );
  const isYounger = (file: string) => timeOf(join(folder, file)) > time;
  return { changed: new Set(files.filter(isYounger)), scenarios: findProject(folder).scenarios };
}

/** When a file was changed last, in milliseconds; 0 where there is none. */
function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
