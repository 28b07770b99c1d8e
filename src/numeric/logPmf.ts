// Logarithms of the probability mass functions of counts, continued to real k.
// By saddle-point expansion, so that large counts lose no digits: Loader (2000), "Fast and Accurate Computation of
// Binomial Probabilities".
import { log1pmxOfRatio } from "./log1pmx.ts";
import { stirlingError } from "./stirlingError.ts";

const logTwoPi = Math.log(2 * Math.PI);

/** log P(X = k) of the Poisson distribution with this mean, k ≥ 0. poissonLogPmf(0, 2) → −2 */
export function poissonLogPmf(k: number, mean: number): number {
  if (k === 0) return -mean;
  return k * log1pmxOfRatio((mean - k) / k, mean / k) - stirlingError(k) - (logTwoPi + Math.log(k)) / 2;
}

/** log P(X = k) of k successes in n cases; `success` and `failure` add up to 1. binomialLogPmf(1, 1, 0.5, 0.5) → log 1/2 */
export function binomialLogPmf(k: number, n: number, success: number, failure: number): number {
  if (k === 0) return n * logOfShare(failure, success);
  if (k === n) return n * logOfShare(success, failure);
  return logBetaWeight(k, n - k, success, failure) + Math.log(n / k / (n - k));
}

/** log P(X = k) of k failures before the size-th success; `success` and `failure` add up to 1. */
export function negativeBinomialLogPmf(k: number, size: number, success: number, failure: number): number {
  if (k === 0) return size * logOfShare(success, failure);
  return logBetaWeight(size, k, success, failure) - Math.log(k);
}

/** log x^alpha y^beta / B(alpha, beta), where x + y = 1. */
function logBetaWeight(alpha: number, beta: number, x: number, y: number): number {
  const total = alpha + beta;
  // The smaller of x and y is the more exact.
  const excess = x < y ? total * x - alpha : beta - total * y;
  return (
    alpha * log1pmxOfRatio(excess / alpha, (total / alpha) * x) +
    beta * log1pmxOfRatio(-excess / beta, (total / beta) * y) +
    (stirlingError(total) - stirlingError(alpha) - stirlingError(beta)) +
    (Math.log((alpha / total) * beta) - logTwoPi) / 2
  );
}

/** log of a share, given with its complement: near 1 the complement is the more exact. */
function logOfShare(share: number, rest: number): number {
  return share < 0.5 ? Math.log(share) : Math.log1p(-rest);
}
