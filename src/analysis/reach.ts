// Which assumptions an output hangs on most: the order of text, charts, notebooks and JSON alike.
import type { Influence, Tornado } from "./findings.ts";

/** An assumption that reaches less far than this part of the farthest does not show beside it. */
const smallestPart = 0.005;

/**
 * How far the output goes from the base with the assumption at one of its ends, whichever is farther: 2 for 3 and 3 where
 * the base is 1. An end at which the output never happens does not count.
 */
export function reachFromBase({ low, high }: Influence, base: number): number {
  const distances = [low, high].map(({ value }) => Math.abs(value - base));
  return Math.max(0, ...distances.filter((distance) => !Number.isNaN(distance)));
}

/** The farthest first; as they came where they reach as far. */
export function byReach(influences: readonly Influence[], base: number): Influence[] {
  return [...influences].sort((a, b) => reachFromBase(b, base) - reachFromBase(a, base));
}

/** The assumptions that move the output visibly, in the tornado's order. */
export function movingInfluences({ influences, base }: Tornado): Influence[] {
  const reaches = influences.map((one) => reachFromBase(one, base.value));
  const farthest = Math.max(0, ...reaches);
  return influences.filter((_, i) => reaches[i]! > smallestPart * farthest);
}
