// The first of scattered values at which a probability is reached.
import { halfway } from "./falsePosition.ts";
import { nextDown } from "./nextDouble.ts";

/**
 * The smallest value in [low, high] at which `reaches` holds, where it changes at atoms only; it holds at `high`.
 * Every point found to reach is moved down to the atom it owes that to.
 */
export function bisectAtoms(
  reaches: (x: number) => boolean,
  atomBelow: (x: number) => number,
  { low, high }: { low: number; high: number },
): number {
  if (reaches(low)) return low;
  let below = low;
  let atom = high;
  while (reaches(nextDown(atom))) {
    const middle = halfway(below, atom);
    if (!(middle > below && middle < atom)) break;
    if (reaches(middle)) atom = atomBelow(middle);
    else below = middle;
  }
  return atom;
}
