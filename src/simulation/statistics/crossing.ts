// When a series first passes a level: the distribution of that step, and the share of trials that never do.
import type { Level } from "../../assumptions/assumptions.ts";
import { replicates } from "../../sampling/plan.ts";
import {
  bandNames,
  bandProbabilities,
  byName,
  type Estimate,
  type Estimates,
  type Statistic,
} from "./estimate.ts";
import { estimatesOf } from "./estimates.ts";
import { ratioOf, shareAmong, shareOf, t95, total } from "./replicateError.ts";

/** The step of first crossing of a level, of the trials that cross; NaN where none does. */
export interface CrossingSummary extends Record<Exclude<Statistic, "sd">, Estimate> {
  /** Share of trials that do not cross within the horizon. */
  never: Estimate;
  /** The step at which most trials cross; absent where none does. */
  mode?: number;
  /** Share of all trials that have crossed by step 1, 2, … */
  chance: Estimates;
}
/** Below or above a level. */
export type LevelSide = Level["side"];

/** A series, step by step, and the level it is held against. */
export interface CrossingQuestion {
  column: Float64Array;
  trials: number;
  steps: number;
  side: LevelSide;
  level: number;
}

/**
 * The step (from 1) at which each trial is first strictly below or above the level, summed up. Quantiles are the
 * smallest steps by which so many of the crossing trials have crossed; their errors are Woodruff's (1952): how far the
 * steps at the ends of the share's 95 % interval are. A step is a whole number, so that an error of 0 says "certainly
 * this step".
 */
export function summarizeCrossing(question: CrossingQuestion): CrossingSummary {
  const { trials, steps } = question;
  const byStep = crossingsByStep(question);
  const soFar = new Float64Array(replicates);
  const weighted = new Float64Array(replicates);
  const reached: Float64Array[] = [];
  let most = 0;
  let mode: number | undefined;
  for (let step = 1; step <= steps; step++) {
    const here = byStep.subarray(step * replicates, (step + 1) * replicates);
    for (let r = 0; r < replicates; r++) {
      soFar[r]! += here[r]!;
      weighted[r]! += here[r]! * step;
    }
    reached.push(soFar.slice());
    if (total(here) > most) [most, mode] = [total(here), step];
  }
  const crossed = shareOf(soFar, trials);
  const shares = reached.map((counts) => shareAmong(counts, soFar));
  return {
    never: { value: 1 - crossed.value, error: crossed.error },
    ...(mode !== undefined && { mode }),
    mean: ratioOf(weighted, soFar),
    ...byName(bandNames, (band) => stepQuantile(shares, bandProbabilities[band])),
    chance: estimatesOf(reached.map((counts) => shareOf(counts, trials))),
  };
}

/** Crossings by step and scrambling: counts[step · 16 + r]; those that never cross stand at step 0. */
function crossingsByStep({ column, trials, steps, side, level }: CrossingQuestion): Float64Array {
  const first = new Uint32Array(trials);
  for (let step = 1; step <= steps; step++) {
    const start = (step - 1) * trials;
    for (let trial = 0; trial < trials; trial++) {
      const value = column[start + trial]!;
      if (first[trial] === 0 && (side === "below" ? value < level : value > level)) first[trial] = step;
    }
  }
  const counts = new Float64Array((steps + 1) * replicates);
  for (let trial = 0; trial < trials; trial++) counts[first[trial]! * replicates + (trial % replicates)]!++;
  return counts;
}

/** @param shares of the crossing trials that have crossed, by step; NaN where none does */
function stepQuantile(shares: readonly Estimate[], probability: number): Estimate {
  if (Number.isNaN(shares[0]!.value)) return { value: Number.NaN, error: Number.NaN };
  const stepAt = (share: number) => 1 + shares.findIndex(({ value }) => value >= Math.min(share, 1));
  const value = stepAt(probability);
  // The share is uncertain on both sides of the step's edge that is nearer.
  const margin = t95 * Math.max(shares[value - 1]!.error, shares[value - 2]?.error ?? 0);
  const [first, last] = [stepAt(Math.max(0, probability - margin)), stepAt(probability + margin)];
  return { value, error: Math.max(value - first, last - value) / t95 };
}
