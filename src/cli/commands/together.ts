// `sandtable together`: scenarios as one world: what moves what, what holds in the same futures, who feeds whom.
import { resolve } from "node:path";
import type { Command } from "commander";
import { parseCondition } from "../../analysis/together/condition.ts";
import { worldFindings } from "../../analysis/together/worldFindings.ts";
import type { Problem } from "../../assumptions/problems.ts";
import { BadInput } from "../../assumptions/problems.ts";
import { jsonText } from "../../format/jsonText.ts";
import { togetherData } from "../../format/together/togetherJson.ts";
import { writeIndex } from "../../node/output/writeIndex.ts";
import { togetherFolder, writeTogether } from "../../node/output/writeTogether.ts";
import { collectProblems } from "../../node/project/collectProblems.ts";
import { commonNames } from "../../node/project/commonNames.ts";
import { shownPath } from "../../node/project/posix.ts";
import { findProject } from "../../node/project/project.ts";
import type { Session } from "../../node/project/session.ts";
import { playTogether } from "../../node/workers/playTogether.ts";
import { describeTogether } from "../describeTogether.ts";
import { loadScenariosFor } from "../loadScenariosFor.ts";
import { addSimulationOptions, collect, defaultOut, outFolder, type RunCommandOptions } from "../options.ts";
import { progressBar } from "../progress.ts";
import { print } from "../terminal.ts";

type TogetherCommandOptions = Omit<RunCommandOptions, "variant"> & { given?: string[] };

/** Registers `together` with the program. */
export function register(command: Command, session: Session): void {
  addSimulationOptions(command)
    .option(
      "--given <condition>",
      'split the futures by this: "market.both", "field.total > 40", "field.stock ever below 3"; repeatable',
      collect,
    )
    .option("--out <folder>", `where the page goes (default: ${defaultOut})`, outFolder)
    .option("--json", "print the summary as JSON; files are written only if --out is given too")
    .option("--quiet", "print nothing")
    .action((names: string[], options: TogetherCommandOptions) => together(names, options, session));
}

async function together(
  names: readonly string[],
  options: TogetherCommandOptions,
  session: Session,
): Promise<void> {
  const { given = [], json, quiet } = options;
  const problems: Problem[] = [];
  for (const condition of given) await collectProblems(problems, async () => parseCondition(condition));
  const { scenarios: found } = findProject(process.cwd());
  const inTheWay = found.find(({ name }) => name === togetherFolder);
  if (inTheWay) {
    const message = `has its outputs where the page of all scenarios goes: outputs/${togetherFolder}/`;
    problems.push({ path: inTheWay.model, message, hint: "give the scenario another name" });
  }
  if (problems.length > 0) throw new BadInput(problems);
  const { project, scenarios, workers } = await loadScenariosFor(names, options, session);
  const progress = progressBar(process.stderr, Date.now, { silent: quiet === true });
  const onProgress = (share: number, name: string) => progress.show(share, name);
  const common = commonNames(project);
  const world = await playTogether(scenarios, { workers, session }, { common, given, onProgress });
  progress.clear();
  const findings = worldFindings(world, given);
  const out = options.out ?? (json ? undefined : defaultOut);
  const files = out === undefined ? [] : await writeTogether(resolve(out), findings);
  if (out !== undefined) await writeIndex(resolve(out));
  if (json) print(jsonText(togetherData(findings)));
  else if (!quiet) {
    const written = files.map((file) => shownPath(out ?? "", file)).join(", ");
    print(`${describeTogether(findings, given.length > 0)}\n\nFiles: ${written}`);
  }
}
