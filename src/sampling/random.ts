// Chance inside a trial: named streams, each addressed by seed, scenario, name and trial.

/** A stream of chance. Every draw takes a fixed number of words, so that variants stay in step. */
export interface RandomStream {
  /** Uniform in the open interval (0, 1), or between `min` and `max`. */
  uniform(min?: number, max?: number): number;
  normal(mean?: number, sd?: number): number;
  /** By mean and sd of the log. */
  lognormal(meanLog: number, sdLog: number): number;
  gamma(shape: number, scale?: number): number;
  exponential(mean: number): number;
  poisson(mean: number): number;
  binomial(n: number, probability: number): number;
  /** By mean and dispersion: the variance is mean + dispersion × mean². Dispersion 0 is Poisson. */
  negativeBinomial(mean: number, dispersion: number): number;
  /** The sum of `count` independent negative binomials in one draw; `count` need not be whole. */
  negativeBinomialSum(count: number, mean: number, dispersion: number): number;
  /** 1 with this probability, else 0. */
  bernoulli(probability: number): 0 | 1;
  /** An index into `weights`, by weight. */
  choice(weights: ArrayLike<number>): number;
}

/** The default stream of a trial, and named ones: `random.stream("daily casualties")`. */
export interface TrialRandom extends RandomStream {
  stream(name: string): RandomStream;
}
