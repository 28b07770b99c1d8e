// `sandtable list`: which questions are here, and which what-ifs each has.
import type { Command } from "commander";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { jsonText } from "../../format/jsonText.ts";
import { collectProblems } from "../../node/project/collectProblems.ts";
import { chooseScenarios, findProject } from "../../node/project/project.ts";
import { type ScenarioLines, scenarioLines } from "../../node/project/scenarioLines.ts";
import type { Session } from "../../node/project/session.ts";
import { print } from "../terminal.ts";

/** Registers `list` with the program. */
export function register(command: Command, session: Session): void {
  command.option("--json", "as data").action((options: { json?: true }) => list(options, session));
}

async function list({ json }: { json?: true }, session: Session): Promise<void> {
  const problems: Problem[] = [];
  const project = findProject(process.cwd());
  // Side by side: most of the time is the bundler's.
  const found = await Promise.all(
    chooseScenarios(project, [], problems).map((files) =>
      collectProblems(problems, () => scenarioLines(project, files, session)),
    ),
  );
  if (problems.length > 0) throw new BadInput(problems);
  const scenarios = found.flatMap((one) => one ?? []);
  if (json) print(jsonText(scenarios));
  else print(scenarios.map(textOf).join("\n"));
}

function textOf({ name, title, question, variants }: ScenarioLines): string {
  const width = Math.max(...variants.map((variant) => variant.name.length));
  const rows = variants.map((variant) => `    ${variant.name.padEnd(width)}  ${variant.title}`);
  return `${name}: ${title}\n  ${question}\n${rows.join("\n")}\n`;
}
