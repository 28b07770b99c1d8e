// One figure of one output: what is solved for, and what a map is drawn of.

import { shareUnit } from "../../assumptions/units.ts";
import { replicates } from "../../sampling/plan.ts";
import type { InMemoryRun } from "../../simulation/inMemoryRun.ts";
import { kindOf, numbersPerTrial } from "../../simulation/outputKinds/kindOf.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import type { RunSpec, Simulator } from "../../simulation/simulator.ts";
import { bandNames, type Estimate } from "../../simulation/statistics/estimate.ts";
import { ratioError } from "../../simulation/statistics/replicateError.ts";

/** The figures that can be asked for. */
export const measureStatistics = ["mean", ...bandNames, "probability"] as const;
/** One of them. */
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

/** Runs all trials for the one output, and takes its figure. */
export async function measure(simulator: Simulator, spec: RunSpec, wanted: Measure): Promise<Estimate> {
  const run = await simulator.run(spec, { keep: [wanted.output] });
  const last = numbersPerTrial(run.declared[wanted.output]!, run.steps);
  return figureOf(run, wanted, Math.min(wanted.step ?? last, last) - 1);
}

/** The figure at every step of a series from one run. */
export async function measureSteps(
  simulator: Simulator,
  spec: RunSpec,
  wanted: Measure,
): Promise<Estimate[]> {
  const run = await simulator.run(spec, { keep: [wanted.output] });
  const estimates: Estimate[] = [];
  for (let step = 0; step < run.steps; step++) estimates.push(await figureOf(run, wanted, step));
  return estimates;
}

/** @param step from 0 */
async function figureOf(run: InMemoryRun, wanted: Measure, step: number): Promise<Estimate> {
  const { output, statistic, passes } = wanted;
  if (passes) return shareThatPasses(run.column(output, step), passes);
  if (statistic === "probability" || statistic === "mean") return run.mean(output, step);
  if (statistic === "p50") return run.median(output, step);
  return (await run.summary(output, step))[statistic];
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
