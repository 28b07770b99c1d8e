// What belief expressions mean: right answers (by hand) and laws.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { familyHelp, formHelp } from "../../src/beliefs/beliefHelp.ts";
import { BeliefProblem } from "../../src/beliefs/beliefProblem.ts";
import { evaluateBelief } from "../../src/beliefs/evaluateBelief.ts";

describe("right answers: numbers as people write them", () => {
  test.each<[string, number]>([
    ["11k", 11_000],
    ["11K", 11_000],
    ["2.3k", 2300],
    ["1.28M", 1_280_000],
    ["2B", 2e9],
    ["15%", 0.15],
    ["15 %", 0.15],
    ["0.1%", 0.001],
    ["11_000", 11_000],
    ["-3", -3],
    ["+3", 3],
    ["1e6", 1e6],
    ["2.5e-3", 0.0025],
    [".5", 0.5],
    ["0", 0],
    ["  42 ", 42],
  ])("%s is %d, and certain", (text, value) => {
    const belief = evaluateBelief(text);
    expect([belief.quantile(0), belief.quantile(0.5), belief.quantile(1)]).toEqual([value, value, value]);
    expect(belief.sd).toBe(0);
  });
});

/** Quantiles to about 12 digits. */
function expectQuantiles(text: string, quantiles: readonly (readonly [p: number, x: number])[]): void {
  const belief = evaluateBelief(text);
  for (const [p, x] of quantiles) expect(belief.quantile(p) / x).toBeCloseTo(1, 11);
}

describe("right answers: intervals, families, mixtures", () => {
  test("an interval of positive ends holds 90 % and has its median at their geometric mean", () => {
    expectQuantiles("10k to 40k", [
      [0.05, 10_000],
      [0.5, 20_000],
      [0.95, 40_000],
    ]);
  });

  test("an interval that reaches zero or below is normal: its median is the middle", () => {
    expectQuantiles("-4 to 8", [
      [0.05, -4],
      [0.5, 2],
      [0.95, 8],
    ]);
  });

  test("parameters mean the same by place, by name in any order, and mixed", () => {
    const means = [
      "pert(11k, 14k, 100k)",
      "pert(max: 100k, min: 11k, mode: 14k)",
      "pert(11k, 14k, max: 100k)",
    ].map((text) => evaluateBelief(text).mean);
    // (min + 4 mode + max) / 6
    for (const mean of means) expect(mean).toBeCloseTo(167_000 / 6, 8);
  });

  test("names choose between a family's ways to be given", () => {
    expectQuantiles("lognormal(p5: 11k, p95: 100k)", [
      [0.05, 11_000],
      [0.95, 100_000],
    ]);
    expect(evaluateBelief("lognormal(mean: 100, sd: 20)").mean).toBeCloseTo(100, 10);
    expectQuantiles("lognormal(3, 1)", [[0.5, Math.exp(3)]]);
  });

  test("a mixture's mean is the weighted mean, and its parts can be any beliefs", () => {
    expect(evaluateBelief("mixture(70%: uniform(10, 20), 30%: 40)").mean).toBeCloseTo(
      0.7 * 15 + 0.3 * 40,
      12,
    );
    expect(evaluateBelief("mixture(33.3%: 0, 33.3%: 3, 33.3%: 6)").mean).toBeCloseTo(3, 12);
    expect(evaluateBelief("mixture(100%: 7, 0%: 1000)").support).toEqual([7, 7]);
  });

  test("truncate cuts either side, by place or by name", () => {
    expect(evaluateBelief("truncate(normal(14k, 3k), 10k, 20k)").support).toEqual([10_000, 20_000]);
    expect(evaluateBelief("truncate(11k to 15k, max: 20k)").support).toEqual([0, 20_000]);
    // Half of a uniform is a uniform.
    expectQuantiles("truncate(uniform(0, 10), min: 5)", [[0.5, 7.5]]);
  });

  test("discrete values come with their chances", () => {
    const belief = evaluateBelief("discrete(10%: 0, 90%: 5k)");
    expect(belief.mean).toBe(4500);
    expect([belief.quantile(0.1), belief.quantile(0.11)]).toEqual([0, 5000]);
  });

  test("quantiles go through their points and keep their bound", () => {
    expectQuantiles("quantiles(5%: 11k, 50%: 20k, 95%: 60k, min: 1)", [
      [0.05, 11_000],
      [0.5, 20_000],
      [0.95, 60_000],
    ]);
    expect(evaluateBelief("quantiles(5%: 11k, 50%: 20k, 95%: 60k, min: 0)").support[0]).toBe(0);
  });

  test("empirical data come from the reader that is handed in", () => {
    const asked: string[] = [];
    const readColumn = (file: string, column: string) => {
      asked.push(file, column);
      return [3, 1, 2];
    };
    const belief = evaluateBelief('empirical("losses.csv", "personnel")', { readColumn });
    expect(asked).toEqual(["losses.csv", "personnel"]);
    expect(belief.mean).toBeCloseTo(2, 12);
    expect(belief.support).toEqual([1, 3]);
  });
});

describe("right answers: hedges by their written rule", () => {
  test("about: the figure is the median, nine in ten lie within the factor", () => {
    expectQuantiles("about 11k", [
      [0.05, 11_000 / 1.1],
      [0.5, 11_000],
      [0.95, 12_100],
    ]);
    expectQuantiles("about 11k (within 50%)", [[0.95, 16_500]]);
    expectQuantiles("about 11k (within 1100)", [[0.95, 12_100]]);
  });

  test("up to: a hard ceiling, most likely at 85 % of it, never under half of that", () => {
    const belief = evaluateBelief("up to 20k");
    expect(belief.support).toEqual([8500, 20_000]);
    expect(belief.mean).toBeCloseTo((8500 + 4 * 17_000 + 20_000) / 6, 8);
    expect(evaluateBelief("up to 20k (typically 17k)").mean).toBeCloseTo(belief.mean, 8);
    expect(evaluateBelief("up to 20k (typically 100%)").support).toEqual([10_000, 20_000]);
  });

  test("over and at least: a hard floor, most likely 15 % above it, no ceiling", () => {
    const belief = evaluateBelief("over 1000");
    expect(belief.support).toEqual([1000, Number.POSITIVE_INFINITY]);
    // The excess is lognormal with mode 150 and sd of the log 0.6: its median is 150 exp(0.36).
    expectQuantiles("over 1000", [[0.5, 1000 + 150 * Math.exp(0.36)]]);
    expect(belief.mean).toBeCloseTo(1000 + 150 * Math.exp(0.36 + 0.18), 8);
    expect(belief.cdf(1000)).toBe(0);
    expect(belief.cdf(1300) + belief.upperTail(1300)).toBeCloseTo(1, 14);
    expect(evaluateBelief("at least 1000").mean).toBe(belief.mean);
    expectQuantiles("over 1000 (typically 130%)", [[0.5, 1000 + 300 * Math.exp(0.36)]]);
  });

  test("between: two limits and nothing more, unless a typical value is told", () => {
    expectQuantiles("between 11k and 100k", [
      [0.25, 33_250],
      [0.5, 55_500],
    ]);
    expect(evaluateBelief("between 11k and 100k (typically 30k)").mean).toBeCloseTo(
      (11_000 + 120_000 + 100_000) / 6,
      8,
    );
  });

  test("law: a hedge scales with its figure, whatever its currency", () => {
    for (const hedge of ["about", "up to", "over", "at least"]) {
      for (const p of [0.05, 0.5, 0.95]) {
        const small = evaluateBelief(`${hedge} 3`).quantile(p);
        expect(evaluateBelief(`${hedge} 3M`).quantile(p) / small).toBeCloseTo(1e6, 3);
      }
    }
  });
});

test("law: every example in the help is a belief", () => {
  // Two years of days from 1 January 2023.
  const days = Array.from({ length: 730 }, (_, i) => 19_358 + i);
  const options = { readColumn: () => days.map((day) => 100 + (day % 7)), readDays: () => days };
  for (const { example } of formHelp()) {
    expect(() => evaluateBelief(example, options), example).not.toThrow();
  }
});

test("law: the help names every family with all that its parameters mean", () => {
  const help = familyHelp();
  expect(help.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["uniform", "pert", "lognormal", "beta"]),
  );
  for (const { signatures } of help) {
    for (const { parameters } of signatures)
      for (const { meaning } of parameters) expect(meaning).not.toBe("");
  }
});

test("law: whatever is written, it is a belief or a BeliefProblem with a place in the text", () => {
  const names = familyHelp().map(({ name }) => name);
  const piece = fc.constantFrom(
    ...names.map((name) => `${name}(`),
    ...[
      "mixture(",
      "truncate(",
      "discrete(",
      "quantiles(",
      "empirical(",
      "about ",
      "up to ",
      "over ",
      "between ",
    ],
    ...[
      "(",
      ")",
      ")",
      ",",
      ", ",
      ":",
      "%: ",
      " to ",
      " and ",
      "11k",
      "0",
      "-1",
      "1e308",
      "50%",
      "0.5",
      "1e99",
      "2",
    ],
    ...[
      "min: ",
      "max: ",
      "p5: ",
      "(typically ",
      "(within ",
      '"a"',
      "nan",
      "=",
      "11,000",
      " ",
      "k",
      "000",
      "\u0000",
      "é",
    ],
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(text, (written) => {
      try {
        const [low, high] = evaluateBelief(written).support;
        expect(low).toBeLessThanOrEqual(high);
      } catch (error) {
        if (!(error instanceof BeliefProblem)) throw error;
        expect(error.span.start).toBeLessThanOrEqual(error.span.end);
        expect(error.span.end).toBeLessThanOrEqual(written.length);
        expect(error.message).not.toBe("");
      }
    }),
    { seed: 1, numRuns: 4000 },
  );
});

describe("right answers: what people write is understood", () => {
  test.each<[written: string, canonical: string]>([
    ["11,000", "11k"],
    ["1,280,000 to 2M", "1.28M to 2M"],
    ["about 11,000", "about 11k"],
    ["11 000", "11k"],
    ["11\u202f000 to 12\u00a0000", "11k to 12k"],
    ["11'000", "11k"],
    ["pert(11 000, 14 000, 100 000)", "pert(11k, 14k, 100k)"],
    ["1.092B", "1092M"],
    ["−5", "-5"],
    ["11k-40k", "11k to 40k"],
    ["11k – 40k", "11k to 40k"],
    ["-5-10", "-5 to 10"],
    ["5 to 10%", "5% to 10%"],
    ["5-10%", "5% to 10%"],
    ["between 5 and 10%", "between 5% and 10%"],
    ["between 11k to 40k", "between 11k and 40k"],
    ["around 20000", "about 20k"],
    ["roughly 15%", "about 15%"],
    ["nearly 20k", "about 20k"],
    ["Almost 20k (within 5%)", "about 20k (within 5%)"],
    ["at most 30", "up to 30"],
    ["under 30", "up to 30"],
    ["less than 30 (typically 70%)", "up to 30 (typically 70%)"],
    ["no more than 30", "up to 30"],
    ["more than 5k", "over 5k"],
    ["at least 5k", "over 5k"],
    ["mixture(50%: more than 5k, 50%: 3)", "mixture(50%: over 5k, 50%: 3)"],
    ["90%: 20 to 30", "20 to 30"],
    ["80%: 20 to 30", "lognormal(p10: 20, p90: 30)"],
    ["p10: 20, p90: 30", "lognormal(p10: 20, p90: 30)"],
    ["p5: 20, p95: 30", "20 to 30"],
    ["p10: -3, p90: 3", "normal(p10: -3, p90: 3)"],
    ["p10: 1, p50: 2, p90: 5", "quantiles(10%: 1, 50%: 2, 90%: 5)"],
  ])("%s is %s", (written, canonical) => {
    for (const p of [0.01, 0.3, 0.5, 0.8, 0.99])
      expect(evaluateBelief(written).quantile(p)).toBeCloseTo(evaluateBelief(canonical).quantile(p), 9);
  });

  test("a family goes through the quantiles that are named", () => {
    expectQuantiles("normal(p25: 10, p75: 20)", [
      [0.25, 10],
      [0.75, 20],
    ]);
    expectQuantiles("lognormal(p10: 20, p50: 22)", [
      [0.1, 20],
      [0.5, 22],
    ]);
    expectQuantiles("beta(p5: 10%, p95: 30%)", [
      [0.05, 0.1],
      [0.95, 0.3],
    ]);
  });

  test("beta by mean and sd: mean 1/5 and sd 1/10 are beta(3, 12)", () => {
    // alpha + beta = 0.2 · 0.8 / 0.01 − 1 = 15
    expect(evaluateBelief("beta(mean: 20%, sd: 10%)").quantile(0.3)).toBeCloseTo(
      evaluateBelief("beta(3, 12)").quantile(0.3),
      12,
    );
  });

  test("log-uniform: the median is the geometric mean, the mean is (b − a)/log(b/a)", () => {
    const belief = evaluateBelief("logUniform(1, 100)");
    expect(belief.quantile(0.5)).toBeCloseTo(10, 12);
    expect(belief.mean).toBeCloseTo(99 / Math.log(100), 12);
    expect(belief.sd).toBeCloseTo(Math.sqrt(9999 / (2 * Math.log(100)) - (99 / Math.log(100)) ** 2), 11);
  });
});
