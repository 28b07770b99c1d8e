// What is done with columns, one call at a time: the part of a run that can be shared among threads.

import type { Assumption, Config } from "../assumptions/assumptions.ts";
import { inputSampler } from "../sampling/inputs.ts";
import { ownPlan } from "../sampling/ownPlan.ts";
import type { Block } from "./block.ts";
import type { Scenario } from "./scenario.ts";
import { type SketchUpdate, update } from "./sketch/sketch.ts";
import { stagesOf } from "./stages.ts";
import { shareOfHits } from "./statistics/columnMoments.ts";
import { ColumnScratch } from "./statistics/columnScratch.ts";
import { type ColumnSummary, summarizeColumn } from "./statistics/columnSummary.ts";
import type { CrossingSummary } from "./statistics/crossing.ts";
import { type CrossingQuestion, summarizeCrossing } from "./statistics/crossing.ts";
import { type Difference, summarizeDifference } from "./statistics/difference.ts";
import type { Estimate } from "./statistics/estimate.ts";
import { type ExceedancePoints, exceedanceCurve } from "./statistics/exceedanceCurve.ts";
import { createTrialRunner } from "./trialRunner.ts";
import type { UserCodeWatch } from "./userCodeWatch.ts";

/** The trials from `first` on of one input: `column` is the part to fill. */
export interface Sample {
  assumption: Assumption;
  column: Float64Array;
  first: number;
}

/** A column to summarize. */
export interface SummaryRequest {
  column: Float64Array;
  isSmoothed: boolean;
}

/** Each method takes one argument and gives one result, both of which can be sent to another thread. */
export interface Engine {
  sample(sample: Sample): void;
  runTrials(block: Block): void;
  /** Quantiles are smoothed where that is asked for. */
  summarizeAll(requests: readonly SummaryRequest[]): ColumnSummary[];
  /** The share of trials that have 1. */
  chance(column: Float64Array): Estimate;
  mean(column: Float64Array): Estimate;
  median(column: Float64Array): Estimate;
  exceedance(column: Float64Array): ExceedancePoints;
  crossing(question: CrossingQuestion): CrossingSummary;
  /** The first minus the second, trial by trial. */
  difference(columns: readonly [Float64Array, Float64Array]): Difference;
  /** Adds parts of columns to their sketches. */
  update(updates: readonly SketchUpdate[]): void;
}

/** What an engine must know of a config. */
export type EngineConfig = Pick<Config, "seed" | "steps" | "start" | "correlations" | "plan">;

/**
 * The engine of one thread for a scenario under a config: it holds the buffers of its trials and columns. `watch` is told
 * of each trial.
 */
export function createEngine(
  name: string,
  scenario: Scenario,
  {
    seed,
    steps,
    start,
    correlations,
    plan = ownPlan(name, Object.keys(scenario.inputs), correlations),
  }: EngineConfig,
  watch?: UserCodeWatch,
): Engine {
  const sampleInput = inputSampler(seed, plan);
  const runners = stagesOf(scenario, steps).map((stage) => {
    const horizon = { steps: stage.steps, ...(start !== undefined && { start }) };
    return [
      stage.name,
      createTrialRunner(stage.name ?? name, stage.scenario, horizon, seed, watch, scenario.upstreams),
    ] as const;
  });
  const runnerOf = new Map(runners);
  const scratch = new ColumnScratch();
  return {
    sample: ({ assumption, column, first }) => sampleInput(assumption, column, first),
    runTrials: (block) => runnerOf.get(block.stage)!(block),
    summarizeAll: (requests) =>
      requests.map(({ column, isSmoothed }) => summarizeColumn(column, { scratch, isSmoothed })),
    chance: (column) => shareOfHits(column, (value) => value === 1),
    mean: (column) => summarizeColumn(column, { scratch }).mean,
    median: (column) => summarizeColumn(column, { scratch, isSmoothed: true }).p50,
    exceedance: exceedanceCurve,
    crossing: summarizeCrossing,
    difference: ([column, against]) => summarizeDifference(column, against, scratch),
    update: (updates) => {
      for (const one of updates) update(one, scratch);
    },
  };
}
