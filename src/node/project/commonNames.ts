// Names of the common assumptions.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { entriesAt } from "../../assumptions/structure.ts";
import { readYaml } from "../../assumptions/yaml.ts";
import { commonFile, type Project, readSource } from "./project.ts";

/** The names of the common assumptions, in the order of common.yaml; none where there is no such file. */
export function commonNames({ folder }: Pick<Project, "folder">): readonly string[] {
  if (!existsSync(join(folder, commonFile))) return [];
  const { data } = readYaml(readSource(commonFile, folder));
  return entriesAt(data, ["assumptions"]).map(([name]) => name);
}
