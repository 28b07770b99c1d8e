// The input columns of a variant: one number a trial for every assumption.
import type { Assumption } from "../assumptions/assumptions.ts";
import { drawKey, type InputDraw, type SamplingPlan } from "../assumptions/samplingPlan.ts";
import type { Distribution } from "../distributions/distribution.ts";
import { tabulate } from "../distributions/tabulate.ts";
import { correlate } from "./copula.ts";
import { type UniformSource, uniformSource } from "./uniforms.ts";

/** A number a trial for every input, by name. */
export type InputColumns = Readonly<Record<string, Float64Array>>;

/** Fills `target` with the assumption's values for the trials from `firstTrial` on (a multiple of 16). */
export type InputSampler = (assumption: Assumption, target: Float64Array, firstTrial: number) => void;

/**
 * Samples the assumptions of a run, for any variant of it: the random numbers are the same, the beliefs differ.
 * @param plan where the random numbers of each come from; its correlations are kept in every variant
 */
export function inputSampler(seed: string, plan: SamplingPlan): InputSampler {
  const sources = new Map<string, UniformSource>();
  const own = (draw: InputDraw): UniformSource => {
    const key = drawKey(draw);
    const source = sources.get(key) ?? uniformSource(seed, draw);
    sources.set(key, source);
    return source;
  };
  for (const { draws, correlations } of plan.correlated) {
    // Of what is correlated already, the common draws, the factor comes to the same again.
    const independent = new Map(draws.map((draw) => [drawKey(draw), uniformSource(seed, draw)]));
    for (const [key, source] of correlate(independent, correlations)) sources.set(key, source);
  }
  return ({ name, distribution }, target, firstTrial) => {
    if (isCertain(distribution)) {
      target.fill(distribution.support[0]);
      return;
    }
    own(plan.draws[name]!)(target, firstTrial);
    const quantile = quantileFor(distribution);
    for (let i = 0; i < target.length; i++) target[i] = quantile(target[i]!);
  };
}

/** Whether a belief leaves nothing open. */
export function isCertain(distribution: Distribution): boolean {
  return distribution.support[0] === distribution.support[1];
}

// A table serves every block of a run; it goes with its distribution.
const tables = new WeakMap<Distribution, (p: number) => number>();

function quantileFor(distribution: Distribution): (p: number) => number {
  if (!distribution.iterative) return (p) => distribution.quantile(p);
  let table = tables.get(distribution);
  if (!table) {
    table = tabulate(distribution);
    tables.set(distribution, table);
  }
  return table;
}
