// What a likelihood says of one parameter: the distribution whose quantiles are the ends of its likelihood intervals.
import { normalQuantile } from "../numeric/normalQuantile.ts";
import { normalCdf, normalUpperTail } from "../numeric/normalTail.ts";
import { quantileMoments } from "../numeric/quantileMoments.ts";
import { constant } from "./constant.ts";
import type { Distribution } from "./distribution.ts";

/** The signed root of the likelihood ratio at a value x: sign(x − x̂) √(2 (ℓ(x̂) − ℓ(x))). Rises with x. */
export interface LikelihoodRoot {
  x: number;
  root: number;
}

/**
 * The distribution with P(X ≤ x) = Φ(r(x)), r the signed root of the likelihood ratio, straight between the points and cut at
 * the outermost, so that its 5 % and 95 % quantiles are the ends of the 90 % likelihood interval. Where the likelihood is a
 * normal one it is the normal distribution around the estimate with its standard error; else it is as lopsided as the
 * likelihood. Efron (1993), "Bayes and likelihood calculations from confidence intervals", Biometrika 80, 3–26.
 */
export function fromLikelihood(points: readonly LikelihoodRoot[]): Distribution {
  const [first, last] = [points[0]!, points.at(-1)!];
  if (first.x === last.x) return constant(first.x);
  const [below, above] = [normalCdf(first.root), normalUpperTail(last.root)];
  const within = 1 - below - above;

  const at = (value: number, of: "x" | "root", gives: "x" | "root"): number => {
    if (value <= first[of]) return first[gives];
    if (value >= last[of]) return last[gives];
    const i = points.findIndex((point) => point[of] > value);
    const [from, to] = [points[i - 1]!, points[i]!];
    return from[gives] + ((value - from[of]) / (to[of] - from[of])) * (to[gives] - from[gives]);
  };
  const quantile = (p: number) => at(normalQuantile(below + p * within), "root", "x");
  const upperQuantile = (q: number) => at(-normalQuantile(above + q * within), "root", "x");
  return {
    kind: "continuous",
    support: [first.x, last.x],
    ...quantileMoments({ quantile, upperQuantile }, { sdExists: true }),
    cdf: (x) => (x >= last.x ? 1 : Math.max(0, (normalCdf(at(x, "x", "root")) - below) / within)),
    upperTail: (x) =>
      x <= first.x ? 1 : Math.max(0, (normalUpperTail(at(x, "x", "root")) - above) / within),
    quantile,
    upperQuantile,
  };
}
