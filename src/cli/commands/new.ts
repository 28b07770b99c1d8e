// `sandtable new NAME`: a scenario that runs at once, to be changed into one's own.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { BadInput } from "../../assumptions/problems.ts";
import { writeSet } from "../../node/output/atomicFiles.ts";
import { filesOf, findProject, scenarioNamePattern } from "../../node/project/project.ts";
import { configTemplate, modelTemplate } from "../template/scenario.ts";
import { print } from "../terminal.ts";

/** Registers `new` with the program. */
export function register(command: Command): void {
  command.action(createScenario);
}

/** Names that stand for something else in scenarios/ or outputs/. */
const reserved = ["claims", "common", "gallery", "notebooks"];
const longestName = 64;

/** Where the schema of a config may be, from the folder of the scenarios: the project's own, or the installed kit's. */
const schemas = ["./config.schema.json", "../node_modules/sandtable/schemas/config.schema.json"];

async function createScenario(name: string): Promise<void> {
  const { folder } = findProject(process.cwd());
  const { model, config } = filesOf(name);
  const problem =
    problemOf(name) ?? [model, config].filter((file) => existsSync(join(folder, file))).map(taken)[0];
  if (problem !== undefined) throw new BadInput([{ path: `name ${JSON.stringify(name)}`, ...problem }]);
  const schema = schemas.find((path) => existsSync(join(folder, "scenarios", path)));
  const files = new Map([
    [model, modelTemplate(name)],
    [config, configTemplate(name, schema)],
  ]);
  await writeSet(folder, files);
  print(`${model}   what happens in one trial\n${config}   what is believed about its inputs, and why`);
  print(`Run it:     npm run --silent sandtable -- run ${name}
Look at it: open outputs/${name}/report.html
Change it:  npm run preview (shows the report anew each time you save)
Share it:   what several scenarios believe goes into scenarios/common.yaml`);
}

function problemOf(name: string): { message: string; hint?: string } | undefined {
  if (reserved.includes(name.toLowerCase())) return { message: "is the name of something else" };
  if (name.length > longestName) return { message: `is longer than ${longestName} characters` };
  if (scenarioNamePattern.test(name)) return undefined;
  return {
    message: "letters and digits are wanted, with - or _ between words, and a letter first",
    hint: "for instance winter-relief",
  };
}

function taken(file: string): { message: string } {
  return { message: `${file} is there already` };
}
