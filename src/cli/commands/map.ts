// `sandtable map`: an output over the plausible ranges of two assumptions, as a picture.
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { type AssumptionMap, type MapQuestion, mapOf } from "../../analysis/map/assumptionMap.ts";
import type { AxisQuestion } from "../../analysis/map/axisQuestion.ts";
import { measureUnit } from "../../analysis/solve/measure.ts";
import type { Variant } from "../../assumptions/assumptions.ts";
import { ownValue } from "../../assumptions/ownValue.ts";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { map as mapChart } from "../../charts/heatMap.ts";
import { jsonText } from "../../format/jsonText.ts";
import { measureWords } from "../../format/measureText.ts";
import { fillParagraph } from "../../format/text.ts";
import { writeSet } from "../../node/output/atomicFiles.ts";
import { drawChart } from "../../node/output/drawCharts.ts";
import { withWorkerPool } from "../../node/workers/workerPool.ts";
import { roundTrials } from "../../sampling/plan.ts";
import { kindOf } from "../../simulation/outputKinds/kindOf.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import { Simulator } from "../../simulation/simulator.ts";
import { loadScenariosFor } from "../loadScenariosFor.ts";
import {
  type MeasureOptions,
  readMeasure,
  readNumberWord,
  readRangedInput,
  theVariant,
} from "../measureOptions.ts";
import { addSimulationOptions, defaultOut, outFolder, type RunCommandOptions } from "../options.ts";
import { progressBar } from "../progress.ts";
import { print } from "../terminal.ts";

const usualCells = 20;
const maxCells = 100;
/** A cell needs no more for a colour; on the same random numbers neighbours differ by what is asked, not by chance. */
const usualTrials = 1024;

export function register(command: Command): void {
  addSimulationOptions(command)
    .requiredOption("--x <assumption>", 'along the map: "pay", "pay=1k to 9k", or "horizon" for a series')
    .requiredOption("--y <assumption>", "up the map")
    .requiredOption("--output <name>", "what the map is of; a series at its end")
    .option("--cells <n>", "cells along each axis", String(usualCells))
    .option("--level <value>", "the line; 0 where a number changes sign or a chance of 50 % if left out")
    .option("--statistic <name>", "median (of a number), probability (of an event), mean, p5, p25, p75, p95")
    .option("--above <value>", "the chance that the output is above this")
    .option("--below <value>", "the chance that the output is below this")
    .option("--step <n>", "of a series, not its end but this step")
    .option("--variant <name>", "with the assumptions of this variant")
    .option("--out <folder>", `where the outputs go (default: ${defaultOut})`, outFolder)
    .option("--json", "print the map with its trials and errors as data; writes files only if --out is given")
    .option("--quiet", "print nothing")
    .action(drawMap);
}

type MapOptions = Omit<RunCommandOptions, "variant"> &
  MeasureOptions & { x: string; y: string; cells: string; level?: string; variant?: string };

async function drawMap(name: string, options: MapOptions): Promise<void> {
  const { variant: variantWord, ...rest } = options;
  const { scenarios, workers } = await loadScenariosFor([name], {
    ...rest,
    trials: options.trials ?? String(usualTrials),
    ...(variantWord !== undefined && { variant: [variantWord] }),
  });
  const loaded = scenarios[0]!;
  const { scenario, config } = loaded;
  const variant = theVariant(config.variants, variantWord);
  const question = {
    ...readQuestion(scenario, variant, config.steps, options),
    correlations: config.correlations,
  };
  const trials = roundTrials(config.trials);
  const progress = progressBar(process.stderr, Date.now, { silent: options.quiet === true });
  const data = await withWorkerPool({ ...loaded, workers }, (executor) =>
    mapOf(new Simulator(scenario, executor, { trials, steps: config.steps }), question, (share) =>
      progress.show(share, loaded.name),
    ),
  );
  progress.clear();
  const { measure } = question;
  const from = variant.name === "base" ? "" : `, variant ${variant.name}`;
  const chart = mapChart(data, {
    name: fileName(data, question, variant),
    figure: measureWords(scenario, measure, { overTime: question.x.kind === "horizon" }).replaceAll(
      /"([^"]*)"/g,
      "“$1”",
    ),
    unit: measureUnit(scenario, measure),
    isChance: measure.statistic === "probability",
    title: scenario.title + from,
    trials,
    step: scenario.step,
  });
  const out = options.out ?? (options.json ? undefined : defaultOut);
  if (out !== undefined) await writeSet(resolve(out, loaded.name), await drawChart(chart));
  if (options.json)
    print(jsonText({ scenario: loaded.name, variant: variant.name, trials, ...measure, ...data }));
  else if (!options.quiet) {
    const files = `Files: ${join(out!, loaded.name, "charts", chart.name)}.svg, .png, .vl.json`;
    const fewer =
      "These are fewer trials than `run` plays, so that its figures may differ within the error; --trials plays more.";
    const parts = [
      fillParagraph(chart.description),
      ...(options.trials === undefined ? [fillParagraph(fewer)] : []),
      files,
    ];
    print(parts.join("\n\n"));
  }
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
  steps: number,
  options: MapOptions,
): Omit<MapQuestion, "correlations"> {
  const problems: Problem[] = [];
  const measure = readMeasure(scenario, options, steps, problems);
  const x = readAxis(scenario, variant, options, problems);
  const y = readRangedInput("--y", options.y, scenario, variant, problems);
  const cells = /^\d+$/.test(options.cells) ? Number(options.cells) : 0;
  if (cells < 2 || cells > maxCells) {
    problems.push({
      path: "--cells",
      message: `is "${options.cells}", a whole number from 2 to ${maxCells} is wanted`,
    });
  }
  const level = options.level === undefined ? undefined : readNumberWord("--level", options.level, problems);
  const named = (word: string) => word.split("=", 1)[0]!.trim();
  if (named(options.x) === named(options.y)) {
    const hint = "name another assumption for one of them";
    problems.push({ path: "--y", message: `"${named(options.y)}" is on --x already`, hint });
  }
  if (problems.length > 0 || !measure || !x || !y) throw new BadInput(problems);
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
    const series = Object.keys(scenario.outputs).filter(
      (name) => kindOf(scenario.outputs[name]!).shape === "series",
    );
    const hint = series.length > 0 ? `series are ${series.join(", ")}` : "the scenario has no series";
    problems.push({
      path: "--x horizon",
      message: `"${output}" is one number, only a series goes along time`,
      hint,
    });
  }
  if (step !== undefined) problems.push({ path: "--step", message: "time is on --x already" });
  return { kind: "horizon" };
}
