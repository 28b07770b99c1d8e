// Input columns that are known from run to run: a reader moves one assumption, and all others are sampled as they were.

import { beliefKey } from "../../assumptions/beliefKey.ts";
import { isCertain } from "../../sampling/inputs.ts";
import type { Engine } from "../../simulation/engine.ts";

/** Numbers that are kept: 8 MB. */
const maxNumbers = 2 ** 20;

/**
 * Remembers sampled columns by seed, belief and trials, for one scenario, always under the same correlations. The
 * function that it returns gives an engine which samples under a seed only what is not known.
 */
export function createInputMemory(): (engine: Engine, seed: string) => Engine {
  const known = new Map<string, Float64Array>();
  let numbers = 0;

  function keep(key: string, column: Float64Array): void {
    known.set(key, column);
    numbers += column.length;
    // In the order of use: the first were not asked for longest.
    for (const [oldest, { length }] of known) {
      if (numbers <= maxNumbers) break;
      known.delete(oldest);
      numbers -= length;
    }
  }

  return (engine, seed) => ({
    ...engine,
    sample(sample) {
      const { assumption, column, first } = sample;
      if (isCertain(assumption.distribution)) return engine.sample(sample);
      const key = JSON.stringify([seed, beliefKey(assumption), first, column.length]);
      const before = known.get(key);
      if (before) {
        column.set(before);
        known.delete(key);
        known.set(key, before);
        return;
      }
      engine.sample(sample);
      keep(key, column.slice());
    },
  });
}
