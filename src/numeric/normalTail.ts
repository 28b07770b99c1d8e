// The standard normal's probabilities: both tails and their logarithm.
import { normalUpperQuantile } from "./normalQuantile.ts";

type Coefficients = readonly number[];

// Cody (1969), "Rational Chebyshev Approximations for the Error Function", scaled to the normal integral
// as in Cody (1993), ACM Algorithm 715: about 16 digits in each of three ranges. Highest power first.
const centreNumerator: Coefficients = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356,
];
const centreDenominator: Coefficients = [
  1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673,
];
const nearNumerator: Coefficients = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const nearDenominator: Coefficients = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
];
const farNumerator: Coefficients = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  2.9112874951168793e-5,
];
const farDenominator: Coefficients = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
];

const centreEnd = 0.67448975;
const nearEnd = Math.sqrt(32);
const oneOverRootTwoPi = 0.3989422804014327;

function polynomial(c: Coefficients, x: number): number {
  let sum = c[0];
  for (let i = 1; i < c.length; i++) sum = sum * x + c[i];
  return sum;
}

/** P(Z ≤ z). normalCdf(1.96) → 0.975 */
export function normalCdf(z: number): number {
  return normalUpperTail(-z);
}

/** P(Z > z), to about 16 digits also where it is tiny: normalUpperTail(8) → 6.22e-16 */
export function normalUpperTail(z: number): number {
  if (Math.abs(z) <= centreEnd) return 0.5 - centralPart(z);
  if (z < 0) return 1 - scaledNormalTail(-z) * halfSquareExponential(z);
  return scaledNormalTail(z) * halfSquareExponential(z);
}

/** P(Z > z) × exp(z²/2) for z ≥ 0, the Mills ratio over √(2π): it does not underflow. */
export function scaledNormalTail(z: number): number {
  if (z <= centreEnd) return (0.5 - centralPart(z)) / halfSquareExponential(z);
  if (z <= nearEnd) return polynomial(nearNumerator, z) / polynomial(nearDenominator, z);
  const r = 1 / (z * z);
  return (oneOverRootTwoPi - (r * polynomial(farNumerator, r)) / polynomial(farDenominator, r)) / z;
}

/** log P(Z > z), also where the probability itself underflows. */
export function logNormalUpperTail(z: number): number {
  if (z < 0) return Math.log1p(-normalUpperTail(-z));
  return Math.log(scaledNormalTail(z)) - 0.5 * z * z;
}

/** The z with log P(Z > z) = `logTail`, for `logTail` ≤ 0, also where the probability underflows. */
export function normalUpperQuantileOfLog(logTail: number): number {
  const smallestPlainLog = -600;
  if (logTail > smallestPlainLog) return normalUpperQuantile(Math.exp(logTail));
  if (logTail === Number.NEGATIVE_INFINITY) return Number.POSITIVE_INFINITY;
  // Newton on the logarithm, which is nearly a parabola: four steps are one more than needed.
  let z = Math.sqrt(-2 * logTail);
  for (let step = 0; step < 4; step++) {
    z += ((logNormalUpperTail(z) - logTail) * scaledNormalTail(z)) / oneOverRootTwoPi;
  }
  return z;
}

/** Φ(z) − 1/2 for small |z|. */
function centralPart(z: number): number {
  return (z * polynomial(centreNumerator, z * z)) / polynomial(centreDenominator, z * z);
}

/** exp(−z²/2), split so that the rounding of z² costs no digits far out. */
function halfSquareExponential(z: number): number {
  const coarse = Math.trunc(z * 16) / 16;
  if (!Number.isFinite(coarse)) return 0;
  const rest = (z - coarse) * (z + coarse);
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * rest);
}
