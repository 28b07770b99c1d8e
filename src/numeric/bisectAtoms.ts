// The quantile of a distribution on scattered atoms, by bisection.
import { halfway } from "./falsePosition.ts";
import { nextDown } from "./nextDouble.ts";

/**
 * The smallest value in [low, high] at which `reaches` (false, then true) holds; it changes at atoms only and holds at
 * `high`. Bisection in which every point that reaches is replaced by the largest atom that is not above it.
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
