// Makes a scenario's outputs in steps: a first look where the run lasts, the report, and pictures, table and manifest
// when there is time.
import { join } from "node:path";
import { analyse } from "../../analysis/analyse.ts";
import type { Findings } from "../../analysis/findings.ts";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { chartNames, chartsOf } from "../../charts/chartsOf.ts";
import { jsonText } from "../../format/jsonText.ts";
import { summaryData } from "../../format/summaryJson.ts";
import type { Executor } from "../../simulation/executor.ts";
import type { TrialSample } from "../../simulation/trialSample.ts";
import { type Content, writeSet } from "../output/atomicFiles.ts";
import { drawChart } from "../output/drawCharts.ts";
import { trialsFile, trialsParquet } from "../output/trialsFile.ts";
import { reportText, writeReport } from "../output/writeReport.ts";
import { writeRun } from "../output/writeRun.ts";
import { chooseScenarios, findProject, loadClaims, loadScenarios } from "../project/project.ts";
import { inTurn, withWorkerPool } from "../workers/workerPool.ts";
import { type BuildOptions, firstLookTrials, type Made, untilRead } from "./buildTypes.ts";

/** Runs a scenario as it stands in its files and writes its report and summary. Throws what is wrong with it. */
export async function buildScenario(name: string, options: BuildOptions): Promise<Made> {
  const { folder, out, readModel, threads, signal, stopwatch, onFirstLook } = options;
  const started = new Date();
  const project = findProject(folder);
  const problems: Problem[] = [];
  const chosen = chooseScenarios(project, [name], problems);
  if (problems.length > 0) throw new BadInput(problems);
  const scenarios = await loadScenarios(project, chosen, { claims: loadClaims(project), readModel });
  const loaded = scenarios[0]!;
  stopwatch.lap("read");
  const record = { project, loaded, overrides: {} };

  const samples: TrialSample[] = [];
  const firstLook = async (executor: Executor, show: (html: string) => Promise<void>) => {
    const { scenario, config } = loaded;
    if (config.trials <= firstLookTrials) return;
    const few = { ...config, trials: firstLookTrials };
    const findings = await analyse(name, scenario, few, { executor });
    stopwatch.lap("few");
    const played = { ...record, loaded: { ...loaded, config: few } };
    const read = show(await reportText(played, findings, filesBeside(findings), { inHaste: true }));
    stopwatch.lap("look");
    await untilRead(read, signal);
  };
  const findings = await withWorkerPool({ ...loaded, threads, signal }, async (pool) => {
    const executor = inTurn(pool, options);
    // What is wrong with a few trials is wrong with all, and told there as the command line tells it.
    if (onFirstLook) await firstLook(executor, onFirstLook).catch(() => undefined);
    return analyse(name, loaded.scenario, loaded.config, {
      executor,
      onSample: (sample) => samples.push(sample),
    });
  });
  stopwatch.lap("play");
  const report = await writeReport(record, findings, filesBeside(findings));
  signal.throwIfAborted();
  stopwatch.lap("page");
  await writeSet(join(out, name), new Map([...report, ["summary.json", jsonText(summaryData(findings))]]));
  stopwatch.lap("write");

  return {
    async finish(wanted) {
      const drawn = new Map<string, Content>();
      for (const chart of chartsOf(findings)) {
        wanted.throwIfAborted();
        for (const [file, content] of await drawChart(chart)) drawn.set(file, content);
      }
      const { outputs } = loaded.scenario;
      const trials = await trialsParquet({ samples, outputs }, { signal: wanted });
      const seconds = (Date.now() - started.getTime()) / 1000;
      const made = { ...record, workers: undefined, started, seconds };
      const files = new Map([...drawn, ...report, [trialsFile, trials] as const]);
      await writeRun(join(out, name), made, findings, files);
    },
  };
}

/** The files that a report links to and that are written later. */
function filesBeside(findings: Findings): string[] {
  return chartNames(findings).flatMap((name) => chartEndings.map((ending) => `charts/${name}${ending}`));
}

const chartEndings = [".vl.json", ".svg", ".png"];
