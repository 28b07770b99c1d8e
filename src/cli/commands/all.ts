// `npm start`: everything there is, one part after the other, and where to look at it.
import type { Command } from "commander";
import type { Findings } from "../../analysis/findings.ts";
import { answerSentence } from "../../format/answerSentence.ts";
import { fillParagraph } from "../../format/text.ts";
import { notebooksHome } from "../../node/project/findNotebooks.ts";
import { shownPath } from "../../node/project/posix.ts";
import type { Session } from "../../node/project/session.ts";
import { withKeptThreads } from "../../node/workers/workerThreads.ts";
import { addSimulationOptions, defaultOut, outFolder, type RunCommandOptions } from "../options.ts";
import { print } from "../terminal.ts";
import { runNotebooks } from "./notebook.ts";
import { runScenarios, type TellOptions } from "./run.ts";

interface AllOptions extends RunCommandOptions {
  verbose?: true;
}

/** Registers `all` with the program. */
export function register(command: Command, session: Session): void {
  addSimulationOptions(command)
    .option("--out <folder>", "where the outputs go", outFolder, defaultOut)
    .option("--verbose", "print each scenario's findings, as run does, and each notebook's page")
    .option("--quiet", "print nothing")
    .action((options: AllOptions) =>
      withKeptThreads(session, () => all(options, session), { early: options.workers === undefined }),
    );
}

async function all({ verbose, ...options }: AllOptions, session: Session): Promise<void> {
  const answers = briefly();
  await runScenarios([], options, session, verbose ? {} : answers);
  const { out = defaultOut, trials, trialTimeout, quiet } = options;
  const forNotebooks = {
    out,
    ...(trials !== undefined && { trials }),
    ...(trialTimeout !== undefined && { trialTimeout }),
    ...((quiet || !verbose) && { quiet: true as const }),
  };
  const pages = await runNotebooks([], forNotebooks, session);
  if (quiet) return;
  const notebooks = `${pages.length} ${pages.length === 1 ? "notebook" : "notebooks"}`;
  const where = verbose ? "" : `${answers.rest()}${notebooks} in ${shownPath(out, notebooksHome)}/\n`;
  print(`\n${where}Look at this first, in a browser:\n  ${shownPath(out, "index.html")}`);
}

/** With what follows them, and a blank line between them, the answers leave a screen of 40 lines room. */
const mostLines = 34;

/** Tells each scenario's answer, as long as there is room, and counts the others. */
function briefly(): Required<TellOptions> & { rest(): string } {
  let lines = 0;
  let untold = 0;
  return {
    tell(name: string, findings: Findings) {
      const text = fillParagraph(`${name}: ${answerSentence(findings)}`);
      lines += text.split("\n").length;
      if (lines > mostLines) untold++;
      else print(text);
    },
    rest: () => (untold === 0 ? "" : `${untold} more scenarios\n`),
  };
}
