// `sandtable schema`: what a config may hold, for editors that complete and check YAML.
import { join } from "node:path";
import type { Command } from "commander";
import { jsonText } from "../analysis/jsonText.ts";
import { checksJsonSchema } from "../assumptions/checks.ts";
import { configJsonSchema } from "../assumptions/config.ts";
import { writeWhole } from "../node/files.ts";
import { findProject } from "../node/project.ts";
import { print } from "./output.ts";

/** Relative to the project's folder. */
export const schemaFile = join("scenarios", "config.schema.json");
export const checksSchemaFile = join("scenarios", "checks.schema.json");

export function define(command: Command): void {
  command.action(writeSchema);
}

async function writeSchema(): Promise<void> {
  const { folder } = findProject(process.cwd());
  await writeWhole(join(folder, schemaFile), schemaText());
  await writeWhole(join(folder, checksSchemaFile), checksSchemaText());
  print(
    `${schemaFile}   named in a config's first line: # yaml-language-server: $schema=./config.schema.json`,
  );
  print(`${checksSchemaFile}   named in the first line of checks.yaml in the same way`);
}

/** The JSON Schema of a scenario's YAML, as text. */
export function schemaText(): string {
  return jsonText(configJsonSchema());
}

/** The JSON Schema of checks.yaml, as text. */
export function checksSchemaText(): string {
  return jsonText(checksJsonSchema());
}
