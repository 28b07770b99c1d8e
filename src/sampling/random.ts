// Chance inside a trial: named streams, each addressed by seed, scenario, name and trial.
import { keyWords } from "./keys.ts";
import { drawBinomial } from "./noise/drawBinomial.ts";
import { drawGamma, GammaConstants } from "./noise/drawGamma.ts";
import { drawNegativeBinomialSum } from "./noise/drawNegativeBinomial.ts";
import { drawNormal } from "./noise/drawNormal.ts";
import { drawPoisson } from "./noise/drawPoisson.ts";
import { Sfc32 } from "./sfc32.ts";

/** The number of the trial being run; streams start afresh when it changes. */
interface Clock {
  trial: number;
}

class AddressedStream {
  private readonly generator = new Sfc32();
  private readonly gammaConstants = new GammaConstants();
  private readonly key: Int32Array;
  private readonly clock: Clock;
  private startedFor = -1;

  constructor(key: Int32Array, clock: Clock) {
    this.key = key;
    this.clock = clock;
  }

  /** Uniform in the open interval (0, 1), or between `min` and `max`. */
  uniform(min?: number, max = 1): number {
    const unit = this.started().uniform();
    return min === undefined ? unit : min + (max - min) * unit;
  }

  /** Mean 0 and sd 1 unless given. */
  normal(mean = 0, sd = 1): number {
    return mean + sd * drawNormal(this.started());
  }

  /** By mean and sd of the log. */
  lognormal(meanLog: number, sdLog: number): number {
    return Math.exp(meanLog + sdLog * drawNormal(this.started()));
  }

  /** Shape above 0, scale 1 unless given: the mean is shape · scale. */
  gamma(shape: number, scale = 1): number {
    if (!(shape > 0)) throw refusal("gamma", "shape", shape, "above 0");
    return scale * drawGamma(this.started(), shape, this.gammaConstants);
  }

  exponential(mean: number): number {
    return -mean * Math.log1p(-this.started().uniform());
  }

  /** Mean 0 or more. */
  poisson(mean: number): number {
    if (!(mean >= 0)) throw refusal("poisson", "mean", mean, "0 or more");
    return drawPoisson(this.started(), mean);
  }

  /** Successes in `n` (whole) tries. */
  binomial(n: number, probability: number): number {
    if (!(Number.isInteger(n) && n >= 0)) throw refusal("binomial", "n", n, "a whole number, 0 or more");
    if (!(probability >= 0 && probability <= 1))
      throw refusal("binomial", "probability", probability, "0 to 1");
    return drawBinomial(this.started(), n, probability);
  }

  /** By mean and dispersion: the variance is mean + dispersion · mean². Dispersion 0 is Poisson. */
  negativeBinomial(mean: number, dispersion: number): number {
    return this.negativeBinomialSum(1, mean, dispersion);
  }

  /** The sum of `count` independent negative binomials in one draw; `count` need not be whole. */
  negativeBinomialSum(count: number, mean: number, dispersion: number): number {
    const kind = "negativeBinomial";
    if (!(count >= 0)) throw refusal(kind, "count", count, "0 or more");
    if (!(mean >= 0)) throw refusal(kind, "mean", mean, "0 or more");
    if (!(dispersion >= 0)) throw refusal(kind, "dispersion", dispersion, "0 or more");
    return drawNegativeBinomialSum(this.started(), count, mean, dispersion, this.gammaConstants);
  }

  /** 1 with this probability, else 0. */
  bernoulli(probability: number): 0 | 1 {
    return this.started().uniform() < probability ? 1 : 0;
  }

  /** An index into `weights` (0 or more, not all 0), with chances in their proportion. */
  choice(weights: ArrayLike<number>): number {
    let total = 0;
    for (let index = 0; index < weights.length; index++) total += weights[index]!;
    let rest = this.started().uniform() * total;
    for (let index = 0; index < weights.length; index++) {
      rest -= weights[index]!;
      if (rest < 0) return index;
    }
    return weights.length - 1;
  }

  /** The next draw starts the trial's stream from its beginning. */
  forget(): void {
    this.startedFor = -1;
  }

  /** The generator, at the beginning of its stream if the trial is a new one. */
  private started(): Sfc32 {
    const { trial } = this.clock;
    if (this.startedFor !== trial) {
      this.startedFor = trial;
      this.generator.start(this.key[0]!, this.key[1]!, trial);
    }
    return this.generator;
  }
}

/**
 * A stream of chance. Every kind of draw takes a fixed number of uniforms whatever its parameters,
 * and rises with them as far as the method allows: variants of a trial keep common random numbers.
 * Parameters outside the stated range throw a RangeError, which stops the run.
 */
export type RandomStream = Omit<AddressedStream, "forget">;

/** The default stream of a trial, and named ones: `random.stream("daily casualties")`. */
export type TrialRandom = RandomStream & Pick<ScenarioRandom, "stream">;

function refusal(kind: string, parameter: string, value: number, wanted: string): RangeError {
  return new RangeError(`random.${kind}: ${parameter} is ${value}, it must be ${wanted}`);
}

/** The chance of all trials of a scenario: set `trial` before running one. */
export class ScenarioRandom extends AddressedStream {
  private readonly streams = new Map<string, AddressedStream>();
  private readonly keyOf: (name: string) => Int32Array;
  private readonly now: Clock;

  constructor(seed: string, scenario: string) {
    const keyOf = (name: string) => keyWords([seed, scenario, "stream", name], 2);
    const now = { trial: -1 };
    super(keyOf(""), now);
    this.keyOf = keyOf;
    this.now = now;
  }

  /** Forgets which trial the streams have started for, so that a trial can be run again. */
  restart(): void {
    for (const stream of [this, ...this.streams.values()]) stream.forget();
  }

  set trial(trial: number) {
    this.now.trial = trial;
  }

  stream(name: string): RandomStream {
    let stream = this.streams.get(name);
    if (!stream) {
      stream = new AddressedStream(this.keyOf(name), this.now);
      this.streams.set(name, stream);
    }
    return stream;
  }
}
