import { describe, expect, test } from "vitest";
import { assumptionInterpretations } from "../../src/assumptions/assumptionInterpretations.ts";
import type { Assumption } from "../../src/assumptions/assumptions.ts";
import { evaluateInputBelief } from "../../src/assumptions/evaluateInputBelief.ts";
import { describeInput, type InputDeclaration, nonNegative, share } from "../../src/assumptions/input.ts";
import { typicalBetween } from "../../src/beliefs/alternativeShapes.ts";
import { evaluateBelief } from "../../src/beliefs/evaluateBelief.ts";
import { hedgeRules } from "../../src/beliefs/hedges.ts";
import { interpretationsOf } from "../../src/beliefs/interpretations.ts";

const beliefsOf = (text: string) => interpretationsOf(text).map(({ belief }) => belief);
const hedged = [
  ...hedgeRules.map(({ example }) => example),
  "11k to 100k",
  "-3 to 5",
  "uniform(0%, 100%)",
  "triangular(1, 2, 9)",
  "pert(max: 9, min: 1, mode: 1)",
  "normal(14k, 3k)",
  "beta(2, 3)",
  "quantiles(5%: 11k, 50%: 20k, 95%: 60k)",
  "truncate(normal(14k, 3k), min: 10k)",
  "mixture(35%: uniform(0, 40), 65%: 50 to 100)",
  "1e-8 to 1e-7",
];

describe("right answers", () => {
  test("two limits are read as uniform, triangular, PERT, lognormal and normal through the same figures", () => {
    expect(beliefsOf("between 11k and 100k")).toEqual([
      "triangular(11k, 30k, 100k)",
      "pert(11k, 30k, 100k)",
      "11k to 100k",
      "normal(p5: 11k, p95: 100k)",
      "truncate(11k to 100k, min: 11k, max: 100k)",
    ]);
  });

  test("a belief that names its most likely value keeps it", () => {
    expect(beliefsOf("pert(11k, 14k, 100k)")).toContain("triangular(11k, 14k, 100k)");
    expect(beliefsOf("between 11k and 100k (typically 20k)")).toContain("triangular(11k, 20k, 100k)");
    expect(beliefsOf("up to 20k")).toContain("triangular(8.5k, 17k, 20k)");
    expect(beliefsOf("about 11k")).toContain("triangular(10k, 11k, 12.1k)");
  });

  test.each([
    [11_000, 100_000, 30_000],
    [1, 100, 10],
    [11, 14, 12],
    [900, 1000, 950],
    [0, 6, 3],
    [-10, 30, 10],
  ])("a guess between %d and %d is %d", (low, high, guess) => {
    expect(typicalBetween(low, high)).toBe(guess);
  });

  test("a ceiling is also read as a typical value, and its parameter at both other ends", () => {
    const names = interpretationsOf("up to 20k").map(({ name, belief, aspect }) => [aspect, name, belief]);
    expect(names).toContainEqual(["figure", "a typical value", "about 20k"]);
    expect(names).toContainEqual(["parameter", "typically 67%", "up to 20k (typically 67%)"]);
    expect(names).toContainEqual(["parameter", "typically 95%", "up to 20k (typically 95%)"]);
  });

  test("each part of a mixture may be all there is, and a truncation stays", () => {
    expect(beliefsOf("mixture(35%: 1 to 2, 65%: 7)")).toEqual(["1 to 2", "7"]);
    expect(beliefsOf("truncate(uniform(1, 9), max: 5)")).toContain("truncate(triangular(1, 3, 9), max: 5)");
  });
});

describe("laws", () => {
  test.each(["11k", "15%", "discrete(10%: 0, 90%: 5k)", "poisson(3)", "pert(5, 5, 5)", "lognormal(1, 0)"])(
    "%s has no other reading",
    (text) => expect(beliefsOf(text)).toEqual([]),
  );

  test.each(hedged)(
    "every reading of %s is another belief than the one written, under a name of its own",
    (text) => {
      const readings = interpretationsOf(text);
      expect(readings.length).toBeGreaterThan(1);
      expect(new Set(readings.map(({ name }) => name)).size).toBe(readings.length);
      const probes = [0.01, 0.2, 0.5, 0.8, 0.99];
      const values = [text, ...readings.map(({ belief }) => belief)].map((belief) =>
        probes.map((p) => evaluateBelief(belief).quantile(p)).join(),
      );
      expect(new Set(values).size).toBe(values.length);
    },
  );

  const inputs: [InputDeclaration, string, string][] = [
    [share(), "1", "uniform(20%, 90%)"],
    [share(), "%", "uniform(20, 60)"],
    [nonNegative("months"), "years", "uniform(0, 2)"],
    [nonNegative("1"), "1", "5 to 50"],
    ["1", "1", "-3 to 5"],
  ];
  test.each(inputs)(
    "within the bounds of %j (written in %s), all readings of %s are there and inside",
    (input, unit, belief) => {
      const bounds = describeInput("x", input);
      const distribution = evaluateInputBelief(belief, unit, bounds);
      const assumption: Assumption = {
        name: "x",
        belief,
        unit,
        distribution,
        basis: { kind: "judgement", why: "" },
      };
      const readings = assumptionInterpretations(assumption, input);
      expect(readings).toHaveLength(interpretationsOf(belief).length);
      for (const { assumption: read } of readings) {
        const [low, high] = read.distribution.support;
        expect(low).toBeGreaterThanOrEqual(bounds.min);
        expect(high).toBeLessThanOrEqual(bounds.max);
        // What is told is what is played.
        expect(evaluateInputBelief(read.belief, unit, bounds).quantile(0.3)).toBe(
          read.distribution.quantile(0.3),
        );
      }
    },
  );
});
