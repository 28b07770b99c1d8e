// `sandtable schema`: what the YAML files in scenarios/ may hold, for editors that complete and check them.
import { join } from "node:path";
import type { Command } from "commander";
import { checksJsonSchema } from "../../assumptions/checks/readChecks.ts";
import { configJsonSchema } from "../../assumptions/configSchema.ts";
import { claimsJsonSchema } from "../../assumptions/readClaims.ts";
import { commonJsonSchema } from "../../assumptions/readCommon.ts";
import { jsonText } from "../../format/jsonText.ts";
import { writeWhole } from "../../node/output/atomicFiles.ts";
import { shownPath } from "../../node/project/posix.ts";
import { findProject } from "../../node/project/project.ts";
import { print } from "../terminal.ts";

/** A schema beside the files that it is for. */
interface SchemaFile {
  /** Relative to the project's folder. */
  file: string;
  /** The files that name it in their first line. */
  namedBy: string;
  text(): string;
}

/** The schema of a scenario's config, relative to the project's folder. */
const schemaFile = shownPath("scenarios", "config.schema.json");

/** The schemas by file, each made when it is asked for. */
export const schemaFiles: readonly SchemaFile[] = [
  { file: schemaFile, namedBy: "a scenario's config", text: () => jsonText(configJsonSchema()) },
  {
    file: shownPath("scenarios", "common.schema.json"),
    namedBy: "common.yaml",
    text: () => jsonText(commonJsonSchema()),
  },
  {
    file: shownPath("scenarios", "claims.schema.json"),
    namedBy: "claims.yaml",
    text: () => jsonText(claimsJsonSchema()),
  },
  {
    file: shownPath("scenarios", "checks.schema.json"),
    namedBy: "checks.yaml",
    text: () => jsonText(checksJsonSchema()),
  },
];

/** Registers `schema` with the program. */
export function register(command: Command): void {
  command.action(writeSchemas);
}

async function writeSchemas(): Promise<void> {
  const { folder } = findProject(process.cwd());
  for (const { file, namedBy, text } of schemaFiles) {
    await writeWhole(join(folder, file), text());
    print(`${file}   named in the first line of ${namedBy}`);
  }
}
