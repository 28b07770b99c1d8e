// Poisson noise, exact: inversion for small means, transformed rejection for others.
import { logGamma } from "../../assumptions/distributions/special/logGamma.ts";
import type { Sfc32 } from "../sfc32.ts";

/** Where rejection becomes valid and faster than adding up probabilities. */
const smallMean = 10;

/**
 * Poisson with this mean; takes two uniforms. Mean 0 gives 0.
 * Hörmann (1993), "The transformed rejection method for generating Poisson random variables", PTRS.
 */
export function drawPoisson(source: Sfc32, mean: number): number {
  let u = source.uniform();
  let v = source.decision();
  if (mean < smallMean) return invert(mean, u);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  let rest: Sfc32 | undefined;
  for (;;) {
    u -= 0.5;
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return count;
    // About one draw in four comes here.
    if (count >= 0 && !(us < 0.013 && v > us)) {
      const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
      if (isAccepted((v * inverseAlpha) / (a / (us * us) + b), count, mean)) return count;
    }
    rest ??= source.spare();
    u = rest.uniform();
    v = rest.decision();
  }
}

/** Smallest k with P(X ≤ k) ≥ u, by adding up probabilities. */
function invert(mean: number, uniform: number): number {
  let probability = Math.exp(-mean);
  let sum = probability;
  let count = 0;
  while (uniform > sum) {
    count++;
    probability *= mean / count;
    // The last terms no longer raise the sum: the rounding of a uniform next to 1.
    if (sum + probability === sum && count > mean) break;
    sum += probability;
  }
  return count;
}

/** From here on three terms of Stirling's series leave 6e-18. */
const largeCount = 100;

/** Whether `height` ≤ P(X = count). */
function isAccepted(height: number, count: number, mean: number): boolean {
  if (count < largeCount) return Math.log(height) <= -mean + count * Math.log(mean) - logGamma(count + 1);
  // Loader (2000): the large terms of mean and factorial cancel before they are computed.
  const inverse = 1 / count;
  const square = inverse * inverse;
  const stirling = inverse * (1 / 12 - square * (1 / 360 - square / 1260));
  const deviance = count * Math.log(mean * inverse) + (count - mean);
  return Math.log(height * Math.sqrt(2 * Math.PI * count)) <= deviance - stirling;
}
