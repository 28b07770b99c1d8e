// `sandtable verify`: whether everything comes out the same, to the last byte, whoever does the work.
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { holdsRun, type Verification, verify, workerNumbers } from "../../node/output/verify.ts";
import { loadClaims } from "../../node/project/loadClaims.ts";
import { chooseScenarios, findProject, type ScenarioFiles } from "../../node/project/project.ts";
import type { Session } from "../../node/project/session.ts";
import { ScenarioFailure } from "../../simulation/scenarioFailure.ts";
import { addTrialTimeout, defaultOut, limitTrials, outFolder } from "../options.ts";
import { progressBar } from "../progress.ts";
import { print } from "../terminal.ts";

/** Registers `verify` with the program. */
export function register(command: Command, session: Session): void {
  addTrialTimeout(command)
    .option(
      "--out <folder>",
      `where the outputs are that are compared with (default: ${defaultOut})`,
      outFolder,
    )
    .option("--quiet", "print faults alone")
    .action((names: string[], options: VerifyOptions) => verifyAll(names, options, session));
}

interface VerifyOptions {
  out?: string;
  quiet?: true;
  trialTimeout?: string;
}

async function verifyAll(names: readonly string[], options: VerifyOptions, session: Session): Promise<void> {
  const problems: Problem[] = [];
  limitTrials(options.trialTimeout, session, problems);
  const project = findProject(process.cwd());
  const chosen = chooseScenarios(project, names, problems);
  const out = options.out ?? defaultOut;
  if (options.out !== undefined) problems.push(...nothingToCompare(chosen, names, options.out));
  if (problems.length > 0) throw new BadInput(problems);
  const claims = loadClaims(project);
  const progress = progressBar(process.stderr, Date.now, { silent: options.quiet === true });
  const faults: string[] = [];
  for (const [index, files] of chosen.entries()) {
    const show = (share: number) => progress.show((index + share) / chosen.length, files.name);
    const folder = join(out, files.name);
    const verification = await verify(project, files, resolve(folder), { claims, session, onProgress: show });
    progress.clear();
    faults.push(...verification.faults.map((fault) => `${files.name}: ${fault}`));
    if (verification.faults.length === 0 && !options.quiet) print(describe(verification, folder));
  }
  if (faults.length > 0) throw new ScenarioFailure(faults.join("\n"));
}

/** Who names a folder wants it compared: each scenario that is named has a run there, or at least one of all. */
function nothingToCompare(
  chosen: readonly ScenarioFiles[],
  names: readonly string[],
  out: string,
): Problem[] {
  const without = chosen.filter(({ name }) => !holdsRun(join(out, name)));
  if (names.length === 0 && without.length < chosen.length) return [];
  return without.map(({ name }) => ({
    path: join(out, name),
    message: "there is no run to compare with",
    hint: `\`sandtable run ${name} --out ${out}\` makes one`,
  }));
}

function describe({ scenario, trials, outputs }: Verification, folder: string): string {
  const workers = `${workerNumbers.slice(0, -1).join(", ")} and ${workerNumbers.at(-1)} workers`;
  const lead = `${scenario}: the same with ${workers} (${trials.toLocaleString("en-US")} trials)`;
  switch (outputs.state) {
    case "same":
      return `${lead} and in ${folder} (${outputs.files} files)`;
    case "missing":
      return `${lead}; ${folder} is not compared: ${outputs.why}`;
    default:
      return `${lead}; ${folder} is stale: ${outputs.why}`;
  }
}
