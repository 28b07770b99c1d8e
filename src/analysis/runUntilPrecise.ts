// How many trials it takes until figures are as sure as somebody wants them.
import type { Config } from "../assumptions/assumptions.ts";
import { atMostTrials, roundTrials } from "../sampling/plan.ts";
import { stepOf } from "../simulation/columns.ts";
import type { Hands } from "../simulation/executor.ts";
import { wayOf } from "../simulation/memoryBudget.ts";
import { hasSteps, isEvent, type Scenario } from "../simulation/scenario.ts";
import { Stage } from "../simulation/simulator.ts";
import { playStreamed } from "../simulation/sketch/runSketched.ts";
import { describeTally, meanOfTally } from "../simulation/sketch/summarizeSketch.ts";
import type { Estimate } from "../simulation/statistics/estimate.ts";
import type { ColumnFigures } from "./summary.ts";

/** An output whose figures are to have a relative standard error of at most `relative`. */
export interface Goal {
  output: string;
  relative: number;
}

/** How far a goal is: the figure that is furthest from it. */
export interface Standing extends Goal {
  variant: string;
  figure: string;
  /** Standard error over the figure's size: Infinity for a figure of 0 that is not certain. */
  reached: number;
  met: boolean;
}

/** What it took. */
export interface Pursuit {
  trials: number;
  met: boolean;
  standings: Standing[];
}

export interface PursuitOptions {
  hands: Hands;
  /** No more than these. */
  maxTrials: number;
  /** Called before each step with its trials and, from the second step on, how far the goals are. */
  onStep?: (trials: number, standings: readonly Standing[]) => void;
}

/** An event that has not happened in so many trials is taken for one that does not happen. */
const trialsToBelieveNever = 2 ** 20;

/**
 * Doubles the trials, beginning with the config's, until all goals are met in all variants or `maxTrials` are played. Of
 * a scalar and of a series' last step the errors of mean, p5, p50 and p95 count, of an event that of its probability.
 * A longer run has the trials of a shorter one and more.
 */
export async function pursue(
  scenario: Scenario,
  config: Config,
  goals: readonly Goal[],
  { hands, maxTrials, onStep }: PursuitOptions,
): Promise<Pursuit> {
  const most = atMostTrials(maxTrials);
  let trials = Math.min(roundTrials(config.trials), most);
  let standings: Standing[] = [];
  for (;;) {
    onStep?.(trials, standings);
    standings = await standingsAt(scenario, config, goals, hands, trials);
    const met = standings.every((standing) => standing.met);
    if (met || trials >= most) return { trials, met, standings };
    trials = Math.min(2 * trials, most);
  }
}

async function standingsAt(
  scenario: Scenario,
  { steps, variants }: Config,
  goals: readonly Goal[],
  hands: Hands,
  trials: number,
): Promise<Standing[]> {
  const keep = [...new Set(goals.map(({ output }) => output))];
  const figures: { variant: string; output: string; figure: string; estimate: Estimate }[] = [];
  const look = async (variant: string, columns: ColumnFigures) => {
    for (const output of keep) {
      for (const [figure, estimate] of Object.entries(await figuresOf(scenario, steps, output, columns))) {
        figures.push({ variant, output, figure, estimate });
      }
    }
  };
  if (wayOf(scenario, { trials, steps }) === "streamed") {
    const streamed = await playStreamed(scenario, hands, {
      trials,
      steps,
      variants,
      keep,
      differences: false,
    });
    for (const [variant, { outputs }] of streamed.variants) {
      await look(variant, {
        summary: (output, step) => describeTally(outputs[output]![step]!, trials),
        mean: (output, step) => meanOfTally(outputs[output]![step]!),
      });
    }
  } else {
    const stage = new Stage(scenario, hands, { trials, steps });
    for (const variant of variants) {
      const { outputs } = await stage.run(variant, { keep });
      const at = (output: string, step: number) => stepOf(outputs[output]!, step, trials);
      await look(variant.name, {
        summary: (output, step) => hands.call("summarize", at(output, step)),
        mean: (output, step) => hands.call("mean", at(output, step)),
      });
    }
  }
  return goals.map(({ output, relative }) => {
    const own = figures.filter((figure) => figure.output === output);
    const worst = own
      .map(({ variant, figure, estimate }) => ({
        variant,
        figure,
        reached: relativeError(figure, estimate, trials),
      }))
      .reduce((one, other) => (other.reached > one.reached ? other : one));
    return { output, relative, ...worst, met: worst.reached <= relative };
  });
}

async function figuresOf(
  scenario: Scenario,
  steps: number,
  name: string,
  columns: ColumnFigures,
): Promise<Record<string, Estimate>> {
  const output = scenario.outputs[name]!;
  const step = hasSteps(output) ? steps - 1 : 0;
  if (isEvent(output)) return { probability: await columns.mean(name, step) };
  const { mean, p5, p50, p95 } = await columns.summary(name, step);
  return { mean, p5, p50, p95 };
}

function relativeError(figure: string, { value, error }: Estimate, trials: number): number {
  const notYet = Number.isNaN(value) || (figure === "probability" && value === 0);
  // A longer run may tell how rare it is.
  if (notYet) return trials < trialsToBelieveNever ? Number.POSITIVE_INFINITY : 0;
  return error === 0 ? 0 : error / Math.abs(value);
}
