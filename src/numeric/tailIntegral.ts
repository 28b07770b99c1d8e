// The tail of a steep, smooth density by quadrature: for parameters so large that series get long.
import { integrate } from "./gaussLegendre.ts";

// exp(−45) is 3e-20: nothing of the integral is left beyond.
const negligibleExponent = 45;
// A tail heavier than the normal's needs a longer range than its curvature alone gives.
const reserve = 1.3;

/**
 * The integral of exp(−exponent(u)) over u from 0 to `limit`, where the exponent starts at 0 and
 * grows about as descent × u + curvature × u²/2.
 */
export function tailIntegral(
  exponent: (u: number) => number,
  { descent, curvature, limit }: { descent: number; curvature: number; limit: number },
): number {
  const reach =
    (2 * negligibleExponent) / (descent + Math.sqrt(descent * descent + 2 * curvature * negligibleExponent));
  return integrate((u) => Math.exp(-exponent(u)), 0, Math.min(limit, reserve * reach));
}
