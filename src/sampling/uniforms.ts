// The uniform column of an input: scrambled Sobol points, addressed by seed, scenario, input and trial.
import type { InputDraw } from "../assumptions/samplingPlan.ts";
import { keyWords } from "./keys.ts";
import { replicates } from "./plan.ts";
import { reverseBits, scramble } from "./scramble.ts";
import { Sfc32 } from "./sfc32.ts";
import { nextDirection, sobolDirections, sobolPoint } from "./sobol.ts";

const twoTo32 = 2 ** 32;

/** Fills `target` with numbers in the open interval (0, 1), for the trials from `firstTrial` on (a multiple of 16). */
export type UniformSource = (target: Float64Array, firstTrial: number) => void;

/**
 * The uniform numbers of one draw. Trial t takes point ⌊t/16⌋ of scrambling t mod 16, so that
 * a longer run, other blocks or an input added at the end change nothing. Without directions trial t has a generator of its own.
 */
export function uniformSource(seed: string, { scenario, input, directions }: InputDraw): UniformSource {
  if (directions === undefined) return unplannedSource(seed, scenario, input);
  const sobol = sobolDirections(directions);
  // One shift and one factor for each scrambling.
  const key = keyWords([seed, scenario, "input", input], 2 * replicates);
  return (target, firstTrial) => {
    let index = firstTrial / replicates;
    let point = sobolPoint(sobol, index);
    for (let filled = 0; filled < target.length; index++) {
      const reversed = reverseBits(point);
      const count = Math.min(replicates, target.length - filled);
      for (let replicate = 0; replicate < count; replicate++, filled++) {
        const scrambled = scramble(reversed, key[2 * replicate]!, key[2 * replicate + 1]!) >>> 0;
        target[filled] = (scrambled + 0.5) / twoTo32;
      }
      point ^= nextDirection(sobol, index);
    }
  };
}

/** For inputs that are more than the plan has dimensions. */
function unplannedSource(seed: string, scenario: string, input: string): UniformSource {
  const key = keyWords([seed, scenario, "unplanned input", input], 2);
  const generator = new Sfc32();
  return (target, firstTrial) => {
    for (let k = 0; k < target.length; k++) {
      generator.start(key[0]!, key[1]!, firstTrial + k);
      target[k] = generator.uniform();
    }
  };
}
