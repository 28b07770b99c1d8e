// `sandtable notebook`: executes notebooks and writes their pages.
import { resolve } from "node:path";
import type { Command } from "commander";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { describeError } from "../../node/notebooks/cellOutput.ts";
import { watchNotebooks } from "../../node/notebooks/watchNotebooks.ts";
import { runNotebook } from "../../node/notebooks/writeNotebook.ts";
import { writeIndex } from "../../node/output/writeIndex.ts";
import { chooseNotebooks, findNotebooks, notebooksHome } from "../../node/project/findNotebooks.ts";
import { shownPath } from "../../node/project/posix.ts";
import { findProject } from "../../node/project/project.ts";
import type { Session } from "../../node/project/session.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { addTrialTimeout, defaultOut, limitTrials, outFolder } from "../options.ts";
import { progressBar } from "../progress.ts";
import { print, printError } from "../terminal.ts";

/** What a person may write after `notebook`. */
export interface NotebookCommandOptions {
  trials?: string;
  trialTimeout?: string;
  out?: string;
  watch?: true;
  quiet?: true;
}

/** Registers `notebook` with the program. */
export function register(command: Command, session: Session): void {
  addTrialTimeout(command)
    .option("--trials <n>", "how many futures to play where the notebook itself does not say")
    .option("--out <folder>", "where the outputs go", outFolder, defaultOut)
    .option("--watch", "run again after every change, only what is needed")
    .option("--quiet", "print nothing")
    .action(async (names: string[], options: NotebookCommandOptions) => {
      if (options.watch) await watch(names, options, session);
      else await runNotebooks(names, options, session);
    });
}

/** Executes the named notebooks (all for no name) and gives the pages that were written, as paths to show. */
export async function runNotebooks(
  names: readonly string[],
  options: NotebookCommandOptions,
  session: Session,
): Promise<string[]> {
  const { folder, chosen, trials } = readOptions(names, options, session);
  const out = options.out ?? defaultOut;
  const progress = progressBar(process.stderr, Date.now, { silent: options.quiet === true });
  const pages: string[] = [];
  const failures: string[] = [];
  for (const [index, name] of chosen.entries()) {
    progress.show(index / chosen.length, `${notebooksHome}/${name}`);
    const { error } = await runNotebook(name, resolve(out), { folder, trials, session });
    if (error) failures.push(describeError(error));
    pages.push(shownPath(out, notebooksHome, `${name}.html`));
    progress.clear();
    if (!options.quiet) print(pages.at(-1)!);
  }
  await writeIndex(resolve(out));
  if (failures.length > 0) throw new ScenarioFailure(failures.join("\n"));
  return pages;
}

function readOptions(names: readonly string[], options: NotebookCommandOptions, session: Session) {
  const { folder } = findProject(process.cwd());
  const problems: Problem[] = [];
  limitTrials(options.trialTimeout, session, problems);
  const chosen = chooseNotebooks(folder, names, problems);
  const trials = options.trials === undefined ? undefined : Number(options.trials);
  if (trials !== undefined && !(Number.isInteger(trials) && trials >= 1)) {
    const message = `is ${JSON.stringify(options.trials)}, a whole number from 1 on is wanted`;
    problems.push({ path: "--trials", message });
  }
  if (problems.length > 0) throw new BadInput(problems);
  return { folder, chosen, trials };
}

async function watch(
  names: readonly string[],
  options: NotebookCommandOptions,
  session: Session,
): Promise<void> {
  const { folder, trials } = readOptions(names, options, session);
  const out = resolve(options.out ?? defaultOut);
  await watchNotebooks({
    folder,
    out,
    trials,
    session,
    names: () => (names.length > 0 ? readOptions(names, options, session).chosen : findNotebooks(folder)),
    onDone: (name, failure, milliseconds) => {
      const page = shownPath(options.out ?? defaultOut, notebooksHome, `${name}.html`);
      if (failure) printError(failure);
      if (!options.quiet) print(`${page}  (${(milliseconds / 1000).toFixed(1)} s)`);
    },
  });
}
