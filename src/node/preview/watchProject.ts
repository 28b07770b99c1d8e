// Builds the pages of a project after every edit of its files.
import { type Watching, watchFiles } from "../project/watchFiles.ts";
import { watchedFolders } from "./outdated.ts";

/** Builds what an edit affects. */
export interface EditListener {
  /** Builds the pages that an edit affects; paths relative to the project's folder, "/" between folders. */
  edited(changed: ReadonlySet<string>): void;
  /** Ends all work; resolves when it has ended. */
  close(): Promise<void>;
}

/** Passes every edit in the project's folder to the builder, until it is closed together with it. */
export async function watchProject(folder: string, builder: EditListener): Promise<Watching> {
  const watching = await watchFiles(folder, watchedFolders, async (changed) => builder.edited(changed));
  return {
    close: async () => {
      await watching.close();
      await builder.close();
    },
  };
}
