// Mixture: one of several distributions holds, each with its weight.

import { bisectAtoms } from "../numeric/bisectAtoms.ts";
import { falsePosition } from "../numeric/falsePosition.ts";
import { nextDown } from "../numeric/nextDouble.ts";
import { type Distribution, nothingLeft, ParameterProblem } from "./distribution.ts";
import { normaliseWeights } from "./normaliseWeights.ts";
import { truncated } from "./truncated.ts";
import { upperQuantile } from "./upperQuantile.ts";

/** A component; the weights of all are taken relative to their sum. */
export interface Component {
  weight: number;
  distribution: Distribution;
}

/**
 * The mixture distribution: P(X ≤ x) = Σ weight × P(Xᵢ ≤ x), the weights adding up to 1.
 * mixture([{ weight: 3, distribution: constant(0) }, { weight: 1, distribution: constant(8) }]).mean → 2
 * https://en.wikipedia.org/wiki/Mixture_distribution
 * @throws ParameterProblem where there are no components or a weight is not allowed
 */
export function mixture(components: readonly Component[]): Distribution {
  if (components.length === 0)
    throw new ParameterProblem("a mixture has no components, at least one is needed");
  const shares = normaliseWeights(components.map(({ weight }) => weight));
  const parts = components
    .map(({ distribution }, i) => ({ distribution, weight: shares[i] }))
    .filter(({ weight }) => weight > 0);
  if (parts.length === 1) return parts[0].distribution;

  const cdf = (x: number) => parts.reduce((sum, part) => sum + part.weight * part.distribution.cdf(x), 0);
  const upperTail = (x: number) =>
    parts.reduce((sum, part) => sum + part.weight * part.distribution.upperTail(x), 0);
  const low = Math.min(...parts.map(({ distribution }) => distribution.support[0]));
  const high = Math.max(...parts.map(({ distribution }) => distribution.support[1]));

  const discrete = parts.every(({ distribution }) => distribution.kind === "discrete");

  function at(p: number, q: number): number {
    if (p <= 0) return low;
    if (q <= 0) return high;
    // The logarithm of the smaller tail against its target: nearly straight, and exactly 0 at an exact hit.
    const excess = p <= 0.5 ? (x: number) => Math.log(cdf(x) / p) : (x: number) => Math.log(q / upperTail(x));
    const candidates = parts.map(({ distribution }) =>
      p <= 0.5 ? distribution.quantile(p) : upperQuantile(distribution, q),
    );
    const from = Math.min(...candidates);
    const to = Math.max(...candidates);
    if (discrete) return bisectAtoms((x) => excess(x) >= 0, atomBelow, { low: from, high: to });
    const { below, x } = falsePosition(excess, from, to);
    return edgeBetween(below, x, excess) ?? x;
  }

  /** The largest atom of any component that is not above x. */
  function atomBelow(x: number): number {
    return Math.max(...parts.map(({ distribution }) => atomAtOrBelow(distribution, x)));
  }

  /** An atom, or the edge of a gap, that the search has closed in on: it is the exact answer. */
  function edgeBetween(below: number, x: number, excess: (x: number) => number): number | undefined {
    for (const { distribution } of parts) {
      const edge =
        distribution.kind === "discrete" ? atomAtOrBelow(distribution, x) : distribution.support[1];
      if (edge > below && edge <= x && excess(edge) >= 0) return edge;
    }
    return undefined;
  }

  return {
    kind: discrete ? "discrete" : "continuous",
    support: [low, high],
    ...momentsOf(parts),
    cdf,
    upperTail,
    quantile: (p) => at(p, 1 - p),
    upperQuantile: (q) => at(1 - q, q),
    truncate: (min, max) => truncatedMixture(parts, min, max),
    chanceBetween: (min, max) =>
      parts.reduce((sum, part) => sum + part.weight * chanceBetween(part.distribution, min, max), 0),
    iterative: true,
  };
}

/** Every component truncated, its weight multiplied by the probability that it kept. */
function truncatedMixture(parts: readonly Component[], min: number, max: number): Distribution {
  const kept = parts
    .map(({ weight, distribution }) => ({
      weight: weight * chanceBetween(distribution, min, max),
      distribution,
    }))
    .filter(({ weight }) => weight > 0);
  if (kept.length === 0) throw nothingLeft(min, max);
  // Far out the weights are too small for their sum to be a number to divide by.
  const heaviest = Math.max(...kept.map(({ weight }) => weight));
  return mixture(
    kept.map(({ weight, distribution }) => ({
      weight: weight / heaviest,
      distribution: truncated(distribution, min, max),
    })),
  );
}

/** P(min ≤ X ≤ max), as the difference of the smaller tails. */
function chanceBetween(distribution: Distribution, min: number, max: number): number {
  if (distribution.chanceBetween) return distribution.chanceBetween(min, max);
  // An atom at `min` belongs to what is kept.
  const justBelow = distribution.kind === "discrete" ? nextDown(min) : min;
  const [cutBelow, cutAbove] = [distribution.cdf(justBelow), distribution.upperTail(max)];
  return distribution.cdf(max) <= 0.5
    ? distribution.cdf(max) - cutBelow
    : distribution.upperTail(justBelow) - cutAbove;
}

/** The largest atom that is not above x, or −Infinity. */
function atomAtOrBelow(distribution: Distribution, x: number): number {
  const below = distribution.cdf(x);
  if (below === 0) return Number.NEGATIVE_INFINITY;
  if (below <= 0.5) return distribution.quantile(below);
  // Where nothing is left above x, the last atom that has a chance: that of no tail at all may be infinite.
  return upperQuantile(distribution, Math.max(distribution.upperTail(x), Number.MIN_VALUE));
}

/** Law of total variance: the mean of the variances plus the variance of the means. */
function momentsOf(parts: readonly Component[]): { mean: number; sd: number } {
  const mean = parts.reduce((sum, { weight, distribution }) => sum + weight * distribution.mean, 0);
  if (Number.isNaN(mean)) return { mean, sd: Number.NaN };
  if (!Number.isFinite(mean)) return { mean, sd: Number.POSITIVE_INFINITY };
  const variance = parts.reduce(
    (sum, { weight, distribution }) =>
      sum + weight * (distribution.sd ** 2 + (distribution.mean - mean) ** 2),
    0,
  );
  return { mean, sd: Math.sqrt(variance) };
}
