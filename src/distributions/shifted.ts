// A location transform: X + offset.
import type { Distribution } from "./distribution.ts";

/** The distribution of X + `offset`: support and mean move, the sd stays. shifted(constant(2), 3).mean → 5 */
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
