// Quantiles interpolated from tables: for sampling from distributions whose quantile needs iteration.

import { nextDown } from "../numeric/nextDouble.ts";
import { curveTable } from "../numeric/quantileTable/curveTable.ts";
import { stepTable } from "../numeric/quantileTable/stepTable.ts";
import type { Distribution } from "./distribution.ts";
import { upperQuantile } from "./upperQuantile.ts";

/**
 * The quantile function as a table where `distribution.iterative`: the same values for a discrete distribution, within
 * 1e-9 relative for a continuous one. Cells are filled on first use; the values do not depend on the order of use.
 */
export function tabulate(distribution: Distribution): (p: number) => number {
  if (!distribution.iterative) return (p) => distribution.quantile(p);
  const { lower, upper } = distribution.kind === "discrete" ? steps(distribution) : curves(distribution);
  const [low, high] = distribution.support;
  const median = distribution.quantile(0.5);
  return (p) => {
    if (p < 0.5) return p > 0 ? lower(p) : low;
    if (p > 0.5) return p < 1 ? upper(1 - p) : high;
    return p === 0.5 ? median : Number.NaN;
  };
}

/** The quantile function from both ends, each for tails in (0, 1/2). */
interface TwoTables {
  lower(p: number): number;
  upper(q: number): number;
}

function curves(distribution: Distribution): TwoTables {
  const [low, high] = distribution.support;
  // Values on both sides of zero have no relative error there: then the spread is what an error is compared with.
  const spread = distribution.quantile(0.75) - distribution.quantile(0.25);
  const unit = low < 0 && high > 0 ? spread : 0;
  const inside = (x: number) => Math.min(high, Math.max(low, x));
  const lower = curveTable((p) => distribution.quantile(p), unit);
  const upper = curveTable((q) => upperQuantile(distribution, q), unit);
  return { lower: (p) => inside(lower(p)), upper: (q) => inside(upper(q)) };
}

function steps(distribution: Distribution): TwoTables {
  return {
    lower: stepTable({
      value: (p) => distribution.quantile(p),
      largestTail: (x) => distribution.cdf(x),
    }),
    upper: stepTable({
      value: (q) => upperQuantile(distribution, q),
      // x is taken as long as fewer than P(X ≥ x) lie above.
      largestTail: (x) => nextDown(distribution.upperTail(nextDown(x))),
    }),
  };
}
