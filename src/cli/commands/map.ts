// `sandtable map`: an output over the plausible ranges of two assumptions, as a picture.
import { resolve } from "node:path";
import type { Command } from "commander";
import { type AssumptionMap, type MapQuestion, mapOf } from "../../analysis/map/assumptionMap.ts";
import type { AxisQuestion } from "../../analysis/map/axisQuestion.ts";
import { measureUnit } from "../../analysis/solve/measure.ts";
import type { Variant } from "../../assumptions/assumptions.ts";
import { type Calendar, calendarOf, datesOf, isDated } from "../../assumptions/calendar/calendar.ts";
import { ownValue } from "../../assumptions/ownValue.ts";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { map as mapChart } from "../../charts/heatMap.ts";
import { jsonText } from "../../format/jsonText.ts";
import { measureWords } from "../../format/measureText.ts";
import { fillParagraph } from "../../format/text.ts";
import { writeOutputFolder } from "../../node/output/atomicFiles.ts";
import { drawChart } from "../../node/output/drawCharts.ts";
import { shownPath } from "../../node/project/posix.ts";
import type { Session } from "../../node/project/session.ts";
import { withWorkerPool } from "../../node/workers/workerPool.ts";
import { roundTrials } from "../../sampling/plan.ts";
import { kindOf } from "../../simulation/outputKinds/kindOf.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import { Simulator } from "../../simulation/simulator.ts";
import { loadVariantFor, type VariantOptions } from "../loadScenariosFor.ts";
import {
  addMeasureOptions,
  type MeasureOptions,
  readMeasure,
  readNumberWord,
  readRangedInput,
} from "../measureOptions.ts";
import { addSimulationOptions, defaultOut, outFolder, readWhole } from "../options.ts";
import { progressBar } from "../progress.ts";
import { print } from "../terminal.ts";

const usualCells = 20;
const maxCells = 100;
/** A cell needs no more for a colour; on the same random numbers neighbours differ by what is asked, not by chance. */
const usualTrials = 1024;

/** Registers `map` with the program. */
export function register(command: Command, session: Session): void {
  const ofMap = addSimulationOptions(command)
    .requiredOption("--x <assumption>", 'along the map: "pay", "pay=1k to 9k", or "horizon" for a series')
    .requiredOption("--y <assumption>", "up the map")
    .requiredOption("--output <name>", "what the map is of; a series at its end")
    .option("--cells <n>", "cells along each axis", String(usualCells))
    .option("--level <value>", "the line; 0 where a number changes sign or a chance of 50 % if left out");
  addMeasureOptions(ofMap)
    .option("--out <folder>", `where the outputs go (default: ${defaultOut})`, outFolder)
    .option("--json", "print the map with its trials and errors as data; writes files only if --out is given")
    .option("--quiet", "print nothing")
    .action((name: string, options: MapOptions) => drawMap(name, options, session));
}

type MapOptions = VariantOptions & MeasureOptions & { x: string; y: string; cells: string; level?: string };

async function drawMap(name: string, options: MapOptions, session: Session): Promise<void> {
  const usual = { trials: String(usualTrials), ...options };
  const { loaded, variant, workers } = await loadVariantFor(name, usual, session);
  const { scenario, config } = loaded;
  const { steps, correlations } = config;
  const horizon = calendarOf(scenario.step, config);
  const question = { ...readQuestion(scenario, variant, horizon, options), correlations };
  const trials = roundTrials(config.trials);
  const progress = progressBar(process.stderr, Date.now, { silent: options.quiet === true });
  const data = await withWorkerPool({ ...loaded, workers, session }, (executor) =>
    mapOf(new Simulator(scenario, executor, { trials, steps }), question, (share) =>
      progress.show(share, loaded.name),
    ),
  );
  progress.clear();
  const { measure } = question;
  const from = variant.name === "base" ? "" : `, variant ${variant.name}`;
  const figure = measureWords(scenario, measure, {
    overTime: question.x.kind === "horizon",
    start: config.start,
  });
  const chart = mapChart(data, {
    name: fileName(data, question, variant),
    figure: figure.replaceAll(/"([^"]*)"/g, "“$1”"),
    unit: measureUnit(scenario, measure),
    isChance: measure.statistic === "probability",
    title: scenario.title + from,
    trials,
    horizon,
  });
  const out = options.out ?? (options.json ? undefined : defaultOut);
  if (out !== undefined) await writeOutputFolder(resolve(out, loaded.name), await drawChart(chart));
  if (options.json)
    print(
      jsonText({
        scenario: loaded.name,
        variant: variant.name,
        trials,
        ...measure,
        ...datesIn(horizon),
        ...data,
      }),
    );
  else if (!options.quiet) {
    const files = `Files: ${shownPath(out!, loaded.name, "charts", chart.name)}.svg, .png, .vl.json`;
    const fewer =
      "These are fewer trials than `run` plays, so that its figures may differ within the error; --trials plays more.";
    const notes = [chart.description, ...(options.trials === undefined ? [fewer] : [])];
    print([...notes.map((note) => fillParagraph(note)), files].join("\n\n"));
  }
}

/** Start and dates of the steps, where the run has them. */
function datesIn(horizon: Calendar) {
  return isDated(horizon) ? { start: horizon.start, dates: datesOf(horizon) } : {};
}

/** The file tells all that a map was asked for beside the usual, so that two maps never overwrite each other unasked. */
function fileName({ x, y }: AssumptionMap, { measure }: MapQuestion, variant: Variant): string {
  const { output, statistic, passes, step } = measure;
  const usual = statistic === "p50" || statistic === "probability";
  const extra = [
    ...(usual ? [] : [statistic]),
    ...(passes ? [passes.side, String(passes.limit).replace(/[^\w]/g, "_")] : []),
    ...(step === undefined ? [] : [`step-${step}`]),
    ...(variant.name === "base" ? [] : [variant.name]),
  ];
  return ["map", x.name, y.name, output, ...extra].join("-");
}

function readQuestion(
  scenario: Scenario,
  variant: Variant,
  horizon: Calendar,
  options: MapOptions,
): Omit<MapQuestion, "correlations"> {
  const problems: Problem[] = [];
  const measure = readMeasure(scenario, options, horizon, problems);
  const x = readAxis(scenario, variant, options, problems);
  const y = readRangedInput("--y", options.y, scenario, variant, problems);
  const cells = readWhole("--cells", options.cells, [2, maxCells], problems);
  const level = options.level === undefined ? undefined : readNumberWord("--level", options.level, problems);
  const named = (word: string) => word.split("=", 1)[0]!.trim();
  if (named(options.x) === named(options.y)) {
    const hint = "name another assumption for one of them";
    problems.push({ path: "--y", message: `"${named(options.y)}" is on --x already`, hint });
  }
  if (problems.length > 0 || !measure || !x || !y || cells === undefined) throw new BadInput(problems);
  return { measure, x, y: { kind: "input", ...y }, cells, level, variant };
}

function readAxis(
  scenario: Scenario,
  variant: Variant,
  { x, output, step }: MapOptions,
  problems: Problem[],
): AxisQuestion | undefined {
  if (x !== "horizon" || Object.hasOwn(scenario.inputs, x)) {
    const input = readRangedInput("--x", x, scenario, variant, problems);
    return input && { kind: "input", ...input };
  }
  const declared = ownValue(scenario.outputs, output);
  if (declared && kindOf(declared).shape === "single") {
    const isSeries = (name: string) => kindOf(scenario.outputs[name]!).shape === "series";
    const series = Object.keys(scenario.outputs).filter(isSeries);
    const hint = series.length > 0 ? `series are ${series.join(", ")}` : "the scenario has no series";
    const message = `"${output}" is one number, only a series goes along time`;
    problems.push({ path: "--x horizon", message, hint });
  }
  if (step !== undefined) problems.push({ path: "--step", message: "time is on --x already" });
  return { kind: "horizon" };
}
