// Keeps the outputs up to date with the files of a project, and tells what happened to each page.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ScenarioFailure } from "../../simulation/failure.ts";
import { affectsNotebook, affectsScenario, type Edit, type Uses } from "../affected.ts";
import { freshModels } from "../freshModel.ts";
import { executeNotebook } from "../notebooks/execute.ts";
import { usesOf } from "../notebooks/ipynb.ts";
import { describeError } from "../notebooks/output.ts";
import { findNotebooks, notebookFile, notebooksHome } from "../notebooks/project.ts";
import { writeNotebook } from "../notebooks/write.ts";
import { filesOf, findProject, type ScenarioFiles } from "../project.ts";
import { type Watching, watchFiles } from "../watchFiles.ts";
import { writeIndex } from "../writeIndex.ts";
import { reportFile } from "../writeReport.ts";
import { type Made, makeScenario } from "./make.ts";
import type { News } from "./server.ts";
import { type Job, openWorkshop } from "./workshop.ts";

export interface FollowOptions {
  folder: string;
  /** Absolute. */
  out: string;
  /** The scenario that was named; it is made at once too. */
  first?: string | undefined;
  /** Pages that somebody looks at: they are made at once. */
  open(): ReadonlySet<string>;
  tell(news: News): void;
  /** A failure in the words of the command line. */
  describe(error: unknown): string;
}

const indexPage = "index.html";
const pageOfNotebook = (name: string) => `${notebooksHome}/${name}.html`;
const pageOfScenario = (name: string) => `${name}/${reportFile}`;

/** Makes what is missing or old, then follows every edit. */
export async function follow(options: FollowOptions): Promise<Watching> {
  const { folder, out, first, open, tell, describe } = options;
  const readModel = freshModels();
  const unfinished = new Map<string, Made>();
  const failed = new Set<string>();

  const workshop = openWorkshop({
    isUrgent: (page) => open().has(page) || (first !== undefined && page === pageOfScenario(first)),
    finish: async (superseded) => {
      await makeIndex();
      for (const [name, made] of unfinished) {
        if ((await made.finish(superseded)) === "superseded") return;
        unfinished.delete(name);
        await makeIndex();
      }
    },
  });

  const scenarioJob = (name: string): Job =>
    told(pageOfScenario(name), async () => {
      unfinished.delete(name);
      unfinished.set(name, await makeScenario(name, { folder, out, readModel }));
    });
  const notebookJob = (name: string): Job =>
    told(pageOfNotebook(name), async (turn) => {
      const notebook = await executeNotebook(notebookFile(folder, name), { folder, readModel, turn });
      // The last page without an error stays, greyed; a first one is better than none.
      const isFirst = !existsSync(join(out, pageOfNotebook(name)));
      if (!notebook.error || isFirst) await writeNotebook(notebook, out);
      if (notebook.error) throw new ScenarioFailure(describeError(notebook.error));
    });

  function told(page: string, make: Job["make"]): Job {
    return {
      page,
      make: async (turn) => {
        try {
          await make(turn);
          failed.delete(page);
          tell({ kind: "made", page });
        } catch (error) {
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
    }).make(async () => undefined);
  }

  /** One that could not be executed at all is tried again after every edit: what it needs is not known. */
  function isTouched(name: string, edit: Edit): boolean {
    return failed.has(pageOfNotebook(name)) || affectsNotebook(name, notebookUses(out, name), edit);
  }

  const watching = await watchFiles(folder, ["scenarios", notebooksHome], async (changed) => {
    try {
      const { scenarios } = findProject(folder);
      const edit: Edit = { changed, scenarios };
      const names = scenarios.map(({ name }) => name).filter((name) => affectsScenario(name, edit));
      const notebooks = findNotebooks(folder).filter((name) => isTouched(name, edit));
      workshop.order([...names.map(scenarioJob), ...notebooks.map(notebookJob)]);
    } catch (error) {
      tell({ kind: "failed", page: indexPage, message: describe(error) });
    }
  });
  workshop.order([
    ...findProject(folder)
      .scenarios.filter((files) => isOld(options, files))
      .map(({ name }) => scenarioJob(name)),
    ...findNotebooks(folder)
      .filter((name) => isOldNotebook(options, name))
      .map(notebookJob),
  ]);
  return {
    close: async () => {
      await watching.close();
      await workshop.close();
    },
  };
}

/** What a notebook used when it was last executed, as its .ipynb has it. */
function notebookUses(out: string, name: string): Uses | undefined {
  const file = join(out, notebooksHome, `${name}.ipynb`);
  return existsSync(file) ? usesOf(readFileSync(file, "utf8")) : undefined;
}

/** Whether a scenario's files are younger than what was made of them. */
function isOld({ folder, out }: FollowOptions, { name, model, config }: ScenarioFiles): boolean {
  const made = timeOf(join(out, name, reportFile));
  return [model, config].some((file) => timeOf(join(folder, file)) > made) || made === 0;
}

function isOldNotebook({ folder, out }: FollowOptions, name: string): boolean {
  const made = timeOf(join(out, notebooksHome, `${name}.html`));
  const uses = notebookUses(out, name);
  if (made === 0 || !uses) return true;
  const scenarios = uses.scenarios.map(filesOf).flatMap(({ model, config }) => [model, config]);
  const sources = [...uses.files, ...scenarios].map((file) => join(folder, file));
  return [notebookFile(folder, name), ...sources].some((file) => timeOf(file) > made);
}

/** When a file was changed last, in milliseconds; 0 where there is none. */
function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
