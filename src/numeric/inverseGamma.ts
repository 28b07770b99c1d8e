// The quantile of a gamma distribution of scale 1: the inverse of the regularised incomplete gamma function.
import { pow } from "./exactMath/pow.ts";

import { invertTails } from "./invertTails.ts";
import { logGamma1p } from "./logGamma.ts";
import type { LogScaleTails } from "./logScaleTails.ts";
import { normalQuantile } from "./normalQuantile.ts";

/** The quantile function of `tails`, which are `gammaTails(shape)`, at p with q = 1 − p; p or q may be tiny. */
export function gammaQuantile(shape: number, tails: LogScaleTails): (p: number, q: number) => number {
  const logGammaOfNext = logGamma1p(shape);

  function start(p: number, q: number): number {
    // Towards zero the density is a power: exact in the limit, and the only good guess for small shapes.
    const nearZero = Math.exp((Math.log(p) + logGammaOfNext) / shape);
    if (nearZero < 0.2 * (shape + 1)) return nearZero;
    if (shape < 0.5) return Math.max(nearZero, -Math.log(q));
    // Wilson and Hilferty (1931): the cube root is nearly normal.
    const z = p < q ? normalQuantile(p) : -normalQuantile(q);
    const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
    return shape * pow(Math.max(root, 0.1), 3);
  }

  return (p, q) => {
    if (p <= 0) return 0;
    if (q <= 0) return Number.POSITIVE_INFINITY;
    return invertTails(tails, { p, q, start: start(p, q) });
  };
}
