// Builds a scenario's outputs in steps: a draft where the run is long, the report, and pictures, table and manifest when
// there is time.
import { join } from "node:path";
import type { Findings } from "../../analysis/findings.ts";
import type { Config } from "../../assumptions/assumptions.ts";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { chartNames, chartsOf } from "../../charts/chartsOf.ts";
import { jsonText } from "../../format/jsonText.ts";
import { summaryData } from "../../format/summaryJson.ts";
import { type Content, writeOutputFolder } from "../output/atomicFiles.ts";
import { drawChart } from "../output/drawCharts.ts";
import { writeOutputs } from "../output/writeOutputs.ts";
import { reportText, writeReport } from "../output/writeReport.ts";
import { loadClaims } from "../project/loadClaims.ts";
import { loadScenarios } from "../project/loadScenarios.ts";
import { chooseScenarios, findProject } from "../project/project.ts";
import { knownRuns } from "../workers/knownRuns.ts";
import { runLoaded } from "../workers/runLoaded.ts";
import { type BuildOptions, firstLookTrials, type Made, untilDraftLoaded } from "./buildTypes.ts";

/**
 * Runs a scenario and writes its report and summary.
 *
 * @throws BadInput, ScenarioFailure, or the signal's reason where it aborts.
 */
export async function buildScenario(name: string, options: BuildOptions): Promise<Made> {
  const { out, session, threads, signal, turn, stopwatch, onFirstLook } = options;
  const started = new Date();
  const record = await loadOne(name, options);
  const { loaded } = record;
  stopwatch.lap("read");

  const firstLook = onFirstLook && {
    trials: firstLookTrials,
    show: async (findings: Findings, config: Config) => {
      stopwatch.lap("few");
      const few = { ...record, loaded: { ...loaded, config } };
      const shown = onFirstLook(
        await reportText(few, findings, filesBeside(findings), { session, inHaste: true }),
      );
      stopwatch.lap("look");
      await untilDraftLoaded(shown, signal);
    },
  };
  const run = await runLoaded(loaded, { threads, signal, turn }, { firstLook, samples: true });
  const { findings } = run;
  // Notebooks ask for the same run.
  session.get(knownRuns).keep(loaded, true, findings);
  stopwatch.lap("play");
  const report = await writeReport(record, findings, filesBeside(findings), { session });
  signal.throwIfAborted();
  stopwatch.lap("page");
  await writeOutputFolder(
    join(out, name),
    new Map([...report, ["summary.json", jsonText(summaryData(findings))]]),
  );
  stopwatch.lap("write");

  return {
    async finish(wanted) {
      const draw = () => drawWhileWanted(findings, wanted);
      const made = { ...record, workers: undefined, started };
      await writeOutputs(join(out, name), made, run, { session, draw, report, signal: wanted });
    },
  };
}

/**
 * Makes the draft of a scenario's page for nobody, so that what is made once is there for the next and code is compiled.
 *
 * @throws what `buildScenario` throws.
 */
export async function rehearseDraft(name: string, options: RehearsalOptions): Promise<void> {
  const { session, threads, signal } = options;
  const record = await loadOne(name, options);
  const { loaded } = record;
  const config = { ...loaded.config, trials: firstLookTrials };
  const few = { ...record, loaded: { ...loaded, config } };
  // An edit leaves to the threads what they have begun: one that is interrupted may have to be started anew.
  const turn = async () => signal.throwIfAborted();
  const { findings } = await runLoaded(few.loaded, { threads, turn });
  signal.throwIfAborted();
  await reportText(few, findings, filesBeside(findings), { session, inHaste: true });
}

/** What a draft for nobody is made with. */
type RehearsalOptions = Pick<BuildOptions, "folder" | "session" | "threads" | "signal">;

async function loadOne(name: string, { folder, session }: Pick<BuildOptions, "folder" | "session">) {
  const project = findProject(folder);
  const problems: Problem[] = [];
  const chosen = chooseScenarios(project, [name], problems);
  if (problems.length > 0) throw new BadInput(problems);
  const scenarios = await loadScenarios(project, chosen, { claims: loadClaims(project), session });
  return { project, loaded: scenarios[0]!, overrides: {} };
}

/** The charts' files, one chart after the other; throws the signal's reason where it aborts. */
async function drawWhileWanted(findings: Findings, wanted: AbortSignal): Promise<Map<string, Content>> {
  const drawn = new Map<string, Content>();
  for (const chart of chartsOf(findings)) {
    wanted.throwIfAborted();
    for (const [file, content] of await drawChart(chart)) drawn.set(file, content);
  }
  return drawn;
}

/** The files that a report links to and that are written later. */
function filesBeside(findings: Findings): string[] {
  return chartNames(findings).flatMap((name) => chartEndings.map((ending) => `charts/${name}${ending}`));
}

const chartEndings = [".vl.json", ".svg", ".png"];
