// Right answers: what no distribution can be made of is refused in a sentence with the parameter and its value.
import { describe, expect, test } from "vitest";
import { ParameterProblem } from "../../src/distributions/distribution.ts";
import {
  discrete,
  empirical,
  families,
  metalogThrough,
  mixture,
  scaled,
  truncated,
} from "../../src/distributions/index.ts";
import { create } from "./referenceCases.ts";

const refusals: readonly [family: string, parameters: Record<string, number>, sentence: string][] = [
  ["triangular", { min: 20, mode: 10, max: 30 }, "mode is 10, it must lie between min 20 and max 30"],
  ["pert", { min: 0, mode: 2, max: 1 }, "mode is 2, it must lie between min 0 and max 1"],
  ["pert", { min: 0, mode: 0, max: 1, shape: -1 }, "shape is -1, it must not be negative"],
  ["uniform", { min: 3, max: 2 }, "min is 3, it must not be greater than max 2"],
  ["normal", { mean: 0, sd: -2 }, "sd is -2, it must not be negative"],
  ["normal", { mean: Number.NaN, sd: 1 }, "mean is not a number, it must be a finite number"],
  ["lognormal", { p5: 0, p95: 3 }, "p5 is 0, it must be greater than 0"],
  ["lognormal", { p5: 4, p95: 3 }, "p5 is 4, it must not be greater than p95 3"],
  [
    "lognormal",
    { meanLog: 11_000, sdLog: 1 },
    "meanLog is 11k, it must lie between −700 and 700: it is a logarithm",
  ],
  ["beta", { alpha: 0, beta: 1 }, "alpha is 0, it must be greater than 0"],
  ["gamma", { shape: 1e20, scale: 1 }, "shape is 1e20, it must lie between 0.000001 and 1000B"],
  ["exponential", { rate: 0 }, "rate is 0, it must be greater than 0"],
  ["t", { df: -1 }, "df is -1, it must be greater than 0"],
  ["pareto", { shape: 1, scale: 0 }, "scale is 0, it must be greater than 0"],
  ["poisson", { mean: -1 }, "mean is -1, it must not be negative"],
  ["binomial", { n: 2.5, probability: 0.5 }, "n is 2.5, it must be a whole number from 0 on"],
  ["bernoulli", { probability: 15 }, "probability is 15, it must lie between 0 and 1"],
  ["negativeBinomial", { size: 1, probability: 0 }, "probability is 0, it must be above 0 and at most 1"],
];

test.each(refusals)("%s %o is refused: %s", (family, parameters, sentence) => {
  const culprit = sentence.split(" ", 1)[0];
  expect(() => create(family, parameters)).toThrow(new ParameterProblem(sentence, culprit));
});

test("a family of no width is one value", () => {
  const certain = [
    create("uniform", { min: 7, max: 7 }),
    create("triangular", { min: 7, mode: 7, max: 7 }),
    create("pert", { min: 7, mode: 7, max: 7 }),
    create("normal", { mean: 7, sd: 0 }),
    create("lognormal", { p5: 7, p95: 7 }),
    create("lognormal", { mean: 7, sd: 0 }),
    create("binomial", { n: 7, probability: 1 }),
    empirical([7, 7]),
  ];
  for (const distribution of certain) {
    expect([
      distribution.quantile(0.01),
      distribution.quantile(0.99),
      distribution.mean,
      distribution.sd,
    ]).toEqual([7, 7, 7, 0]);
  }
});

test("every family says what it and its parameters mean, and has a name of its own", () => {
  expect(new Set(families.map(({ name }) => name)).size).toBe(families.length);
  for (const { meaning, signatures } of families) {
    expect(meaning).toMatch(/^Take it .*\.$/);
    expect(signatures.length).toBeGreaterThan(0);
    for (const { parameters } of signatures) {
      for (const parameter of parameters) expect(parameter.meaning.length).toBeGreaterThan(3);
    }
  }
});

describe("combinations", () => {
  const normal = create("normal", { mean: 0, sd: 1 });

  test("a truncation that leaves nothing is refused", () => {
    expect(() => truncated(normal, 2, 1)).toThrow("min is 2, it must not be greater than max 1");
    expect(() => truncated(create("uniform", { min: 0, max: 1 }), 2, 3)).toThrow(
      "nothing is left between 2 and 3: the values lie between 0 and 1",
    );
    expect(() => truncated(create("gamma", { shape: 1, scale: 1 }), 1e4, 1e5)).toThrow(
      "the chance of it is 0",
    );
  });

  test("a truncation beyond the ends changes nothing", () => {
    expect(truncated(normal, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)).toBe(normal);
  });

  test("a truncated uniform is a uniform, a truncated exponential starts anew", () => {
    const uniform = truncated(create("uniform", { min: 0, max: 10 }), 2, 4);
    expect([uniform.mean, uniform.quantile(0.25)]).toEqual([expect.closeTo(3, 9), expect.closeTo(2.5, 12)]);
    expect(uniform.sd).toBeCloseTo(2 / Math.sqrt(12), 9);
    const exponential = truncated(create("exponential", { mean: 3 }), 500, Number.POSITIVE_INFINITY);
    expect(exponential.mean).toBeCloseTo(503, 8);
    expect(exponential.sd).toBeCloseTo(3, 8);
    expect(exponential.quantile(0.5)).toBeCloseTo(500 + 3 * Math.LN2, 10);
  });

  test("weights must be numbers that are not all zero", () => {
    expect(() => mixture([])).toThrow("a mixture has no components");
    expect(() => mixture([{ weight: -1, distribution: normal }])).toThrow("a weight is -1");
    expect(() => discrete([{ value: 1, weight: 0 }])).toThrow("the weights add up to 0");
    expect(() => empirical([])).toThrow("there are no data");
    expect(() => empirical([1, Number.NaN])).toThrow("a value is not a number");
  });

  test("a mixture over a gap gives the last value before it", () => {
    const gap = mixture([
      { weight: 0.5, distribution: create("uniform", { min: 0, max: 1 }) },
      { weight: 0.5, distribution: create("uniform", { min: 2, max: 3 }) },
    ]);
    expect(gap.quantile(0.5)).toBe(1);
  });

  test("a factor must be positive; another unit scales every figure", () => {
    expect(() => scaled(normal, 0)).toThrow("the factor is 0");
    const monthly = scaled(create("normal", { mean: 1000, sd: 100 }), 30.4375);
    expect([monthly.mean, monthly.sd, monthly.cdf(30_437.5)]).toEqual([30_437.5, 3043.75, 0.5]);
  });
});

describe("metalog", () => {
  const points = [
    { p: 0.05, x: 11_000 },
    { p: 0.5, x: 20_000 },
    { p: 0.95, x: 60_000 },
  ];
  test("it goes through its quantiles, bounded or not", () => {
    for (const bounds of [{}, { lower: 0 }, { lower: 10_000, upper: 90_000 }]) {
      for (const { p, x } of points)
        expect(metalogThrough(points, bounds).quantile(p) / x).toBeCloseTo(1, 12);
    }
  });
  test("through five points of a normal it is that normal between them, to a hundredth of its sd", () => {
    const normal = create("normal", { mean: 10, sd: 2 });
    const found = metalogThrough([0.05, 0.25, 0.5, 0.75, 0.95].map((p) => ({ p, x: normal.quantile(p) })));
    for (let p = 0.05; p <= 0.95; p += 0.01) {
      expect(Math.abs(found.quantile(p) - normal.quantile(p))).toBeLessThan(0.01 * normal.sd);
    }
    expect(found.mean).toBeCloseTo(10, 12);
  });
  test("quantiles whose curve would fall are refused", () => {
    const bent = [
      { p: 0.1, x: 1 },
      { p: 0.5, x: 2 },
      { p: 0.9, x: 100 },
    ];
    expect(() => metalogThrough(bent)).toThrow(/would fall near p = 0/);
    // Keelin (2016), equation for three terms: feasible from (x50 − x10)/(x90 − x10) = 0.1666 on.
    const three = (share: number) => [
      { p: 0.1, x: 0 },
      { p: 0.5, x: share },
      { p: 0.9, x: 1 },
    ];
    expect(() => metalogThrough(three(0.16))).toThrow(ParameterProblem);
    expect(metalogThrough(three(0.17)).quantile(0.5)).toBeCloseTo(0.17, 12);
    expect(() => metalogThrough(three(0.84))).toThrow(ParameterProblem);
    expect(metalogThrough(three(0.83)).quantile(0.5)).toBeCloseTo(0.83, 12);
  });
  test("quantiles out of order or beyond a bound are refused", () => {
    expect(() => metalogThrough([...points].reverse())).toThrow("the probability 0.5 comes after 0.95");
    expect(() =>
      metalogThrough([
        { p: 0.1, x: 2 },
        { p: 0.9, x: 1 },
      ]),
    ).toThrow("the quantile 1 at 0.9 comes after 2");
    expect(() => metalogThrough(points, { lower: 12_000 })).toThrow("greater than the lower bound 12k");
    expect(() =>
      metalogThrough([
        { p: 0, x: 2 },
        { p: 0.9, x: 3 },
      ]),
    ).toThrow("the probability of a quantile is 0");
  });
});
