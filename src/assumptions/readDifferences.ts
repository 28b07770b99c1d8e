// Where a scenario differs from common.yaml on purpose.
import type { NamedDifference } from "./assumptions.ts";
import type { ParseContext } from "./parseContext.ts";
import { entriesAt, textAt } from "./structure.ts";

const settings = ["seed", "trials", "start", "horizon"] as const;

/** The named differences of a config, in the order of the file; settings have no reason of their own. */
export function readDifferences({ yaml, world }: ParseContext): NamedDifference[] {
  const { common } = world;
  if (!common) return [];
  const written = (data: typeof yaml.data, path: readonly string[]) => textAt(data, path)?.trim();
  const ofSettings = settings.flatMap((name): NamedDifference[] => {
    const [own, shared] = [yaml, common.yaml].map(({ data }) => written(data, [name]));
    return own === undefined || shared === undefined || own === shared
      ? []
      : [{ name, common: shared, own, why: "" }];
  });
  const ofBeliefs = entriesAt(yaml.data, ["assumptions"]).flatMap(([name]): NamedDifference[] => {
    const path = ["assumptions", name];
    const why = written(yaml.data, [...path, "differs"]);
    if (why === undefined || !common.names.includes(name)) return [];
    const belief = (data: typeof yaml.data) =>
      written(data, [...path, "belief"]) ?? written(data, [...path, "is"]) ?? "";
    return [{ name, common: belief(common.yaml.data), own: belief(yaml.data), why }];
  });
  return [...ofSettings, ...ofBeliefs];
}
