// The kit as a scenario or a notebook imports it. Wherever it is installed, and in its own source too, the import gives
// one and the same text: so the script of a scenario, and the page that holds it, are the same bytes everywhere.

import type { Plugin } from "esbuild";
import { ownFiles } from "#ownFiles";
import type { Session } from "./session.ts";

/** What esbuild calls it in its messages. */
export const kitDoorName = "kit-door";

const doorText = () => ownFiles.script("door");

/** Gives `sandtable`, by a text that the session keeps; refuses the names that the kit's doors had once, with the place and what to write in their stead. */
export function kitDoor(session: Session): Plugin {
  return {
    name: kitDoorName,
    setup(build) {
      build.onResolve({ filter: /^sandtable$/ }, () => ({ path: "sandtable", namespace: "kit" }));
      build.onLoad({ filter: /.*/, namespace: "kit" }, async () => ({
        contents: await session.get(doorText),
      }));
      build.onResolve({ filter: /^#sandtable(\/notebook)?$/ }, ({ path }) => ({
        errors: [{ text: `the kit is not called "${path}" any more (write "${path.slice(1)}")` }],
      }));
    },
  };
}
