// Truncation: a belief given that the value lies between two ends.
import { type Distribution, ParameterProblem } from "./distribution.ts";
import { atomicMoments } from "./special/atomicMoments.ts";
import { moments } from "./special/moments.ts";
import { nextDown, nextUp } from "./special/nextDouble.ts";
import { upperQuantile } from "./upperQuantile.ts";

/**
 * The distribution of X given min ≤ X ≤ max; either end may be infinite.
 * Exact far out too: everything is counted from the end of `distribution` that is nearer.
 */
export function truncated(distribution: Distribution, min: number, max: number): Distribution {
  if (Number.isNaN(min) || Number.isNaN(max)) {
    throw new ParameterProblem("an end of the truncation is not a number", Number.isNaN(min) ? "min" : "max");
  }
  if (min > max) throw new ParameterProblem(`min is ${min}, it must not be greater than max ${max}`, "min");
  const [low, high] = distribution.support;
  if (min <= low && max >= high) return distribution;
  if (max < low || min > high) {
    throw new ParameterProblem(
      `nothing is left between ${min} and ${max}: the values lie between ${low} and ${high}`,
    );
  }
  if (min < max && distribution.truncate) return distribution.truncate(min, max);
  return throughTails(distribution, min, max);
}

function throughTails(parent: Distribution, min: number, max: number): Distribution {
  const discrete = parent.kind === "discrete";
  // An atom at `min` belongs to what is kept.
  const justBelow = discrete ? nextDown(min) : min;
  const cutBelow = parent.cdf(justBelow);
  const fromMin = parent.upperTail(justBelow);
  const cutAbove = parent.upperTail(max);

  /** P(min ≤ X ≤ x), as the difference of the smaller tails. */
  const upTo = (x: number) =>
    parent.cdf(x) <= 0.5 ? parent.cdf(x) - cutBelow : fromMin - parent.upperTail(x);
  /** P(x < X ≤ max), likewise. */
  const beyond = (x: number) =>
    parent.upperTail(x) <= 0.5 ? parent.upperTail(x) - cutAbove : parent.cdf(max) - parent.cdf(x);
  const mass = upTo(max);
  if (!(mass > 0))
    throw new ParameterProblem(`nothing is left between ${min} and ${max}: the chance of it is 0`);

  const [low, high] = discrete
    ? firstAndLastAtom()
    : [Math.max(min, parent.support[0]), Math.min(max, parent.support[1])];

  function firstAndLastAtom(): [number, number] {
    const first =
      cutBelow <= 0.5 ? parent.quantile(nextUp(cutBelow)) : upperQuantile(parent, nextDown(fromMin));
    const last = cutAbove <= 0.5 ? upperQuantile(parent, cutAbove) : parent.quantile(parent.cdf(max));
    return [Math.max(first, parent.support[0]), Math.min(last, parent.support[1])];
  }

  function at(p: number, q: number): number {
    if (p <= 0) return low;
    if (q <= 0) return high;
    const below = cutBelow + p * mass;
    const above = cutAbove + q * mass;
    const x = below <= above ? parent.quantile(below) : upperQuantile(parent, above);
    return Math.min(high, Math.max(low, x));
  }

  const quantile = (p: number) => at(p, 1 - p);
  const upper = (q: number) => at(1 - q, q);
  let known: { mean: number; sd: number } | undefined;
  const measured = () => {
    known ??= discrete
      ? atomicMoments({ low, high, cdf, upperTail, quantile, upperQuantile: upper })
      : moments({ quantile, upperQuantile: upper }, { sdExists: Number.isFinite(parent.sd) });
    return known;
  };
  function cdf(x: number): number {
    return x < low ? 0 : x >= high ? 1 : Math.min(1, upTo(x) / mass);
  }
  function upperTail(x: number): number {
    return x < low ? 1 : x >= high ? 0 : Math.min(1, beyond(x) / mass);
  }

  return {
    kind: parent.kind,
    support: [low, high],
    get mean() {
      return measured().mean;
    },
    get sd() {
      return measured().sd;
    },
    cdf,
    upperTail,
    quantile,
    upperQuantile: upper,
    ...(parent.iterative && { iterative: true }),
  };
}
