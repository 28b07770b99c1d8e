// Counts that scatter more than Poisson's: a Poisson whose mean is gamma distributed.
import type { Sfc32 } from "../sfc32.ts";
import { drawGamma, type GammaConstants } from "./drawGamma.ts";
import { drawPoisson } from "./drawPoisson.ts";

/**
 * The sum of `count` independent negative binomials, each with this mean and variance mean + dispersion · mean²;
 * takes three uniforms. Sums of negative binomials with one mean and dispersion are negative binomial, their sizes added;
 * so `count` need not be whole (a month of 30.4375 days).
 * @param last what `drawGamma` keeps from draw to draw
 */
export function drawNegativeBinomialSum(
  source: Sfc32,
  count: number,
  mean: number,
  dispersion: number,
  last: GammaConstants,
): number {
  // Dispersion 0 is Poisson; the two uniforms of the gamma are taken all the same.
  const gamma = drawGamma(source, dispersion > 0 ? count / dispersion : 1, last);
  return drawPoisson(source, dispersion > 0 ? gamma * (dispersion * mean) : count * mean);
}
