// The error of Stirling's formula for log Γ(x + 1): the constant of saddle-point probabilities.
import { logGamma } from "./logGamma.ts";
import { logRootTwoPi, stirlingSeries, stirlingSeriesStart } from "./stirlingSeries.ts";

/** log Γ(x + 1) − [(x + 1/2) log x − x + log √(2π)] for x > 0; about 1/(12 x). Loader (2000). */
export function stirlingError(x: number): number {
  if (x >= stirlingSeriesStart) return stirlingSeries(x);
  return logGamma(x) + x - (x - 0.5) * Math.log(x) - logRootTwoPi;
}
