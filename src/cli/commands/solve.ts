// `sandtable solve`: what would an assumption have to be for an output to reach a value?

import type { Command } from "commander";
import { type Measure, measureUnit } from "../../analysis/solve/measure.ts";
import {
  movers,
  type Root,
  type Solution,
  type SolveQuestion,
  solve,
} from "../../analysis/solve/solveAssumption.ts";
import { calendarOf } from "../../assumptions/calendar/calendar.ts";
import { BadInput, type Problem } from "../../assumptions/problems.ts";
import { jsonText } from "../../format/jsonText.ts";
import { levelText } from "../../format/levelText.ts";
import { measureWords } from "../../format/measureText.ts";
import { formatEstimate, formatNumber, readsAsShare } from "../../format/numbers.ts";
import { fillParagraph } from "../../format/text.ts";
import type { Session } from "../../node/project/session.ts";
import { withWorkerPool } from "../../node/workers/workerPool.ts";
import { roundTrials } from "../../sampling/plan.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import { Simulator } from "../../simulation/simulator.ts";
import type { Estimate } from "../../simulation/statistics/estimate.ts";
import { loadVariantFor, type VariantOptions } from "../loadScenariosFor.ts";
import {
  addMeasureOptions,
  type MeasureOptions,
  readMeasure,
  readNumberWord,
  readRangedInput,
} from "../measureOptions.ts";
import { addSimulationOptions } from "../options.ts";
import { print } from "../terminal.ts";

/** Registers `solve` with the program. */
export function register(command: Command, session: Session): void {
  const ofSolution = addSimulationOptions(command)
    .requiredOption("--output <name>", "what is to reach a value; a series at its end")
    .requiredOption("--to <value>", "the value, in the output's unit: 0, -100k, 50%")
    .requiredOption("--by <assumption>", 'what is turned: "pay", or "pay=1k to 9k" to look elsewhere');
  addMeasureOptions(ofSolution)
    .option("--json", "as data")
    .action((name: string, options: SolveOptions) => solveScenario(name, options, session));
}

type SolveOptions = VariantOptions & MeasureOptions & { to: string; by: string };

async function solveScenario(name: string, options: SolveOptions, session: Session): Promise<void> {
  const { loaded, variant, workers } = await loadVariantFor(name, options, session);
  const { scenario, config } = loaded;
  const { start } = config;
  const problems: Problem[] = [];
  const measure = readMeasure(scenario, options, calendarOf(scenario.step, config), problems);
  const to = readNumberWord("--to", options.to, problems);
  const by = readRangedInput("--by", options.by, scenario, variant, problems);
  if (!measure || to === undefined || !by) throw new BadInput(problems);
  const question: SolveQuestion = { measure, to, by: by.name, range: by.range, variant };
  const trials = roundTrials(config.trials);

  const solution = await withWorkerPool({ ...loaded, workers, session }, async (executor) => {
    const simulator = new Simulator(scenario, executor, { trials, steps: config.steps });
    const found = await solve(simulator, question);
    if (found.reacts) return found;
    const moving = await movers(simulator, measure, variant);
    // One that moves it elsewhere has only been looked at in the wrong range.
    if (!moving.includes(by.name)) throw doesNotReact({ scenario, start }, question, found, moving);
    return found;
  });
  if (options.json) {
    const { roots, range, scan, believed, unit } = solution;
    const data = { scenario: loaded.name, variant: variant.name, ...measure, to, by: by.name, unit, trials };
    print(jsonText({ ...data, range, roots, believed, scan }));
  } else print(describeSolution({ scenario, start }, question, solution, trials));
}

/** A scenario and the first day of its first step, for words. */
interface ScenarioWithStart {
  scenario: Scenario;
  start: string | undefined;
}

function doesNotReact(
  { scenario, start }: ScenarioWithStart,
  { measure, by }: SolveQuestion,
  { believed }: Solution,
  moving: readonly string[],
): BadInput {
  const unit = measureUnit(scenario, measure);
  const message = `${measureWords(scenario, measure, { start })} does not react to it: ${figure(believed, unit)} throughout`;
  const hint =
    moving.length > 0
      ? `what moves it: ${moving.join(", ")}`
      : "no assumption moves it, the output is constant";
  return new BadInput([{ path: `--by ${by}`, message, hint }]);
}

/** The break-even in a few sentences. No line end at the end. */
export function describeSolution(
  { scenario, start }: ScenarioWithStart,
  question: SolveQuestion,
  { input, label, unit, roots, range, scan, believed }: Solution,
  trials: number,
): string {
  const { measure, to, variant } = question;
  const goalUnit = measureUnit(scenario, measure);
  const what = measureWords(scenario, measure, { start });
  const share = readsAsShare(unit, [range.low, range.high]);
  const place = (value: number) => formatNumber(value, { unit, percent: share, digits: 3 });
  const from = variant.name === "base" ? "" : ` (variant ${variant.name})`;
  const sentences = [
    `As believed${from}, the ${what} is ${figure(believed, goalUnit)}.`,
    roots.length > 0
      ? `It is ${wanted(to, goalUnit, measure)} with "${label}" at ${roots.map((root) => rootWords(root, unit, share, goalUnit)).join("; and at ")}.`
      : `No value of "${label}" from ${place(range.low)} to ${place(range.high)} takes it to ${wanted(to, goalUnit, measure)}; --by "${input}=LOW to HIGH" looks elsewhere.`,
    ends(scan, place, goalUnit),
    `${trials.toLocaleString("en-US")} trials, the other assumptions as believed; ± is one standard error.`,
  ];
  return sentences.map((sentence) => fillParagraph(sentence)).join("\n");
}

function rootWords(
  { value, reached, leaps, believedBelow }: Root,
  unit: string,
  share: boolean,
  goalUnit: string,
) {
  const leap = leaps ? `, where it leaps over it (to ${figure(reached, goalUnit)})` : "";
  return `${formatEstimate(value, unit, { percent: share })}${leap} (${believedWords(believedBelow)})`;
}

function believedWords(below: number): string {
  const tiny = 0.0005;
  if (below > 1 - tiny) return "more than is believed possible";
  if (below < tiny) return "less than is believed possible";
  return `believed to be less with a chance of ${formatNumber(below, { percent: true, digits: 2 })}`;
}

/** What the figure is at the two ends of the range. */
function ends(scan: Solution["scan"], place: (value: number) => string, goalUnit: string): string {
  const told = scan.filter(({ figure }) => !Number.isNaN(figure.value));
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return "It never happens anywhere in the range.";
  return `It goes from ${figure(first.figure, goalUnit)} at ${place(first.at)} to ${figure(last.figure, goalUnit)} at ${place(last.at)}.`;
}

function wanted(to: number, unit: string, { statistic }: Measure): string {
  return statistic === "probability" ? formatNumber(to, { percent: true, digits: 15 }) : levelText(to, unit);
}

function figure(estimate: Estimate, unit: string): string {
  return formatEstimate(estimate, unit, { percent: readsAsShare(unit, [estimate.value]) });
}
