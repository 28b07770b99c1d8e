// `sandtable run`: simulates scenarios, writes and prints their findings.
import { resolve } from "node:path";
import type { Command } from "commander";
import type { Findings } from "../../analysis/findings.ts";
import type { ConvergenceResult, GoalStatus } from "../../analysis/runUntilPrecise.ts";
import { jsonText } from "../../format/jsonText.ts";
import { summaryData } from "../../format/summaryJson.ts";
import { fillParagraph } from "../../format/text.ts";
import { drawCharts } from "../../node/output/drawCharts.ts";
import { writeIndex } from "../../node/output/writeIndex.ts";
import { writeOutputs } from "../../node/output/writeOutputs.ts";
import { prepareReports } from "../../node/output/writeReport.ts";
import { checkDeterminism } from "../../node/project/checkDeterminism.ts";
import type { LoadedScenario } from "../../node/project/loadScenarios.ts";
import { shownPath } from "../../node/project/posix.ts";
import type { Session } from "../../node/project/session.ts";
import { userCode } from "../../node/project/userCode.ts";
import { knownRuns } from "../../node/workers/knownRuns.ts";
import { runLoaded } from "../../node/workers/runLoaded.ts";
import { withKeptThreads } from "../../node/workers/workerThreads.ts";
import { describeFindings } from "../describeFindings.ts";
import { loadScenariosFor } from "../loadScenariosFor.ts";
import {
  addSimulationOptions,
  collect,
  defaultOut,
  outFolder,
  overridesOf,
  type RunCommandOptions,
} from "../options.ts";
import { progressBar } from "../progress.ts";
import { print, printError } from "../terminal.ts";
import {
  describeConvergence,
  describeShortfall,
  describeStep,
  goalsFor,
  type UntilOptions,
} from "../untilOptions.ts";

/** Registers `run` with the program. */
export function register(command: Command, session: Session): void {
  command.option("--variant <name>", "only this variant beside the base; repeatable", collect);
  addSimulationOptions(command)
    .option("--out <folder>", `where the outputs go (default: ${defaultOut})`, outFolder)
    .option("--json", "print the summary as JSON; files are written only if --out is given too")
    .option("--quiet", "print nothing")
    .option(
      "--until <goal>",
      'play on until the error of figures is small enough: "totalPaid 1%", or "1%" for all headlines; repeatable; doubles from --trials on',
      collect,
    )
    .option("--max-trials <n>", "the most that --until may take (default: 16777216)")
    .action(async (scenarios: string[], options: RunCommandOptions & UntilOptions) => {
      await runScenarios(scenarios, options, session);
    });
}

// Drawing takes about this part of a run; only the progress bar relies on it.
const drawingShare = 0.7;

/** How a host of several parts has scenarios told: in full unless it tells them itself. */
export interface TellOptions {
  tell?: (name: string, findings: Findings) => void;
}

/** Runs the named scenarios (all for no name) and gives the folders that were written, as paths to show. */
export async function runScenarios(
  names: readonly string[],
  options: RunCommandOptions & UntilOptions,
  session: Session,
  { tell }: TellOptions = {},
): Promise<string[]> {
  const { project, scenarios, workers } = await loadScenariosFor(names, options, session);
  const goals = goalsFor(options, scenarios);
  const out = options.out ?? (options.json ? undefined : defaultOut);
  // Bundled and loaded while trials are run; a failure is thrown where they are needed.
  if (out !== undefined) void prepareReports(session).catch(() => undefined);
  const progress = progressBar(process.stderr, Date.now, { silent: options.quiet === true });
  const summaries: unknown[] = [];
  const folders: string[] = [];
  const told = tell ?? ((_: string, ...run: Told) => print(textOf(...run)));
  const runOne = async (loaded: LoadedScenario, index: number): Promise<() => Promise<void>> => {
    const { name } = loaded;
    const goal = goals?.[index];
    const show = (share: number, doing = name) => progress.show((index + share) / scenarios.length, doing);
    const simulationShare = out === undefined ? 1 : 1 - drawingShare;
    const started = new Date();
    const onStep = (trials: number, statuses: readonly GoalStatus[]) =>
      show(0, `${name}: ${describeStep(trials, statuses)}`);
    const run = await runLoaded(
      loaded,
      { workers, session },
      {
        until: goal && { ...goal, onStep },
        samples: out !== undefined,
        onProgress: (share) => show(share * simulationShare),
      },
    );
    const { findings, convergence } = run;
    // Notebooks of the same command ask for the same run.
    if (!convergence) session.get(knownRuns).keep(loaded, true, findings);
    const doubt = await doubtOf(loaded, session);
    return async () => {
      summaries.push(summaryData(findings));
      if (out !== undefined) {
        // Where it was to go on until a goal, --trials is but the beginning.
        const overrides = overridesOf(options);
        if (convergence) delete overrides.trials;
        const record = { project, loaded, overrides, workers, until: convergence, started };
        const draw = () => drawCharts(findings, (share) => show(simulationShare + share * drawingShare));
        await writeOutputs(resolve(out, name), record, run, { session, draw });
        folders.push(shownPath(out, name));
      }
      progress.clear();
      if (doubt !== undefined) printError(`warning: ${name} gives other numbers each time: ${doubt}`);
      const isTold = !options.json && !options.quiet;
      if (convergence && !convergence.met && !isTold) printError(describeShortfall(name, convergence));
      if (isTold) told(name, findings, convergence, folders.at(-1), index);
    };
  };
  const runAll = () => inOverlap(scenarios, runOne);
  await (scenarios.length > 1 ? withKeptThreads(session, runAll) : runAll());
  if (out !== undefined) await writeIndex(resolve(out));
  if (options.json) print(jsonText(summaries.length === 1 ? summaries[0] : summaries));
  return folders;
}

/**
 * While one scenario is drawn and written, the next is played. They are written and told in their order; where one
 * fails, those before it are finished, and none after it is begun.
 */
async function inOverlap(
  scenarios: readonly LoadedScenario[],
  runOne: (loaded: LoadedScenario, index: number) => Promise<() => Promise<void>>,
): Promise<void> {
  let writing = Promise.resolve();
  for (const [index, loaded] of scenarios.entries()) {
    const running = runOne(loaded, index);
    // A failure is told after those of the scenarios before.
    running.catch(() => undefined);
    await writing;
    const write = await running;
    writing = write();
    writing.catch(() => undefined);
  }
  await writing;
}

/** Trials that are played a second time, to see whether they come out the same. */
const replayedTrials = 64;

/** Why the numbers of a scenario hang on more than seed and beliefs; undefined where nothing speaks for it. */
async function doubtOf(
  { name, scenario, config }: LoadedScenario,
  session: Session,
): Promise<string | undefined> {
  const base = { ...config, variants: [config.variants[0]!] as const };
  const watch = session.get(userCode);
  return checkDeterminism(name, scenario, base, { trials: replayedTrials, watch, isCallEnough: true });
}

/** What a run is told by. */
type Told = [
  findings: Findings,
  convergence: ConvergenceResult | undefined,
  folder: string | undefined,
  index: number,
];

function textOf(...[findings, convergence, folder, index]: Told): string {
  const took = convergence ? `\n\n${describeConvergence(convergence)}` : "";
  const counted = findings.sketch ? `\n\n${describeSketch(findings.sketch)}` : "";
  const written = ["report.html", "summary.json", "charts/"].map((file) => shownPath(folder ?? "", file));
  const files = folder === undefined ? "" : `\n\nFiles: ${written.join(", ")}`;
  return `${index > 0 ? "\n" : ""}${describeFindings(findings)}${counted}${took}${files}`;
}

function describeSketch({ closeTrials }: NonNullable<Findings["sketch"]>): string {
  return fillParagraph(
    "Too many trials to keep: quantiles are from a sketch, and their errors hold what it leaves open. " +
      `Crossings are of the first ${closeTrials.toLocaleString("en-US")} trials.`,
  );
}
