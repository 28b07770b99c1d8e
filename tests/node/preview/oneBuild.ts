// The preview's builds of one scenario's report and one notebook, once.
import { join } from "node:path";
import { openBuilder } from "../../../src/node/preview/builder.ts";
import { watchProject } from "../../../src/node/preview/watchProject.ts";
import { Session } from "../../../src/node/project/session.ts";

/** Builds what is outdated of these pages of a project; throws the message of the first that fails. */
export async function buildOnce(
  folder: string,
  pages: readonly string[],
  session = new Session(),
): Promise<void> {
  const wanted = new Set(pages);
  let finish: () => void = () => undefined;
  let fail: (reason: Error) => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    [finish, fail] = [resolve, reject];
  });
  const watching = await watchProject(
    folder,
    openBuilder({
      session,
      folder,
      out: join(folder, "outputs"),
      openPages: () => new Set(pages),
      emit: (event) => {
        if (event.kind === "failed") fail(new Error(event.message));
        else if (event.kind === "made") wanted.delete(event.page);
        if (wanted.size === 0) finish();
      },
      describe: (error) => (error as Error).message,
    }),
  );
  try {
    await done;
  } finally {
    await watching.close();
  }
}
