import { describe, expect, test } from "vitest";
import { evaluateBelief } from "../../src/beliefs/evaluateBelief.ts";
import type { Distribution } from "../../src/distributions/distribution.ts";
import { drawPoisson } from "../../src/sampling/noise/drawPoisson.ts";
import { type RandomStream, ScenarioRandom } from "../../src/sampling/random.ts";
import type { Sfc32 } from "../../src/sampling/sfc32.ts";

const draws = 200_000;

function stream(trial = 0): RandomStream {
  const random = new ScenarioRandom("noise", "test");
  random.trial = trial;
  return random.stream("x");
}

/** Largest distance between the empirical and the exact cdf, in units where 1.95 is passed once in 1,000 (Kolmogorov). */
function kolmogorov(values: Float64Array, { cdf }: Distribution): number {
  const sorted = values.slice().sort();
  let distance = 0;
  for (const [k, value] of sorted.entries()) {
    const exact = cdf(value);
    distance = Math.max(distance, exact - k / draws, (k + 1) / draws - exact);
  }
  return distance * Math.sqrt(draws);
}

/** Chi-square over cells of about 1 % each, as the number of its standard deviations above what is expected. */
function chiSquareExcess(values: Float64Array, distribution: Distribution): number {
  const limits = [...new Set(Array.from({ length: 99 }, (_, k) => distribution.quantile((k + 1) / 100)))];
  const sorted = values.slice().sort();
  let chiSquare = 0;
  let before = 0;
  let counted = 0;
  for (const limit of [...limits, Infinity]) {
    const first = counted;
    while (counted < draws && sorted[counted]! <= limit) counted++;
    const until = limit === Infinity ? 1 : distribution.cdf(limit);
    const expected = (until - before) * draws;
    before = until;
    if (expected > 0) chiSquare += (counted - first - expected) ** 2 / expected;
  }
  const freedom = limits.length;
  return (chiSquare - freedom) / Math.sqrt(2 * freedom);
}

function sampleOf(draw: (random: RandomStream) => number): Float64Array {
  const random = stream();
  return Float64Array.from({ length: draws }, () => draw(random));
}

describe("noise has the exact distribution (right answer: cdf)", () => {
  test.each<[string, (random: RandomStream) => number, () => Distribution]>([
    ["uniform", (r) => r.uniform(2, 5), () => evaluateBelief("uniform(min: 2, max: 5)")],
    ["normal", (r) => r.normal(3, 2), () => evaluateBelief("normal(mean: 3, sd: 2)")],
    ["lognormal", (r) => r.lognormal(1, 0.5), () => evaluateBelief("lognormal(meanLog: 1, sdLog: 0.5)")],
    ["exponential", (r) => r.exponential(4), () => evaluateBelief("exponential(mean: 4)")],
    ["gamma, shape 0.3", (r) => r.gamma(0.3, 2), () => evaluateBelief("gamma(shape: 0.3, scale: 2)")],
    ["gamma, shape 1", (r) => r.gamma(1), () => evaluateBelief("gamma(shape: 1, scale: 1)")],
    ["gamma, shape 55", (r) => r.gamma(55, 0.1), () => evaluateBelief("gamma(shape: 55, scale: 0.1)")],
  ])("%s", (_, draw, exact) => {
    expect(kolmogorov(sampleOf(draw), exact())).toBeLessThan(1.95); // false alarm 1 in 1,000, at a fixed seed
  });

  test.each<[string, (random: RandomStream) => number, () => Distribution]>([
    ["Poisson, mean 0.7", (r) => r.poisson(0.7), () => evaluateBelief("poisson(mean: 0.7)")],
    ["Poisson, mean 9.9", (r) => r.poisson(9.9), () => evaluateBelief("poisson(mean: 9.9)")],
    ["Poisson, mean 10.1", (r) => r.poisson(10.1), () => evaluateBelief("poisson(mean: 10.1)")],
    ["Poisson, mean 1,000", (r) => r.poisson(1000), () => evaluateBelief("poisson(mean: 1000)")],
    ["Poisson, mean 3e6", (r) => r.poisson(3e6), () => evaluateBelief("poisson(mean: 3e6)")],
    [
      "binomial, 10 of 1/2",
      (r) => r.binomial(10, 0.5),
      () => evaluateBelief("binomial(n: 10, probability: 0.5)"),
    ],
    [
      "binomial, 100 of 0.3",
      (r) => r.binomial(100, 0.3),
      () => evaluateBelief("binomial(n: 100, probability: 0.3)"),
    ],
    [
      "binomial, 11,000 of 0.97",
      (r) => r.binomial(11000, 0.97),
      () => evaluateBelief("binomial(n: 11000, probability: 0.97)"),
    ],
    [
      "negative binomial",
      (r) => r.negativeBinomial(1000, 0.02),
      () => evaluateBelief("negativeBinomial(mean: 1000, dispersion: 0.02)"),
    ],
    [
      "negative binomial, small",
      (r) => r.negativeBinomial(3, 4),
      () => evaluateBelief("negativeBinomial(mean: 3, dispersion: 4)"),
    ],
  ])("%s", (_, draw, exact) => {
    expect(chiSquareExcess(sampleOf(draw), exact())).toBeLessThan(4); // false alarm about 1 in 10,000, at a fixed seed
  });
});

test("a month of daily counts in one draw has the mean and the variance of the sum (right answer)", () => {
  const [days, mean, dispersion] = [30.4375, 1000, 1 / 55];
  const values = sampleOf((random) => random.negativeBinomialSum(days, mean, dispersion));
  const expectedVariance = days * (mean + dispersion * mean * mean);
  const average = values.reduce((sum, value) => sum + value, 0) / draws;
  const variance = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / draws;
  expect(Math.abs(average - days * mean)).toBeLessThan(4 * Math.sqrt(expectedVariance / draws));
  expect(Math.abs(variance / expectedVariance - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
});

describe("Poisson noise is the inversion of its uniform", () => {
  const means = [0.3, 4, 9.99, 10, 10.7, 12, 16, 30, 85, 400, 1000, 20_000, 3e6, 1e10];
  // From one in 1e15 to one in 2, from both sides, and what lies next to whole numbers of the expansion.
  const uniforms = Array.from({ length: 400 }, (_, k) => {
    const tail = 0.5 * Math.exp(-34 * (k / 400) ** 2);
    return k % 2 === 0 ? tail : 1 - tail;
  });
  const drawAt = (uniform: number, mean: number) =>
    drawPoisson({ uniform: () => uniform } as unknown as Sfc32, mean);

  test.each(means)("of mean %d, to the count, however far out (right answer: the quantile)", (mean) => {
    const { quantile } = evaluateBelief(`poisson(mean: ${mean})`);
    for (const uniform of uniforms) {
      expect(drawAt(uniform, mean), `u = ${uniform}`).toBe(quantile(uniform));
    }
  });

  test("so that it never falls where the mean rises (law)", () => {
    const rising = Array.from({ length: 200 }, (_, k) => 2 * 1.05 ** k);
    for (const uniform of uniforms) {
      const counts = rising.map((mean) => drawAt(uniform, mean));
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    }
  });
});

describe("streams", () => {
  test("stay in step whatever the parameters: the next draw is the same (law)", () => {
    const kinds: ((random: RandomStream, size: number) => number)[] = [
      (random, size) => random.normal(size, size),
      (random, size) => random.gamma(size),
      (random, size) => random.poisson(size),
      (random, size) => random.binomial(Math.ceil(size), 0.4),
      (random, size) => random.negativeBinomial(size, size / 10),
      (random, size) => random.bernoulli(Math.min(1, size / 100)),
    ];
    for (const draw of kinds) {
      for (let trial = 0; trial < 300; trial++) {
        const next = [0.2, 5, 80, 3000].map((size) => {
          const random = stream(trial);
          draw(random, size);
          return random.uniform();
        });
        expect(new Set(next).size).toBe(1);
      }
    }
  });

  test("move a draw a little when a parameter moves a little (law)", () => {
    for (let trial = 0; trial < 2000; trial++) {
      const change = stream(trial).poisson(1010) - stream(trial).poisson(1000);
      // The mean's ten, and what five standard deviations of a wider distribution add.
      expect(Math.abs(change - 10)).toBeLessThan(2);
    }
  });

  test("are addressed by seed, scenario, name and trial alone (law)", () => {
    const first = (seed: string, scenario: string, name: string, trial: number) => {
      const random = new ScenarioRandom(seed, scenario);
      random.trial = trial;
      return random.stream(name).uniform();
    };
    const values = [
      first("a", "s", "x", 0),
      first("b", "s", "x", 0),
      first("a", "t", "x", 0),
      first("a", "s", "y", 0),
      first("a", "s", "x", 1),
    ];
    expect(new Set(values).size).toBe(values.length);
    const random = new ScenarioRandom("a", "s");
    for (const trial of [7, 3, 0]) {
      random.trial = trial;
      random.stream("other").uniform();
      if (trial === 0) expect(random.stream("x").uniform()).toBe(values[0]);
    }
  });

  test("refuse parameters that no distribution has, by name", () => {
    const random = stream();
    expect(() => random.gamma(-1)).toThrow("random.gamma: shape is -1, it must be above 0");
    expect(() => random.poisson(-5)).toThrow("random.poisson: mean is -5, it must be 0 or more");
    expect(() => random.binomial(2.5, 0.5)).toThrow("n is 2.5, it must be a whole number, 0 or more");
    expect(() => random.binomial(3, 1.5)).toThrow("probability is 1.5, it must be 0 to 1");
    expect(() => random.negativeBinomial(1, Number.NaN)).toThrow("dispersion is NaN, it must be 0 or more");
  });

  test("begin with these numbers (frozen)", () => {
    const random = stream();
    expect([
      random.uniform(),
      random.normal(),
      random.gamma(2),
      random.poisson(50),
      random.negativeBinomial(1000, 0.02),
    ]).toMatchInlineSnapshot(`
      [
        0.9870726510484927,
        -0.24932498247799215,
        2.1305077998309634,
        42,
        1128,
      ]
    `);
  });
});
