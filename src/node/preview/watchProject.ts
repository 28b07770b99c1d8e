// Follows the files of a project: each edit is told to whoever makes the pages.
import { type Watching, watchFiles } from "../project/watchFiles.ts";
import { type Builder, watched } from "./builder.ts";

/** Tells the follower of every edit in the project's folder, until it is closed with it. */
export async function follow(folder: string, builder: Builder): Promise<Watching> {
  const watching = await watchFiles(folder, watched, async (changed) => builder.edited(changed));
  return {
    close: async () => {
      await watching.close();
      await builder.close();
    },
  };
}
