// The uniform column of an input: scrambled Sobol points, addressed by seed, scenario, input and trial.
import { keyWords } from "./keys.ts";
import { replicates } from "./plan.ts";
import { reverseBits, scramble } from "./scramble.ts";
import { nextDirection, sobolDirections, sobolPoint } from "./sobol.ts";

const twoTo32 = 2 ** 32;

/** Fills `target` with numbers in the open interval (0, 1), for the trials from `firstTrial` on (a multiple of 16). */
export type UniformSource = (target: Float64Array, firstTrial: number) => void;

/**
 * The uniform numbers of one input. Trial t takes point ⌊t/16⌋ of scrambling t mod 16, so that
 * a longer run, other blocks or an input added at the end change nothing.
 * @param dimension the input's position in the scenario, from 0
 */
export function uniformSource(
  seed: string,
  scenario: string,
  input: string,
  dimension: number,
): UniformSource {
  const directions = sobolDirections(dimension);
  // One shift and one factor for each scrambling.
  const key = keyWords([seed, scenario, "input", input], 2 * replicates);
  return (target, firstTrial) => {
    let index = firstTrial / replicates;
    let point = sobolPoint(directions, index);
    for (let filled = 0; filled < target.length; index++) {
      const reversed = reverseBits(point);
      const count = Math.min(replicates, target.length - filled);
      for (let replicate = 0; replicate < count; replicate++, filled++) {
        const scrambled = scramble(reversed, key[2 * replicate]!, key[2 * replicate + 1]!) >>> 0;
        target[filled] = (scrambled + 0.5) / twoTo32;
      }
      point ^= nextDirection(directions, index);
    }
  };
}
