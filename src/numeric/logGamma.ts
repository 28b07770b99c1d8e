// The logarithm of the gamma function for positive arguments. https://dlmf.nist.gov/5
import { pow } from "./exactMath/pow.ts";
import { logRootTwoPi, stirlingSeries, stirlingSeriesStart } from "./stirlingSeries.ts";

const eulerGamma = 0.5772156649015329;

/** ζ(k) − 1 for k = 0, 1, 2, …; the first two have no meaning. */
const zetaMinusOne = Array.from({ length: 60 }, (_, k) => zetaMinusOneAt(k));

/** log Γ(x) for x > 0. logGamma(5) → log 24 = 3.178 */
export function logGamma(x: number): number {
  if (x < 0.5) return logGamma1p(x) - Math.log(x);
  if (x < 1.5) return logGamma1p(x - 1);
  if (x < 2.5) return logGamma1p(x - 2) + Math.log(x - 1);
  if (x < stirlingSeriesStart) return logGammaByRecurrence(x);
  return (x - 0.5) * Math.log(x) - x + logRootTwoPi + stirlingSeries(x);
}

/** log Γ(1 + x) for x > −1, to full relative accuracy near x = 0. logGamma1p(1e-10) → −5.77e-11 */
export function logGamma1p(x: number): number {
  if (x > 0.5) return logGamma(1 + x);
  // Abramowitz and Stegun 6.1.33: the slow part of the series is log(1 + x).
  let sum = 0;
  let power = x;
  for (let k = 2; k < zetaMinusOne.length; k++) {
    power *= -x;
    const term = (zetaMinusOne[k] * power) / k;
    sum -= term;
    if (Math.abs(term) < 1e-18 * Math.abs(sum)) break;
  }
  return x * (1 - eulerGamma) - Math.log1p(x) + sum;
}

/** Γ(x) = (x − 1)(x − 2)…Γ(x − n), with what is left between 1.5 and 2.5. */
function logGammaByRecurrence(x: number): number {
  let product = 1;
  let rest = x;
  while (rest >= 2.5) {
    rest -= 1;
    product *= rest;
  }
  return Math.log(product) + logGamma(rest);
}

/** Sum of n^−k from 2 on: plain terms up to 127, then Euler and Maclaurin's formula, whose next term is below 1e-18. */
function zetaMinusOneAt(k: number): number {
  const last = 128;
  const tail = pow(last, -k);
  let sum = (tail * last) / (k - 1) + tail / 2;
  sum += (tail * k) / (12 * last);
  sum -= (tail * k * (k + 1) * (k + 2)) / (720 * pow(last, 3));
  for (let n = last - 1; n >= 2; n--) sum += pow(n, -k);
  return sum;
}
