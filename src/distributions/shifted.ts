// A distribution moved along the line: X + offset.
import type { Distribution } from "./distribution.ts";

/** X + `offset`. The mean and the support move, the spread stays. */
export function shifted(distribution: Distribution, offset: number): Distribution {
  const [low, high] = distribution.support;
  const { upperQuantile } = distribution;
  return {
    kind: distribution.kind,
    support: [low + offset, high + offset],
    get mean() {
      return distribution.mean + offset;
    },
    get sd() {
      return distribution.sd;
    },
    cdf: (x) => distribution.cdf(x - offset),
    upperTail: (x) => distribution.upperTail(x - offset),
    quantile: (p) => distribution.quantile(p) + offset,
    ...(upperQuantile && { upperQuantile: (q) => upperQuantile(q) + offset }),
    ...(distribution.iterative && { iterative: true }),
  };
}
