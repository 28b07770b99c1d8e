// Builds the pages of a project after every edit of its files.
import { type Watching, watchFiles } from "../project/watchFiles.ts";
import type { Builder } from "./builder.ts";
import { watchedFolders } from "./outdated.ts";

/** Passes every edit in the project's folder to the builder, until it is closed together with it. */
export async function watchProject(folder: string, builder: Builder): Promise<Watching> {
  const watching = await watchFiles(folder, watchedFolders, async (changed) => builder.edited(changed));
  return {
    close: async () => {
      await watching.close();
      await builder.close();
    },
  };
}
