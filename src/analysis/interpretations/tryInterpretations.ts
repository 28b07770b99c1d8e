// Does the headline survive? Every plausible reading of every uncertain assumption, on common random numbers: one at a time,
// and all combinations of those that move it most.

import { assumptionInput } from "../../assumptions/assumptionInput.ts";
import {
  type AssumptionInterpretation,
  assumptionInterpretations,
} from "../../assumptions/assumptionInterpretations.ts";
import type { Assumption, Config } from "../../assumptions/assumptions.ts";
import { calendarOf } from "../../assumptions/calendar/calendar.ts";
import { BadInput } from "../../assumptions/problems.ts";
import { roundTrials } from "../../sampling/plan.ts";
import { createEngine } from "../../simulation/engine.ts";
import { allInOrder, type Executor, inlineExecutor } from "../../simulation/executor.ts";
import { kindOf, numbersPerTrial } from "../../simulation/outputKinds/kindOf.ts";
import { columnFigures, type Run } from "../../simulation/run.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import { type RunSpec, Simulator } from "../../simulation/simulator.ts";
import { countRuns } from "../countRuns.ts";
import { tornadoOutput } from "../influences.ts";
import type {
  CombinedReadings,
  InterpretationFindings,
  InterpretationOutcome,
  Outcome,
  Outcomes,
} from "./interpretationFindings.ts";
import { chooseGrid, gridOf } from "./interpretationGrid.ts";
import { spreadsOf } from "./interpretationSpread.ts";
import { verdictOn } from "./interpretationVerdict.ts";

/** Combinations that are played where no other number is asked for: with the usual trials, some seconds. */
export const usualCombinations = 256;

/** Who works, and how much. */
export interface InterpretationOptions {
  /** Who does the work; this thread unless given. */
  executor?: Executor;
  /** Called with the share of the work that is done, in [0, 1]. */
  onProgress?: (share: number) => void;
  /** The most combinations that are played. */
  combinations?: number;
}

/** All readings of the base's assumptions and what they make of the headline. */
export async function tryInterpretations(
  name: string,
  scenario: Scenario,
  config: Config,
  { executor, onProgress, combinations = usualCombinations }: InterpretationOptions = {},
): Promise<InterpretationFindings> {
  const trials = trialsOf(config);
  const { steps, seed } = config;
  const worker = executor ?? inlineExecutor(createEngine(name, scenario, config));
  const simulator = new Simulator(scenario, worker, { trials, steps });
  const { assumptions, derived } = config.variants[0]!;
  const byAssumption = assumptions.map((one) =>
    assumptionInterpretations(one, one.input ?? scenario.inputs[one.name]!),
  );
  const single = byAssumption.flat();
  const progress = countRuns(1 + single.length + combinations, onProgress);
  const play = async (what: RunSpec): Promise<Outcomes> => {
    const run = await simulator.run({ ...what, derived }, { keep: scenario.headline });
    const outcomes = await outcomesOf(run);
    await progress();
    return outcomes;
  };

  const base = await play({ name: "base", assumptions });
  const readings: InterpretationOutcome[] = [];
  for (const reading of single) {
    const outcomes = await play(otherwise(assumptions, [reading]));
    readings.push(described(reading, scenario, outcomes));
  }
  const target = tornadoOutput(scenario);
  const grid = chooseGrid(readings, target, base, combinations);
  const combined: Outcomes[] = [];
  const inGrid = byAssumption.filter(([first]) => first && grid.includes(first.assumption.name));
  for (const chosen of gridOf(inGrid)) combined.push(await play(otherwise(assumptions, chosen)));

  const told: CombinedReadings = {
    most: combinations,
    played: combined.length,
    assumptions: grid,
    leftOut: [...new Set(readings.map(({ assumption }) => assumption))].filter((one) => !grid.includes(one)),
  };
  const spreads = spreadsOf({ outputs: distinct(scenario.headline, base), base, readings, combined });
  return {
    scenario: name,
    title: scenario.title,
    question: scenario.question,
    seed,
    trials,
    horizon: calendarOf(scenario.step, config),
    target,
    base,
    readings,
    combined: told,
    spreads,
    verdict: verdictOn(spreads.find(({ output }) => output === target)!, base[target]!, readings.length),
  };
}

/** Every play keeps its columns while it is looked at. */
const maxTrials = 2 ** 20;

function trialsOf({ trials }: Config): number {
  if (trials <= maxTrials) return roundTrials(trials);
  const message = `is ${trials}, readings are played with at most ${maxTrials}`;
  throw new BadInput([{ path: "--trials", message, hint: "many plays need fewer trials each" }]);
}

/** The base with some assumptions read otherwise. */
function otherwise(
  assumptions: readonly Assumption[],
  readings: readonly AssumptionInterpretation[],
): RunSpec {
  const read = new Map(readings.map(({ assumption }) => [assumption.name, assumption]));
  const words = readings.map(({ assumption, name }) => `${assumption.name} as ${name}`).join(", ");
  return {
    name: words === "" ? "base" : `base with ${words}`,
    assumptions: assumptions.map((one) => read.get(one.name) ?? one),
  };
}

function described(
  { assumption, name, aspect, belief }: AssumptionInterpretation,
  scenario: Scenario,
  outcomes: Outcomes,
): InterpretationOutcome {
  const { label } = assumptionInput(scenario, assumption);
  return { assumption: assumption.name, label, name, aspect, belief, outcomes };
}

/** What the kept outputs of a run come to; series at their last step. */
async function outcomesOf(run: Run): Promise<Outcomes> {
  const summaries = Object.entries(run.declared).map(async ([name, output]): Promise<[string, Outcome]> => {
    const last = numbersPerTrial(output, run.steps) - 1;
    return [name, await kindOf(output).summarizeStep(output, columnFigures(run, name), last)];
  });
  return Object.fromEntries(await allInOrder(summaries));
}

/** Without the series that end as an earlier output does: "paid so far" at the end is "paid by the end". */
function distinct(headline: readonly string[], base: Outcomes): string[] {
  const figures = (name: string) => {
    const { label: _, ...rest } = base[name]!;
    return JSON.stringify(rest);
  };
  const seen = headline.map(figures);
  return headline.filter((name, i) => seen.indexOf(figures(name)) === i);
}
