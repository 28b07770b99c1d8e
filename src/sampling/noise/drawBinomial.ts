// Binomial noise, exact: inversion where few successes are expected, transformed rejection otherwise.
import { logGamma } from "../../numeric/logGamma.ts";
import type { Sfc32 } from "../sfc32.ts";

/** Expected successes (or failures, if fewer) from which rejection is valid. */
const fewExpected = 10;

/** Successes in `n` trials; takes two uniforms. */
export function drawBinomial(source: Sfc32, n: number, probability: number): number {
  const first = source.uniform();
  const second = source.decision();
  if (probability > 0.5) return n - drawRare(source, n, 1 - probability, 1 - first, second);
  return drawRare(source, n, probability, first, second);
}

function drawRare(source: Sfc32, n: number, probability: number, first: number, second: number): number {
  return n * probability < fewExpected
    ? invert(n, probability, first)
    : reject(source, n, probability, first, second);
}

/** Smallest k with P(X ≤ k) ≥ u, by adding up probabilities. */
function invert(n: number, probability: number, uniform: number): number {
  const odds = probability / (1 - probability);
  let term = Math.exp(n * Math.log1p(-probability));
  let sum = term;
  let count = 0;
  while (uniform > sum && count < n) {
    count++;
    term *= (odds * (n - count + 1)) / count;
    if (sum + term === sum) break;
    sum += term;
  }
  return count;
}

/** Hörmann (1993), "The generation of binomial random variates", BTRS. */
function reject(source: Sfc32, n: number, probability: number, first: number, second: number): number {
  const spread = Math.sqrt(n * probability * (1 - probability));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const c = n * probability + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const logOdds = Math.log(probability / (1 - probability));
  const mode = Math.floor((n + 1) * probability);
  const atMode = logGamma(mode + 1) + logGamma(n - mode + 1);
  let u = first - 0.5;
  let v = second;
  let rest: Sfc32 | undefined;
  for (;;) {
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + c);
    if (us >= 0.07 && v <= squeeze) return count;
    if (count >= 0 && count <= n) {
      const bound = atMode - logGamma(count + 1) - logGamma(n - count + 1) + (count - mode) * logOdds;
      if (Math.log((v * alpha) / (a / (us * us) + b)) <= bound) return count;
    }
    rest ??= source.spare();
    u = rest.uniform() - 0.5;
    v = rest.decision();
  }
}
