// Logarithms of the beta function and of the Pochhammer symbol.
import { logGamma } from "./logGamma.ts";
import { stirlingSeries, stirlingSeriesStart } from "./stirlingSeries.ts";

/** log B(a, b) = log Γ(a)Γ(b)/Γ(a + b), for a, b > 0. logBeta(2, 3) → log 1/12 = −2.485 */
export function logBeta(a: number, b: number): number {
  return logGamma(Math.min(a, b)) - logPochhammer(Math.max(a, b), Math.min(a, b));
}

/**
 * log Γ(x + step)/Γ(x), the logarithm of the Pochhammer symbol (x)_step for real step ≥ 0, x > 0: without cancellation
 * where the step is small against x. logPochhammer(3, 2) → log 12 = 2.485
 */
export function logPochhammer(x: number, step: number): number {
  if (x < stirlingSeriesStart) {
    if (step >= Math.min(1, x)) return logGamma(x + step) - logGamma(x);
    // Γ(x + 1) = x Γ(x), until Stirling's formula holds: the difference would lose the digits of a small step.
    return logPochhammer(x + 1, step) - Math.log1p(step / x);
  }
  // Stirling's formula with its large parts cancelled by hand.
  return (
    (x - 0.5) * Math.log1p(step / x) +
    step * (Math.log(x + step) - 1) +
    stirlingSeries(x + step) -
    stirlingSeries(x)
  );
}
