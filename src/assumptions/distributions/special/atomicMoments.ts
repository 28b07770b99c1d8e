// Mean and standard deviation of a discrete distribution by going through its values.
import { type Moments, moments, type TwoSidedQuantile } from "./moments.ts";
import { nextDown, nextUp } from "./nextDouble.ts";

// Beyond this many values steps are so small against the spread that quadrature sees a smooth function.
const mostAtoms = 100_000;
// What is left beyond adds nothing to any digit.
const negligible = 1e-25;

export interface Atomic extends TwoSidedQuantile {
  low: number;
  high: number;
  cdf(x: number): number;
  upperTail(x: number): number;
}

/** Sums over the values from the lowest up; each is found as the next where the probability rises. */
export function atomicMoments({ low, high, cdf, upperTail, quantile, upperQuantile }: Atomic): Moments {
  const atoms: { value: number; weight: number }[] = [];
  let below = 0;
  let above = 1;
  for (let value = low; ; ) {
    const [nextBelow, nextAbove] = [cdf(value), upperTail(value)];
    atoms.push({ value, weight: nextBelow <= 0.5 ? nextBelow - below : above - nextAbove });
    [below, above] = [nextBelow, nextAbove];
    if (value >= high || above < negligible) break;
    if (atoms.length > mostAtoms) return moments({ quantile, upperQuantile });
    const next = below < 0.5 ? quantile(nextUp(below)) : upperQuantile(nextDown(above));
    value = next > value ? next : nextUp(value);
  }
  const offset = atoms.reduce((sum, { value, weight }) => sum + weight * (value - low), 0);
  const mean = low + offset;
  return {
    mean,
    sd: Math.sqrt(atoms.reduce((sum, { value, weight }) => sum + weight * (value - mean) ** 2, 0)),
  };
}
