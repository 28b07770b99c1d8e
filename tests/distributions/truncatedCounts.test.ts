// Right answers for discrete beliefs that are cut: sums of their probabilities in 60 digits (Python's decimal), those
// of few values also by scipy 1.10, which gives the same.
import { describe, expect, test } from "vitest";
import { evaluateBelief } from "../../src/beliefs/evaluateBelief.ts";

const exact = 1e-12;

function expectRelative(found: number, right: number): void {
  expect(Math.abs(found - right)).toBeLessThanOrEqual(exact * Math.abs(right));
}

describe("mean and sd of a truncated count are exact", () => {
  test.each([
    ["truncate(poisson(0.1), min: 1)", 1.050833194477505, 0.22730180665682728],
    ["truncate(poisson(1e-6), min: 1)", 1.0000005000000833, 0.0007071068990376679],
    ["truncate(negativeBinomial(mean: 20, dispersion: 2), min: 1)", 23.701562118716424, 29.732662887375703],
    [
      "truncate(negativeBinomial(mean: 1000, dispersion: 30), max: 100)",
      3.2206413744012488,
      12.441658024183589,
    ],
    ["truncate(negativeBinomial(mean: 1000, dispersion: 30), min: 1)", 3438.662398681533, 9735.377441548939],
    [
      "truncate(negativeBinomial(mean: 1000, dispersion: 30), max: 100k)",
      962.1642154226471,
      5011.857380965894,
    ],
    ["truncate(negativeBinomial(1000M, 30), max: 1M)", 32257.55275886457, 123905.44825840744],
    ["truncate(poisson(1M), min: 1_001_000, max: 1_010_000)", 1001524.9890230277, 446.53947493222745],
    ["truncate(binomial(1M, 30%), min: 290k, max: 300_100)", 299695.87652226165, 294.76037060650003],
    // One chance in 1e285.
    ["truncate(poisson(1), min: 160)", 160.00624951484502, 0.07929743505816385],
  ])("%s", (text, mean, sd) => {
    const belief = evaluateBelief(text);
    expectRelative(belief.mean, mean);
    expectRelative(belief.sd, sd);
  });

  test("a cut that takes only zero leaves the moments of the others, by the law of total expectation", () => {
    const [whole, cut] = [
      evaluateBelief("negativeBinomial(1M, 30)"),
      evaluateBelief("truncate(negativeBinomial(1M, 30), min: 1)"),
    ];
    const left = whole.upperTail(0);
    expectRelative(cut.mean, whole.mean / left);
    expectRelative(cut.sd, Math.sqrt((whole.sd ** 2 + whole.mean ** 2) / left - (whole.mean / left) ** 2));
  });

  test("a cut where nothing is changes nothing", () => {
    const cut = evaluateBelief("truncate(poisson(1M), min: 1000, max: 1_900_000)");
    expectRelative(cut.mean, 1e6);
    expectRelative(cut.sd, 1e3);
  });
});

test("the quantiles of a truncated count land on its values, one after the other", () => {
  const cut = evaluateBelief("truncate(negativeBinomial(mean: 20, dispersion: 2), min: 1)");
  for (let value = 1; value < 200; value++) {
    const [below, above] = [cut.cdf(value), cut.upperTail(value)];
    // Each side is exact where it is the smaller.
    expect(below <= 0.5 ? cut.quantile(below) : cut.upperQuantile?.(above)).toBe(value);
  }
  expect(cut.support).toEqual([1, Number.POSITIVE_INFINITY]);
});

test("a single value may be left, and whole numbers only are", () => {
  const one = evaluateBelief("truncate(poisson(4.5), 3, 3)");
  expect([one.mean, one.sd, one.support]).toEqual([3, 0, [3, 3]]);
  expect(evaluateBelief("truncate(poisson(4.5), 2.5, 4.2)").support).toEqual([3, 4]);
  expect(() => evaluateBelief("truncate(poisson(4.5), 3.2, 3.8)")).toThrow(
    "no whole number between min and max",
  );
  expect(() => evaluateBelief("truncate(poisson(1), min: 1000)")).toThrow("the chance of it is 0");
});

test("what is left of single values keeps its proportions", () => {
  const left = evaluateBelief("truncate(discrete(10%: 0, 40%: 5, 50%: 7), min: 1)");
  expectRelative(left.mean, (4 * 5 + 5 * 7) / 9);
  expectRelative(left.sd, (2 * Math.sqrt(20)) / 9);
  const readColumn = () => [3, 1, 4, 1, 5];
  const data = evaluateBelief('truncate(empirical("a.csv", "b"), 2, 4)', { readColumn });
  expect([data.mean, data.sd, data.quantile(0.5)]).toEqual([3.5, 0.5, 3]);
  expect(() => evaluateBelief("truncate(discrete(50%: 0, 50%: 5), 1, 2)")).toThrow("no value lies there");
});

describe("what is left of a mixture is a mixture of what is left", () => {
  test("of counts", () => {
    const cut = evaluateBelief("truncate(mixture(50%: poisson(0.1), 50%: poisson(3)), min: 1)");
    const [rare, often] = [-Math.expm1(-0.1), -Math.expm1(-3)];
    // Cutting zero takes nothing from the sum: E[X given X ≥ 1] = E[X]/P(X ≥ 1), and E[X²] = λ + λ².
    const mean = (0.1 + 3) / (rare + often);
    expectRelative(cut.mean, mean);
    expectRelative(cut.sd, Math.sqrt((0.1 + 0.01 + 3 + 9) / (rare + often) - mean ** 2));
  });

  test("with a value at the cut, which stays", () => {
    const cut = evaluateBelief("truncate(mixture(30%: 5, 70%: uniform(0, 10)), min: 5)");
    expectRelative(cut.mean, (0.3 * 5 + 0.35 * 7.5) / 0.65);
    expectRelative(cut.cdf(5), 0.3 / 0.65);
  });

  test("and a truncated count may be part of one", () => {
    const part = evaluateBelief("mixture(50%: truncate(poisson(0.1), min: 1), 50%: 0)");
    expectRelative(part.mean, 1.050833194477505 / 2);
  });
});

test("a rare count in a mixture with a large one makes no quantile infinite", () => {
  const both = evaluateBelief("mixture(50%: poisson(0.1), 50%: truncate(negativeBinomial(1M, 30), min: 3))");
  const large = evaluateBelief("truncate(negativeBinomial(1M, 30), min: 3)");
  // Above 100 there is only the large one, at half of its chance.
  for (const p of [0.8, 0.9, 0.99]) expect(both.quantile(p)).toBe(large.quantile(2 * p - 1));
});

test("a count cut twice is cut once, at the inner ends", () => {
  const twice = evaluateBelief("truncate(truncate(poisson(100), min: 90), max: 120)");
  const once = evaluateBelief("truncate(poisson(100), 90, 120)");
  expect([twice.mean, twice.sd, twice.support]).toEqual([once.mean, once.sd, once.support]);
});

test("a quantile of single values is the smallest at which the probability is reached", () => {
  const coin = evaluateBelief("discrete(50%: 0, 50%: 5k)");
  expect([0.25, 0.5, 0.5 + 2 ** -50, 0.75].map(coin.quantile)).toEqual([0, 0, 5000, 5000]);
  // exp(−3) is 4.979 %.
  const count = evaluateBelief("poisson(3)");
  expect([0.0497, 0.05, 0.5].map(count.quantile)).toEqual([0, 1, 3]);
  expect(evaluateBelief("binomial(3, 50%)").quantile(0.5)).toBe(1);
});
