// The kit's doors had other names once: who still writes them is told the names of today.
import type { Plugin } from "esbuild";

/** Refuses `#sandtable` and `#sandtable/notebook`, with the place of the import and what to write in its stead. */
export const formerDoors: Plugin = {
  name: "former-doors",
  setup(build) {
    build.onResolve({ filter: /^#sandtable(\/notebook)?$/ }, ({ path }) => ({
      errors: [{ text: `the kit is not called "${path}" any more (write "${path.slice(1)}")` }],
    }));
  },
};
