// How many trials it takes until the errors of figures are as small as they are to be.

import type { Config } from "../assumptions/assumptions.ts";
import { atMostTrials, roundTrials } from "../sampling/plan.ts";
import type { Executor } from "../simulation/executor.ts";
import { kindOf, numbersPerTrial } from "../simulation/outputKinds/kindOf.ts";
import { columnFigures, type Run } from "../simulation/run.ts";
import type { Scenario } from "../simulation/scenario.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";
import { simulateVariants } from "../simulation/variantRuns.ts";
import { hasProbability } from "./summaries.ts";

/** An output whose figures are to have a relative standard error of at most `relative`. */
export interface Goal {
  output: string;
  relative: number;
}

/** How far a goal is: the figure that is furthest from it. */
export interface GoalStatus extends Goal {
  variant: string;
  figure: string;
  /** Standard error over the figure's size: Infinity for a figure of 0 that is not certain. */
  reached: number;
  met: boolean;
}

/** What it took. */
export interface ConvergenceResult {
  trials: number;
  met: boolean;
  statuses: GoalStatus[];
}

/** Who works, and how far. */
export interface ConvergenceOptions {
  executor: Executor;
  /** No more than these. */
  maxTrials: number;
  /** Called before each step with its trials and, from the second step on, how far the goals are. */
  onStep?: (trials: number, statuses: readonly GoalStatus[]) => void;
}

/** An event that has not happened in so many trials is taken for one that does not happen. */
const trialsToBelieveNever = 2 ** 20;

/**
 * Doubles the trials, beginning with the config's, until all goals are met in all variants or `maxTrials` are run. Of
 * a scalar and of a series' last step the errors of mean, p5, p50 and p95 count, of an event that of its probability.
 * A longer run has the trials of a shorter one and more.
 */
export async function runUntilPrecise(
  scenario: Scenario,
  config: Config,
  goals: readonly Goal[],
  { executor, maxTrials, onStep }: ConvergenceOptions,
): Promise<ConvergenceResult> {
  const most = atMostTrials(maxTrials);
  let trials = Math.min(roundTrials(config.trials), most);
  let statuses: GoalStatus[] = [];
  for (;;) {
    onStep?.(trials, statuses);
    statuses = await goalStatusesAt(scenario, config, goals, executor, trials);
    const met = statuses.every((status) => status.met);
    if (met || trials >= most) return { trials, met, statuses };
    trials = Math.min(2 * trials, most);
  }
}

async function goalStatusesAt(
  scenario: Scenario,
  { steps, variants }: Config,
  goals: readonly Goal[],
  executor: Executor,
  trials: number,
): Promise<GoalStatus[]> {
  const keep = [...new Set(goals.map(({ output }) => output))];
  const figures: Pick<GoalStatus, "variant" | "output" | "figure" | "reached">[] = [];
  const look = async (run: Run) => {
    for (const output of keep) {
      for (const [figure, estimate] of Object.entries(await figuresOf(run, output))) {
        figures.push({ output, variant: run.name, figure, reached: relativeError(figure, estimate, trials) });
      }
    }
  };
  const asked = { trials, steps, variants, keep, differences: false };
  const runs = await simulateVariants(scenario, executor, asked);
  await runs.visit({ base: look, other: look });
  return goals.map(({ output, relative }) => {
    const { variant, figure, reached } = figures
      .filter((one) => one.output === output)
      .reduce((one, other) => (other.reached > one.reached ? other : one));
    return { output, relative, variant, figure, reached, met: reached <= relative };
  });
}

async function figuresOf(run: Run, name: string): Promise<Record<string, Estimate>> {
  const output = run.declared[name]!;
  const last = numbersPerTrial(output, run.steps) - 1;
  const summary = await kindOf(output).summarizeStep(output, columnFigures(run, name), last);
  if (hasProbability(summary)) return { probability: summary.probability };
  const { mean, p5, p50, p95 } = summary;
  return { mean, p5, p50, p95 };
}

function relativeError(figure: string, { value, error }: Estimate, trials: number): number {
  const notYet = Number.isNaN(value) || (figure === "probability" && value === 0);
  // A longer run may tell how rare it is.
  if (notYet) return trials < trialsToBelieveNever ? Number.POSITIVE_INFINITY : 0;
  return error === 0 ? 0 : error / Math.abs(value);
}
