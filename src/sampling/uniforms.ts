// The uniform column of an input: scrambled Sobol points, addressed by seed, scenario, input and trial.
import type { InputDraw } from "../assumptions/samplingPlan.ts";
import { keyWords } from "./keys.ts";
import { replicates } from "./plan.ts";
import { reverseBits, scramble } from "./scramble.ts";
import { nextDirection, sobolDirections, sobolPoint } from "./sobol.ts";

const twoTo32 = 2 ** 32;

/** Fills `target` with numbers in the open interval (0, 1), for the trials from `firstTrial` on (a multiple of 16). */
export type UniformSource = (target: Float64Array, firstTrial: number) => void;

/**
 * The uniform numbers of one draw. Trial t takes point ⌊t/16⌋ of scrambling t mod 16, so that
 * a longer run, other blocks or an input added at the end change nothing.
 */
export function uniformSource(seed: string, draw: InputDraw): UniformSource {
  const { scenario, input } = draw;
  const points = draw.block === undefined ? pointsInOrder(draw) : shuffledPoints(seed, draw, draw.block);
  // One shift and one factor for each scrambling.
  const key = keyWords([seed, scenario, "input", input], 2 * replicates);
  return (target, firstTrial) => {
    let index = firstTrial / replicates;
    for (let filled = 0; filled < target.length; index++) {
      const count = Math.min(replicates, target.length - filled);
      for (let replicate = 0; replicate < count; replicate++, filled++) {
        const reversed = reverseBits(points(index, replicate));
        const scrambled = scramble(reversed, key[2 * replicate]!, key[2 * replicate + 1]!) >>> 0;
        target[filled] = (scrambled + 0.5) / twoTo32;
      }
    }
  };
}

/** A point of a scrambling before it is scrambled, as a 32-bit integer. */
type Points = (index: number, replicate: number) => number;

/** The same points for all scramblings; quick where the indices rise by one. */
function pointsInOrder({ directions }: InputDraw): Points {
  const sobol = sobolDirections(directions);
  let point = sobolPoint(sobol, 0);
  let at = 0;
  return (index) => {
    if (index === at) return point;
    point = index === at + 1 ? point ^ nextDirection(sobol, at) : sobolPoint(sobol, index);
    at = index;
    return point;
  };
}

/**
 * Each scrambling has the points in an order of its own: each digit of the index is changed by those above it alone, so that
 * 2^k points that lie together stay together, and are a net.
 */
function shuffledPoints(seed: string, { scenario, directions }: InputDraw, block: number): Points {
  const [first, second, third, fourth] = pointTables(sobolDirections(directions));
  const order = keyWords([seed, scenario, "order", block], 2 * replicates);
  return (index, replicate) => {
    const place = scramble(reverseBits(index), order[2 * replicate]!, order[2 * replicate + 1]!);
    return (
      first[place & 255]! ^
      second[(place >>> 8) & 255]! ^
      third[(place >>> 16) & 255]! ^
      fourth[place >>> 24]!
    );
  };
}

type ByteTables = readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array];

/** For each byte of an index, the least significant first, what each of its values adds to the point. */
function pointTables(directions: Uint32Array): ByteTables {
  const tableAt = (shift: number) => {
    const table = new Uint32Array(256);
    for (let value = 1; value < 256; value++) {
      const lowest = 31 - Math.clz32(value & -value);
      table[value] = table[value & (value - 1)]! ^ directions[shift + lowest]!;
    }
    return table;
  };
  return [tableAt(0), tableAt(8), tableAt(16), tableAt(24)];
}
