// How the level of a series moves from month to month: an AR(1) of the logarithm of its monthly means.
import { goldenSection } from "../../numeric/goldenSection.ts";
import { type Profile, profileOf } from "./profile.ts";

/** The logarithm of a month's mean. */
export interface LogMean {
  /** Months from the first. */
  index: number;
  value: number;
  /** Variance of its own error: a month has only so many days. */
  variance: number;
}

/** A memory of 1 has no long-run level; so near to it nobody sees the difference. */
const memoryRange = { low: 0, high: 0.9999, toValue: (x: number) => x };
const driftRange = { low: Math.log(1e-3), high: Math.log(3), toValue: Math.exp };
const tolerance = 1e-5;

/**
 * The part of a deviation from the long-run level that is left a month later: x(t) − μ = memory · (x(t−1) − μ) + drift · ε(t).
 * By restricted maximum likelihood: the likelihood of what is left when the long-run level is taken out, as
 * the plain one makes the memory of a short series too small (Cheang and Reinsel 2000). The error of each month's mean is
 * known and kept apart from the drift by a Kalman filter, which also passes over months without data.
 */
export function fitMemory(months: readonly LogMean[]): Profile {
  return profileOf((x) => filter(months, x, Math.exp(bestLogDrift(months, x))).likelihood, memoryRange);
}

/** The standard deviation of what a month adds to the logarithm of the level; estimated as the memory is. */
export function fitDrift(months: readonly LogMean[]): Profile {
  const { low, high } = memoryRange;
  return profileOf((x) => {
    const likelihood = (memory: number) => filter(months, memory, Math.exp(x)).likelihood;
    return likelihood(goldenSection(likelihood, low, high, tolerance));
  }, driftRange);
}

/** The logarithm of the level in the last month, and its standard error: what that month says, and those before it. */
export function fitLogLevel(months: readonly LogMean[]): { value: number; error: number } {
  const { low, high } = memoryRange;
  const likelihood = (x: number) => filter(months, x, Math.exp(bestLogDrift(months, x))).likelihood;
  const memory = goldenSection(likelihood, low, high, tolerance);
  const { value, variance } = filter(months, memory, Math.exp(bestLogDrift(months, memory))).last;
  return { value, error: Math.sqrt(variance) };
}

function bestLogDrift(months: readonly LogMean[], memory: number): number {
  const likelihood = (x: number) => filter(months, memory, Math.exp(x)).likelihood;
  return goldenSection(likelihood, driftRange.low, driftRange.high, tolerance);
}

/**
 * The Kalman filter of the series and, beside it, of a column of ones: the long-run level is what multiplies the ones (de Jong
 * 1991, "The diffuse Kalman filter").
 */
function filter(months: readonly LogMean[], memory: number, drift: number) {
  const noise = drift * drift;
  let variance = noise / (1 - memory * memory);
  let [state, ones] = [0, 0];
  let [logs, squares, cross, information] = [0, 0, 0, 0];
  let at = months[0]!.index;
  for (const { index, value, variance: error } of months) {
    for (; at < index; at++) {
      [state, ones] = [memory * state, memory * ones];
      variance = memory * memory * variance + noise;
    }
    const total = variance + error;
    const [surprise, share] = [value - state, 1 - ones];
    logs += Math.log(total);
    squares += (surprise * surprise) / total;
    cross += (surprise * share) / total;
    information += (share * share) / total;
    const gain = variance / total;
    state += gain * surprise;
    ones += gain * share;
    variance *= error / total;
  }
  const level = cross / information;
  const likelihood = -(logs + Math.log(information) + squares - (cross * cross) / information) / 2;
  const left = 1 - ones;
  return {
    likelihood,
    last: { value: state + level * left, variance: variance + (left * left) / information },
  };
}
