// One figure of one output: what is solved for, and what a map is drawn of.

import { shareUnit } from "../../assumptions/units.ts";
import { replicates } from "../../sampling/plan.ts";
import { stepOf } from "../../simulation/columns.ts";
import { kindOf, numbersPerTrial } from "../../simulation/outputKinds/kindOf.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import type { Run, RunSpec, Simulator } from "../../simulation/simulator.ts";
import { bandNames, type Estimate } from "../../simulation/statistics/estimate.ts";
import { ratioError } from "../../simulation/statistics/replicateError.ts";

export const measureStatistics = ["mean", ...bandNames, "probability"] as const;
export type MeasureStatistic = (typeof measureStatistics)[number];

/** A figure of an output over all trials. */
export interface Measure {
  output: string;
  /** Of an event "probability"; of a scalar or series "probability" needs `passes`. */
  statistic: MeasureStatistic;
  /** From 1; the last step unless given. Only for a series. */
  step?: number;
  /** Turns a number into an event: it is above (or below) a limit. A trial in which it did not happen is neither. */
  passes?: { side: "above" | "below"; limit: number };
}

/** What is asked of an output unless something else is said: the chance of an event, the median of all else. */
export function usualMeasure({ outputs }: Scenario, output: string): Measure {
  return { output, statistic: kindOf(outputs[output]!).quantity === "chance" ? "probability" : "p50" };
}

/** The unit that the figure is in; a probability is a share. */
export function measureUnit({ outputs }: Scenario, { output, statistic }: Measure): string {
  const declared = outputs[output]!;
  return statistic === "probability" ? shareUnit : kindOf(declared).unitOf(declared);
}

/** Plays all trials of a play for the one output, and takes its figure. */
export async function measure(simulator: Simulator, play: RunSpec, wanted: Measure): Promise<Estimate> {
  const run = await simulator.run(play, { keep: [wanted.output] });
  return figureOf(simulator, columnOf(simulator.scenario, run, wanted), wanted);
}

/** The figure at every step of a series from one play. */
export async function measureSteps(
  simulator: Simulator,
  play: RunSpec,
  wanted: Measure,
): Promise<Estimate[]> {
  const run = await simulator.run(play, { keep: [wanted.output] });
  const column = run.outputs[wanted.output]!;
  const estimates: Estimate[] = [];
  for (let step = 0; step < run.steps; step++) {
    estimates.push(await figureOf(simulator, stepOf(column, step, run.trials), wanted));
  }
  return estimates;
}

function columnOf(scenario: Scenario, { outputs, steps, trials }: Run, { output, step }: Measure) {
  const last = numbersPerTrial(scenario.outputs[output]!, steps);
  return stepOf(outputs[output]!, Math.min(step ?? last, last) - 1, trials);
}

async function figureOf({ executor }: Simulator, column: Float64Array, wanted: Measure): Promise<Estimate> {
  const { statistic, passes } = wanted;
  if (passes) return shareThatPasses(column, passes);
  if (statistic === "probability" || statistic === "mean") return executor.call("mean", column);
  if (statistic === "p50") return executor.call("median", column);
  return (await executor.call("summarize", column))[statistic];
}

function shareThatPasses(column: Float64Array, { side, limit }: NonNullable<Measure["passes"]>): Estimate {
  const counts = new Float64Array(replicates);
  let passed = 0;
  for (let trial = 0; trial < column.length; trial++) {
    const value = column[trial]!;
    if (side === "above" ? value > limit : value < limit) {
      counts[trial % replicates]!++;
      passed++;
    }
  }
  const all = new Float64Array(replicates).fill(column.length / replicates);
  return { value: passed / column.length, error: ratioError(counts, all) };
}
