// The input columns of a variant: one number a trial for every assumption.
import type { Assumption, Correlation } from "../assumptions/assumptions.ts";
import { BadInput } from "../assumptions/problems.ts";
import type { Distribution } from "../distributions/distribution.ts";
import { tabulate } from "../distributions/tabulate.ts";
import { correlate } from "./copula.ts";
import { maxDimensions } from "./sobol.ts";
import { type UniformSource, uniformSource } from "./uniforms.ts";

/** A number a trial for every input, by name. */
export type InputColumns = Readonly<Record<string, Float64Array>>;

/** Fills `target` with the assumption's values for the trials from `firstTrial` on (a multiple of 16). */
export type InputSampler = (assumption: Assumption, target: Float64Array, firstTrial: number) => void;

/**
 * Samples the inputs of one scenario, for any variant of it: the random numbers are the same, the beliefs differ.
 * @param inputs names in the order that the scenario declares them: the position is the Sobol dimension
 * @param correlations rank correlations, kept in every variant
 */
export function inputSampler(
  seed: string,
  scenario: string,
  inputs: readonly string[],
  correlations: readonly Correlation[],
): InputSampler {
  if (inputs.length > maxDimensions) {
    const message = `${inputs.length} inputs are declared, the sampling plan has room for ${maxDimensions}`;
    throw new BadInput([{ path: scenario, message }]);
  }
  const sources: Record<string, UniformSource> = {};
  for (const [dimension, input] of inputs.entries()) {
    sources[input] = uniformSource(seed, scenario, input, dimension);
  }
  correlate(sources, inputs, correlations);
  return ({ name, distribution }, target, firstTrial) => {
    if (isCertain(distribution)) {
      target.fill(distribution.support[0]);
      return;
    }
    sources[name]!(target, firstTrial);
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
