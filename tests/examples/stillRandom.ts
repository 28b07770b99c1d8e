// Chance that stands still, for answers worked out by hand: every draw is its mean, or a value that is given.
import type { RandomStream, TrialRandom } from "../../src/sampling/random.ts";

interface StillValues {
  /** What uniform() gives. */
  uniform?: number;
  /** What normal() gives, in standard deviations. */
  normal?: number;
  /** What exponential() gives, in means. */
  exponential?: number;
}

/** Every stream is the same still one. */
export function stillRandom({ uniform = 0.5, normal = 0, exponential = 1 }: StillValues = {}): TrialRandom {
  const stream: RandomStream = {
    uniform: (min = 0, max = 1) => min + uniform * (max - min),
    normal: (mean = 0, sd = 1) => mean + normal * sd,
    lognormal: (meanLog, sdLog) => Math.exp(meanLog + normal * sdLog),
    gamma: (shape, scale = 1) => shape * scale,
    exponential: (mean) => exponential * mean,
    poisson: (mean) => mean,
    binomial: (n, probability) => n * probability,
    negativeBinomial: (mean) => mean,
    negativeBinomialSum: (count, mean) => count * mean,
    bernoulli: (probability) => (uniform < probability ? 1 : 0),
    choice: () => 0,
  };
  return { ...stream, stream: () => stream };
}
