// Right answers: metalogs that are distributions with a closed form, and those that are none.
import { describe, expect, test } from "vitest";
import { ParameterProblem } from "../../src/distributions/distribution.ts";
import { metalog, metalogThrough } from "../../src/distributions/metalog.ts";
import { expectRelative } from "../numeric/expectRelative.ts";

const infinite = Number.POSITIVE_INFINITY;

describe("a metalog", () => {
  test("of two terms is the logistic distribution (right answer)", () => {
    const { kind, support, mean, sd, quantile, upperQuantile, cdf, upperTail } = metalog([10, 2]);
    expect([kind, ...support]).toEqual(["continuous", -infinite, infinite]);
    expectRelative(mean, 10, 1e-13);
    expectRelative(sd, (2 * Math.PI) / Math.sqrt(3), 1e-11);
    expect([quantile(0), quantile(0.5), quantile(1)]).toEqual([-infinite, 10, infinite]);
    expectRelative(quantile(1e-300), 10 + 2 * Math.log(1e-300), 1e-15);
    expectRelative(upperQuantile!(1e-300), 10 - 2 * Math.log(1e-300), 1e-15);
    for (const x of [-1000, -3, 9, 10, 10.5, 17, 900]) {
      const odds = Math.exp((x - 10) / 2);
      expectRelative(cdf(x), odds < 1 ? odds / (1 + odds) : 1 / (1 + 1 / odds), 3e-13);
      expectRelative(upperTail(x), 1 / (1 + odds), 3e-13);
    }
  });

  test("has tails of 0 where they are no doubles any more (right answer)", () => {
    const { cdf, upperTail } = metalog([0, 1]);
    expect([cdf(-800), upperTail(-800), cdf(800), upperTail(800)]).toEqual([0, 1, 1, 0]);
    expect([cdf(-infinite), upperTail(-infinite), cdf(infinite), upperTail(infinite)]).toEqual([0, 1, 1, 0]);
    expectRelative(cdf(-743), Math.exp(-743), 0.1); // of so small a number two digits are left
    expectRelative(upperTail(743), Math.exp(-743), 0.1);
  });

  test("of p alone is uniform (right answer)", () => {
    const { support, mean, sd, quantile, cdf, upperTail } = metalog([3, 0, 0, 2]);
    expect(support).toEqual([2, 4]);
    expectRelative(mean, 3, 1e-13);
    expectRelative(sd, 2 / Math.sqrt(12), 1e-11);
    expect([quantile(0), quantile(0.25), quantile(1)]).toEqual([2, 2.5, 4]);
    for (const share of [0.001, 0.25, 0.5, 0.9]) {
      expectRelative(cdf(2 + 2 * share), share, 1e-12);
      expectRelative(upperTail(2 + 2 * share), 1 - share, 1e-12);
    }
    expect([cdf(2), upperTail(2), cdf(4), upperTail(4)]).toEqual([0, 1, 1, 0]);
    expect([cdf(1), upperTail(1), cdf(5), upperTail(5)]).toEqual([0, 1, 1, 0]);
  });

  test("above a bound, below one and between two: odds, and the uniform (right answer)", () => {
    // log x = log p/q
    const odds = metalogThrough(
      [
        { p: 0.5, x: 1 },
        { p: 0.75, x: 3 },
      ],
      { lower: 0 },
    );
    expect(odds.support).toEqual([0, infinite]);
    const mirrored = metalogThrough(
      [
        { p: 0.25, x: -3 },
        { p: 0.5, x: -1 },
      ],
      { upper: 0 },
    );
    expect(mirrored.support).toEqual([-infinite, 0]);
    for (const x of [1e-6, 0.25, 1, 7, 1e6]) {
      expectRelative(odds.cdf(x), x / (1 + x), 1e-13);
      expectRelative(odds.upperTail(x), 1 / (1 + x), 1e-13);
      expectRelative(odds.quantile(x / (1 + x)), x, 1e-9);
      expectRelative(mirrored.cdf(-x), 1 / (1 + x), 1e-13);
    }
    expect([odds.cdf(-1), odds.upperTail(-1), odds.cdf(0), odds.upperTail(0)]).toEqual([0, 1, 0, 1]);
    expect([mirrored.cdf(1), mirrored.upperTail(1), mirrored.cdf(0), mirrored.upperTail(0)]).toEqual([
      1, 0, 1, 0,
    ]);
    const uniform = metalogThrough(
      [
        { p: 0.25, x: 0.25 },
        { p: 0.75, x: 0.75 },
      ],
      { lower: 0, upper: 1 },
    );
    expect(uniform.support).toEqual([0, 1]);
    for (const x of [1e-6, 0.25, 0.5, 0.9]) expectRelative(uniform.cdf(x), x, 1e-12);
  });

  test("of many terms has the probability of each of its quantiles (law)", () => {
    const coefficients = [10, 2, 0.5, 1, 3, -0.5, 2, 0.25];
    const { quantile, upperQuantile, cdf, upperTail } = metalog(coefficients);
    for (const p of [1e-250, 1e-12, 0.02, 0.3, 0.5]) {
      expectRelative(cdf(quantile(p)), p, 1e-12);
      expectRelative(upperTail(upperQuantile!(p)), p, 1e-12);
    }
  });
});

describe("coefficients make a metalog", () => {
  const refused = (coefficients: number[]) => () => metalog(coefficients);

  test("where the slope is above 0 at its lowest, here p = 1/2: a₂ + a₄/4 (right answer by hand)", () => {
    expect(metalog([0, 1, 0, -3.99]).quantile(0.5)).toBe(0);
    expect(refused([0, 1, 0, -4.01])).toThrow("its curve would fall near p = 0.5;");
    expect(refused([0, 0])).toThrow(ParameterProblem);
    expect(refused([0, -1])).toThrow("; take quantiles that bend less, fewer of them, or a bound");
  });

  test("also between the points at which it is looked at (right answer by hand)", () => {
    // The slope is 1 + a₄/4 + u/128 + u²/4 for small u = log p/q: at u = −1/64 it is 1/128² below its value at 0 and −1/32.
    for (const side of [-1, 1]) {
      expect(refused([0, 1, side / 64, -4 + 0.5 * 4 * 2 ** -14])).toThrow("would fall near p = 0.5;");
      expect(metalog([0, 1, side / 64, -4 + 1.5 * 4 * 2 ** -14]).kind).toBe("continuous");
    }
  });

  test.each([1e-30, 1e-100, 1e-200])("not where it falls in a tail of %s (right answer by hand)", (size) => {
    // The slope is p q of the uniform, and towards an end ± half of what is added.
    expect(refused([0, 0, size, 1])).toThrow(/would fall near p = \d.*e-\d+;/);
    expect(refused([0, 0, -size, 1])).toThrow("would fall near p = 1;");
    expect(metalog([0, size, size, 1]).kind).toBe("continuous");
  });

  test("only if they are numbers", () => {
    expect(refused([0, Number.NaN])).toThrow("coefficient is not a number");
    expect(refused([infinite, 1])).toThrow("coefficient is infinity");
  });
});

describe("quantiles make a metalog", () => {
  const even = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ p: (i + 1) / (count + 1), x: i - (count - 1) / 2 }));
  const refused =
    (points: { p: number; x: number }[], bounds = {}) =>
    () =>
      metalogThrough(points, bounds);

  test("if there are 2 to 12", () => {
    expect(refused([{ p: 0.5, x: 1 }])).toThrow("there are 1 quantiles, from 2 to 12 are allowed");
    expect(refused(even(13))).toThrow("there are 13 quantiles, from 2 to 12 are allowed");
    expect(metalogThrough(even(2)).quantile(0.5)).toBeCloseTo(0, 12);
    const logistic = even(12).map(({ p }) => ({ p, x: Math.log(p / (1 - p)) }));
    expect(metalogThrough(logistic).quantile(0.9)).toBeCloseTo(Math.log(9), 6);
  });

  test.each([0, 1, -0.1, 1.1, Number.NaN])("if no probability is %s", (p) => {
    expect(refused([{ p, x: 1 }, ...even(2)])).toThrow(
      `the probability of a quantile is ${p}, it must lie between 0 and 1, both left out`,
    );
  });

  test("if both rise, and all are finite", () => {
    expect(
      refused([
        { p: 0.5, x: 1 },
        { p: 0.5, x: 2 },
      ]),
    ).toThrow("the probability 0.5 comes after 0.5, it must be greater");
    expect(
      refused([
        { p: 0.25, x: 2 },
        { p: 0.5, x: 2 },
      ]),
    ).toThrow("the quantile 2 at 0.5 comes after 2 at 0.25, it must be greater");
    expect(
      refused([
        { p: 0.25, x: 2 },
        { p: 0.5, x: infinite },
      ]),
    ).toThrow("quantile is infinity");
  });

  test("if they lie within the bounds, which are left out", () => {
    const points = [
      { p: 0.25, x: 2 },
      { p: 0.75, x: 4 },
    ];
    for (const lower of [2, 3])
      expect(refused(points, { lower })).toThrow(
        `the quantile 2 at 0.25 must be greater than the lower bound ${lower}`,
      );
    for (const upper of [3, 4])
      expect(refused(points, { upper })).toThrow(
        `the quantile 4 at 0.75 must be less than the upper bound ${upper}`,
      );
    expect(metalogThrough(points, { lower: 1, upper: 5 }).support).toEqual([1, 5]);
    const parameterOf = (bounds: object) => {
      try {
        metalogThrough(points, bounds);
      } catch (problem) {
        return (problem as ParameterProblem).parameter;
      }
      return "none";
    };
    expect([parameterOf({ lower: 3 }), parameterOf({ upper: 3 })]).toEqual(["lower", "upper"]);
  });
});
