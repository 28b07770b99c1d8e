// `sandtable list`: which questions are here, and which what-ifs each has.
import type { Command } from "commander";
import { jsonText } from "../../format/jsonText.ts";
import type { LoadedScenario } from "../../node/project/loadScenarios.ts";
import type { Session } from "../../node/project/session.ts";
import { loadScenariosFor } from "../loadScenariosFor.ts";
import { print } from "../terminal.ts";

/** Registers `list` with the program. */
export function register(command: Command, session: Session): void {
  command.option("--json", "as data").action((options: { json?: true }) => list(options, session));
}

async function list({ json }: { json?: true }, session: Session): Promise<void> {
  const { scenarios } = await loadScenariosFor([], {}, session);
  if (json) print(jsonText(scenarios.map(dataOf)));
  else print(scenarios.map(textOf).join("\n"));
}

function dataOf({ name, scenario: { title, question }, config: { variants } }: LoadedScenario) {
  return { name, title, question, variants: variants.map(({ name, title }) => ({ name, title })) };
}

function textOf({ name, scenario: { title, question }, config: { variants } }: LoadedScenario): string {
  const width = Math.max(...variants.map((variant) => variant.name.length));
  const rows = variants.map((variant) => `    ${variant.name.padEnd(width)}  ${variant.title}`);
  return `${name}: ${title}\n  ${question}\n${rows.join("\n")}\n`;
}
