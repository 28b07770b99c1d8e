// Poisson noise, exact: inversion for small means, transformed rejection for others.
import { logGamma } from "../../assumptions/distributions/special/logGamma.ts";
import type { Sfc32 } from "../sfc32.ts";

/** Where rejection becomes valid and faster than adding up probabilities. */
const smallMean = 10;

/** Poisson with this mean; takes two uniforms. Mean 0 gives 0. */
export function drawPoisson(source: Sfc32, mean: number): number {
  const first = source.uniform();
  const second = source.decision();
  return mean < smallMean ? invert(mean, first) : reject(source, mean, first, second);
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

/** Hörmann (1993), "The transformed rejection method for generating Poisson random variables", PTRS. */
function reject(source: Sfc32, mean: number, first: number, second: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  let u = first - 0.5;
  let v = second;
  let rest: Sfc32 | undefined;
  for (;;) {
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return count;
    if (count >= 0 && !(us < 0.013 && v > us)) {
      // About one draw in four comes here.
      const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
      if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= logProbability(count, mean)) return count;
    }
    rest ??= source.spare();
    u = rest.uniform() - 0.5;
    v = rest.decision();
  }
}

/** From here on three terms of Stirling's series leave 6e-18. */
const largeCount = 100;

/** log P(X = count). */
function logProbability(count: number, mean: number): number {
  if (count < largeCount) return -mean + count * Math.log(mean) - logGamma(count + 1);
  // Loader (2000): the large terms of mean and factorial cancel before they are computed.
  const inverse = 1 / count;
  const square = inverse * inverse;
  const stirling = inverse * (1 / 12 - square * (1 / 360 - square / 1260));
  return count * Math.log(mean * inverse) + (count - mean) - 0.5 * Math.log(2 * Math.PI * count) - stirling;
}
