// What trials write into: buffers for a tile of them, used again for the next.
import { kindOf } from "./outputKinds/kindOf.ts";
import { registersOf } from "./registers.ts";
import type { OutputBuffers, OutputDeclarations, Scenario } from "./scenario.ts";

/**
 * A trial's buffers start out as Infinity, which no output may be: what a trial leaves unwritten is
 * found by the same test that finds numbers that are none.
 */
export const unwritten = Number.POSITIVE_INFINITY;

/** Trials are moved into their columns in tiles: stores to a step of a series then fill whole cache lines. */
export const tile = 64;

/** What one trial writes into. */
export type Out = OutputBuffers<OutputDeclarations>;

/** An output with one number a trial. */
export interface Scalar {
  name: string;
  isChance: boolean;
  mayNotHappen: boolean;
}

/** An output with one number a step. */
export interface Series {
  name: string;
  isChance: boolean;
  /** The steps of a tile of trials, one trial after the other. */
  staged: Float64Array;
}

/** Buffers for a tile of trials; `outs` has one for each, its scalars and chances stand in the scenario's registers. */
export interface TrialBuffers {
  outs: readonly Out[];
  scalars: readonly Scalar[];
  series: readonly Series[];
}

/** Each trial writes its series in place: nothing is copied before a tile is moved into its columns. */
export function createBuffers(scenario: Scenario, steps: number): TrialBuffers {
  const { written } = registersOf(scenario);
  const outs = Array.from({ length: tile }, (): Record<string, unknown> => Object.create(written));
  const scalars: Scalar[] = [];
  const series: Series[] = [];
  for (const [name, output] of Object.entries(scenario.outputs)) {
    const kind = kindOf(output);
    const isChance = kind.quantity === "chance";
    if (kind.shape === "series") {
      const staged = new Float64Array(steps * tile);
      series.push({ name, isChance, staged });
      for (const [k, out] of outs.entries()) out[name] = staged.subarray(k * steps, (k + 1) * steps);
    } else {
      scalars.push({ name, isChance, mayNotHappen: kind.mayNotHappen(output) });
    }
  }
  for (const out of outs) Object.preventExtensions(out);
  return { outs: outs as Out[], scalars, series };
}
