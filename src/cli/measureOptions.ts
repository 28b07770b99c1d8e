// Options that name a figure of an output or an assumption's range, as texts, and what is wrong with them.
import type { Command } from "commander";
import {
  type Measure,
  type MeasureStatistic,
  measureStatistics,
  usualMeasure,
} from "../analysis/solve/measure.ts";
import { plausibleRange, type Range } from "../analysis/solve/plausible.ts";
import { assumptionInput } from "../assumptions/assumptionInput.ts";
import type { Assumption, Variant } from "../assumptions/assumptions.ts";
import { type Calendar, isDated } from "../assumptions/calendar/calendar.ts";
import { readStepDate } from "../assumptions/calendar/period.ts";
import { attempt } from "../assumptions/fields.ts";
import type { Problem } from "../assumptions/problems.ts";
import { BeliefProblem } from "../beliefs/beliefProblem.ts";
import { nearestHint } from "../beliefs/nearest.ts";
import { readNumber } from "../beliefs/parseBelief.ts";
import { kindOf } from "../simulation/outputKinds/kindOf.ts";
import type { Scenario } from "../simulation/scenario.ts";

/** Options that name a figure of an output. */
export interface MeasureOptions {
  output: string;
  statistic?: string;
  step?: string;
  above?: string;
  below?: string;
}

/** Adds the options that name a figure of `--output` and the variant it is of. */
export function addMeasureOptions(command: Command): Command {
  return command
    .option("--statistic <name>", "median (of a number), probability (of an event), mean, p5, p25, p75, p95")
    .option("--above <value>", "the chance that the output is above this")
    .option("--below <value>", "the chance that the output is below this")
    .option("--step <n>", "of a series, not its end but this step: a number or, with a start, its date")
    .option("--variant <name>", "with the assumptions of this variant");
}

/** The figure that the options name; undefined, with problems noted, where there is none. */
export function readMeasure(
  scenario: Scenario,
  options: MeasureOptions,
  horizon: Calendar,
  problems: Problem[],
): Measure | undefined {
  const before = problems.length;
  const { output } = options;
  if (!Object.hasOwn(scenario.outputs, output)) {
    problems.push(unknown("--output", "output", output, Object.keys(scenario.outputs)));
    return undefined;
  }
  const passes = readLimit(options, problems);
  const statistic = readStatistic(options, problems) ?? (passes && "probability");
  const usual = usualMeasure(scenario, output);
  const chosen = statistic ?? usual.statistic;
  const event = kindOf(scenario.outputs[output]!).quantity === "chance";
  if (event && (passes || chosen !== "probability")) {
    const message = `"${output}" is an event, its only figure is its probability`;
    problems.push({ path: passes ? `--${passes.side}` : "--statistic", message });
  } else if (!event && chosen === "probability" && !passes) {
    const hint = "--above or --below with a value makes it one";
    problems.push({ path: "--statistic", message: `"${output}" is a number and has no probability`, hint });
  } else if (passes && chosen !== "probability") {
    const message = `asks for a chance, --statistic for the ${chosen}`;
    problems.push({ path: `--${passes.side}`, message, hint: "leave out one of them" });
  }
  const step = readStep(scenario, options, horizon, problems);
  if (problems.length > before) return undefined;
  return { output, statistic: chosen, ...(step !== undefined && { step }), ...(passes && { passes }) };
}

function readStatistic({ statistic }: MeasureOptions, problems: Problem[]): MeasureStatistic | undefined {
  if (statistic === undefined) return undefined;
  const word = statistic === "median" ? "p50" : statistic === "chance" ? "probability" : statistic;
  const known = measureStatistics.find((name) => name === word);
  if (!known) problems.push(unknown("--statistic", "statistic", statistic, ["median", ...measureStatistics]));
  return known;
}

function readLimit({ above, below }: MeasureOptions, problems: Problem[]): Measure["passes"] {
  if (above !== undefined && below !== undefined) {
    problems.push({ path: "--above", message: "and --below exclude each other" });
    return undefined;
  }
  const side = above !== undefined ? "above" : "below";
  const word = above ?? below;
  if (word === undefined) return undefined;
  const limit = readNumberWord(`--${side}`, word, problems);
  return limit === undefined ? undefined : { side, limit };
}

function readStep(
  { outputs }: Scenario,
  { step, output }: MeasureOptions,
  horizon: Calendar,
  problems: Problem[],
): number | undefined {
  if (step === undefined) return undefined;
  if (kindOf(outputs[output]!).shape === "single") {
    problems.push({ path: "--step", message: `"${output}" is no series, it has no steps` });
    return undefined;
  }
  const { steps, unit } = horizon;
  const number = /^\d+$/.test(step) ? Number(step) : 0;
  if (number >= 1 && number <= steps) return number;
  if (isDated(horizon)) return attempt(problems, "--step", () => readStepDate(step, horizon));
  const message = `is ${JSON.stringify(step)}, a ${unit} from 1 to ${steps} is wanted`;
  problems.push({ path: "--step", message });
  return undefined;
}

/** A number as in beliefs: 100k, −1.5M, 50%. */
export function readNumberWord(path: string, word: string, problems: Problem[]): number | undefined {
  try {
    return readNumber(word);
  } catch (error) {
    if (!(error instanceof BeliefProblem)) throw error;
    const { message, hint } = error;
    problems.push({ path, message, ...(hint !== undefined && { hint }) });
    return undefined;
  }
}

/** An assumption and the range that it is moved over. */
export interface RangedInput {
  name: string;
  range: Range;
}

/** "recruits" with its plausible range, "recruits=10k to 30k" with one's own, in the unit that the scenario reads. */
export function readRangedInput(
  path: string,
  word: string,
  scenario: Scenario,
  { assumptions }: Variant,
  problems: Problem[],
): RangedInput | undefined {
  const [name, written] = word.split("=", 2).map((part) => part.trim()) as [string, string?];
  const assumption = assumptions.find((one) => one.name === name);
  if (!assumption) {
    problems.push(
      unknown(
        path,
        "assumption",
        name,
        assumptions.map((one) => one.name),
      ),
    );
    return undefined;
  }
  if (written !== undefined) {
    const range = readRange(path, written, { scenario, assumption }, problems);
    return range && { name, range };
  }
  const range = plausibleRange(assumption.distribution);
  if (range.low < range.high) return { name, range };
  const { unit } = assumptionInput(scenario, assumption);
  const message = `"${name}" is certain (${assumption.belief}), there is no range to look at`;
  problems.push({ path, message, hint: `write ${path} "${name}=LOW to HIGH", in ${unit}` });
  return undefined;
}

function readRange(
  path: string,
  written: string,
  { scenario, assumption }: { scenario: Scenario; assumption: Assumption },
  problems: Problem[],
): Range | undefined {
  const { name } = assumption;
  const ends = written.split(/\s+to\s+/);
  if (ends.length !== 2) {
    const message = `"${written}" is no range`;
    problems.push({ path, message, hint: `as in ${path} "${name}=10k to 30k"` });
    return undefined;
  }
  const [low, high] = ends.map((end) => readNumberWord(path, end, problems));
  if (low === undefined || high === undefined) return undefined;
  const { min, max, unit } = assumptionInput(scenario, assumption);
  if (low >= high) problems.push({ path, message: `the range goes from low to high, found ${written}` });
  else if (low < min || high > max) {
    const bounds = max === Number.POSITIVE_INFINITY ? `${min} or more` : `${min} to ${max}`;
    problems.push({ path, message: `the range is ${written}, the scenario takes ${bounds} ${unit}` });
  } else return { low, high };
  return undefined;
}

/** `--by: unknown assumption "recriuts" (did you mean "recruits"?)` */
function unknown(path: string, noun: string, word: string, names: readonly string[]): Problem {
  return { path, message: `unknown ${noun} "${word}"`, hint: nearestHint(word, names) };
}
