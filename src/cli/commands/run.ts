// `sandtable run`: plays scenarios, writes what they show, and says it.
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { analyse } from "../../analysis/analyse.ts";
import type { Findings } from "../../analysis/findings.ts";
import { type Pursuit, pursue, type Standing } from "../../analysis/runUntilPrecise.ts";
import { jsonText } from "../../format/jsonText.ts";
import { formatNumber } from "../../format/numbers.ts";
import { summaryOf } from "../../format/summaryJson.ts";
import { drawCharts } from "../../node/output/drawCharts.ts";
import { trialsFile, trialsParquet } from "../../node/output/trialsFile.ts";
import { writeIndex } from "../../node/output/writeIndex.ts";
import { prepareReports, writeReport } from "../../node/output/writeReport.ts";
import { writeRun } from "../../node/output/writeRun.ts";
import { withCrew } from "../../node/workers/workerPool.ts";
import type { TrialSample } from "../../simulation/trialSample.ts";
import { describeFindings } from "../describeFindings.ts";
import { prepare } from "../loadScenariosFor.ts";
import {
  addSimulationOptions,
  addVariantOption,
  defaultOut,
  outFolder,
  overridesOf,
  type RunWords,
} from "../options.ts";
import { progressBar } from "../progress.ts";
import { complain, print } from "../terminal.ts";
import {
  describePursuit,
  describeShortfall,
  describeStep,
  type UntilWords,
  wishesOf,
} from "../untilOptions.ts";
import { wrap } from "../wrap.ts";

export function define(command: Command): void {
  addSimulationOptions(addVariantOption(command))
    .option("--out <folder>", `where the outputs go (default: ${defaultOut})`, outFolder)
    .option("--json", "print the summary as JSON; files are written only if --out is given too")
    .option("--quiet", "print nothing")
    .option(
      "--until <goal>",
      'play on until the error of figures is small enough: "totalPaid 1%", or "1%" for all headlines; repeatable; doubles from --trials on',
      (word: string, earlier: string[] = []) => [...earlier, word],
    )
    .option("--max-trials <n>", "the most that --until may take (default: 16777216)")
    .action(async (scenarios: string[], words: RunWords & UntilWords) => {
      await runScenarios(scenarios, words);
    });
}

// Drawing takes about this part of a run; only the progress bar relies on it.
const drawingShare = 0.7;

/** Runs the named scenarios (all for no name) and gives the folders that were written, as paths to show. */
export async function runScenarios(
  names: readonly string[],
  words: RunWords & UntilWords,
): Promise<string[]> {
  const { project, scenarios, workers } = await prepare(names, words);
  const wishes = wishesOf(words, scenarios);
  const out = words.out ?? (words.json ? undefined : defaultOut);
  // Bundled and loaded while it is being played; what cannot be had is told by whoever needs it.
  if (out !== undefined) void prepareReports().catch(() => undefined);
  const progress = progressBar(process.stderr, Date.now, { silent: words.quiet === true });
  const summaries: unknown[] = [];
  const folders: string[] = [];
  for (const [index, loaded] of scenarios.entries()) {
    const { name, scenario } = loaded;
    const wish = wishes?.[index];
    const samples: TrialSample[] = [];
    const show = (share: number, doing = name) => progress.show((index + share) / scenarios.length, doing);
    const simulationShare = out === undefined ? 1 : 1 - drawingShare;
    const started = new Date();
    const { findings, pursuit } = await withCrew({ ...loaded, workers }, async (hands) => {
      const onStep = (trials: number, standings: readonly Standing[]) =>
        show(0, `${name}: ${describeStep(trials, standings)}`);
      const pursuit = wish && (await pursue(scenario, loaded.config, wish.goals, { ...wish, hands, onStep }));
      const config = pursuit ? { ...loaded.config, trials: pursuit.trials } : loaded.config;
      const findings = await analyse(name, scenario, config, {
        hands,
        onProgress: (share) => show(share * simulationShare),
        ...(out !== undefined && { onSample: (sample: TrialSample) => samples.push(sample) }),
      });
      return { findings, pursuit };
    });
    summaries.push(summaryOf(findings));
    if (out !== undefined) {
      const table = trialsParquet({ samples, outputs: scenario.outputs });
      // What goes wrong with it is told when it is needed.
      table.catch(() => undefined);
      const charts = await drawCharts(findings, (share) => show(simulationShare + share * drawingShare));
      // Where it was to go on until a goal, --trials is but the beginning.
      const overrides = overridesOf(words);
      if (pursuit) delete overrides.trials;
      const report = await writeReport({ project, loaded, overrides }, findings, charts.keys());
      const seconds = (Date.now() - started.getTime()) / 1000;
      const record = { project, loaded, overrides, workers, until: pursuit, started, seconds };
      const files = new Map([...charts, ...report, [trialsFile, await table] as const]);
      await writeRun(resolve(out, name), record, findings, files);
      folders.push(join(out, name));
    }
    progress.clear();
    const isTold = !words.json && !words.quiet;
    if (pursuit && !pursuit.met && !isTold) complain(describeShortfall(name, pursuit));
    if (isTold) print(textOf(findings, pursuit, folders.at(-1), index));
  }
  if (out !== undefined) await writeIndex(resolve(out));
  if (words.json) print(jsonText(summaries.length === 1 ? summaries[0] : summaries));
  return folders;
}

function textOf(
  findings: Findings,
  pursuit: Pursuit | undefined,
  folder: string | undefined,
  index: number,
): string {
  const took = pursuit ? `\n\n${describePursuit(pursuit)}` : "";
  const counted = findings.sketch ? `\n\n${describeSketch(findings.sketch)}` : "";
  const files =
    folder === undefined
      ? ""
      : `\n\nFiles: ${join(folder, "report.html")}, ${join(folder, "summary.json")}, ${join(folder, "charts/")}`;
  return `${index > 0 ? "\n" : ""}${describeFindings(findings)}${counted}${took}${files}`;
}

function describeSketch({ relativeError, closeTrials }: NonNullable<Findings["sketch"]>): string {
  const share = formatNumber(relativeError, { percent: true, digits: 1 });
  return wrap(
    `Too many trials to keep: quantiles are from a sketch, within ${share} of the exact ones. ` +
      `Influences and crossings are of the first ${closeTrials.toLocaleString("en-US")} trials.`,
  );
}
