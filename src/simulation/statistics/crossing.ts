// When a series first passes a level: the distribution of that step, and the share of trials that never do.
import type { Level } from "../../assumptions/assumptions.ts";
import { replicates } from "../../sampling/plan.ts";
import { bandProbabilities, type Estimate, type Estimates, type Statistic } from "./estimate.ts";
import { ratioError } from "./replicateError.ts";

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
 * smallest steps by which so many of the crossing trials have crossed; their errors are Woodruff's (1952): half
 * the steps between the shares one standard error less and one more. A step is a whole number, so that an error
 * of 0 says "certainly this step".
 */
export function summarizeCrossing(question: CrossingQuestion): CrossingSummary {
  const { trials, steps } = question;
  const byStep = crossingsByStep(question);
  const everyTrial = new Float64Array(replicates).fill(trials / replicates);
  const soFar = new Float64Array(replicates);
  const weighted = new Float64Array(replicates);
  const chance: Estimates = { value: [], error: [] };
  let most = 0;
  let mode: number | undefined;
  for (let step = 1; step <= steps; step++) {
    let here = 0;
    for (let r = 0; r < replicates; r++) {
      const count = byStep[step * replicates + r]!;
      here += count;
      soFar[r]! += count;
      weighted[r]! += count * step;
    }
    if (here > most) [most, mode] = [here, step];
    chance.value.push(total(soFar) / trials);
    chance.error.push(ratioError(soFar, everyTrial));
  }
  const crossed = total(soFar);
  const never = { value: 1 - crossed / trials, error: ratioError(soFar, everyTrial) };
  const mean = { value: total(weighted) / crossed, error: ratioError(weighted, soFar) };
  const band = (probability: number) => stepQuantile(byStep, soFar, steps, probability);
  const { p5, p25, p50, p75, p95 } = bandProbabilities;
  return {
    never,
    ...(mode !== undefined && { mode }),
    mean,
    ...{ p5: band(p5), p25: band(p25), p50: band(p50), p75: band(p75), p95: band(p95) },
    chance,
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

function stepQuantile(
  byStep: Float64Array,
  crossed: Float64Array,
  steps: number,
  probability: number,
): Estimate {
  const all = total(crossed);
  if (all === 0) return { value: Number.NaN, error: Number.NaN };
  const soFar = new Float64Array(replicates);
  const shares: number[] = [];
  const errors: number[] = [];
  for (let step = 1; step <= steps; step++) {
    for (let r = 0; r < replicates; r++) soFar[r]! += byStep[step * replicates + r]!;
    shares.push(total(soFar) / all);
    errors.push(ratioError(soFar, crossed));
  }
  const stepAt = (share: number) => 1 + shares.findIndex((reached) => reached >= Math.min(share, 1));
  const value = stepAt(probability);
  // The share is uncertain on both sides of the step's edge that is nearer.
  const error = Math.max(errors[value - 1]!, errors[value - 2] ?? 0);
  return { value, error: (stepAt(probability + error) - stepAt(Math.max(0, probability - error))) / 2 };
}

function total(counts: Float64Array): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}
