// Builds a notebook's outputs in steps: a draft where its runs are long, the page, and the .ipynb when there is time.
import { type ExecutedNotebook, executeNotebook } from "../notebooks/execute.ts";
import { notebookPage } from "../notebooks/notebookPage.ts";
import type { NotebookHost } from "../notebooks/notebookScenario.ts";
import { writeNotebook } from "../notebooks/writeNotebook.ts";
import { notebookFile } from "../project/findNotebooks.ts";
import { type BuildOptions, firstLookTrials, type Made, untilDraftLoaded } from "./buildTypes.ts";

/** What the build of a notebook is given. */
export interface BuildNotebookOptions extends BuildOptions {
  /** Whether its page is written even where it ends in an error. */
  isFirst: boolean;
  /** Called each time before the notebook's own code runs. */
  onUserCode(): void;
}

/** Executes a notebook and writes its page; `made` is absent where that was not written. */
export async function buildNotebook(
  name: string,
  options: BuildNotebookOptions,
): Promise<{ notebook: ExecutedNotebook; made?: Made }> {
  const { folder, out, session, threads, turn, signal, stopwatch, onFirstLook, onUserCode } = options;
  const execute = (firstLook?: NotebookHost["firstLook"]) =>
    executeNotebook(notebookFile(folder, name), {
      folder,
      session,
      host: { turn, signal, threads, onUserCode, ...(firstLook && { firstLook }) },
    });

  const firstLook = async (show: (html: string) => Promise<void>): Promise<ExecutedNotebook | undefined> => {
    let isShort = false;
    const onShortened = () => {
      isShort = true;
    };
    const few = await execute({ trials: firstLookTrials, onShortened });
    signal.throwIfAborted();
    if (!isShort) return few;
    stopwatch.lap("few");
    // What fails with few trials fails with all, and is reported there.
    if (few.error) return undefined;
    const shown = show(await notebookPage(few, { pictures: false, session }));
    stopwatch.lap("look");
    await untilDraftLoaded(shown, signal);
    return undefined;
  };
  const notebook = (onFirstLook && (await firstLook(onFirstLook))) ?? (await execute());
  signal.throwIfAborted();
  stopwatch.lap("run");
  await turn();
  if (notebook.error && !options.isFirst) return { notebook };
  await writeNotebook(notebook, out, ["html"], session);
  stopwatch.lap("page");
  const finish: Made["finish"] = async (wanted) => {
    wanted.throwIfAborted();
    await writeNotebook(notebook, out, ["ipynb"], session);
  };
  return { notebook, made: { finish } };
}
