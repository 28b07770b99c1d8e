import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Assumption } from "../../src/assumptions/assumptions.ts";
import { evaluateBelief } from "../../src/beliefs/evaluateBelief.ts";
import { choleskyFactor } from "../../src/sampling/copula.ts";
import { inputSampler } from "../../src/sampling/inputs.ts";
import { ownPlan } from "../../src/sampling/ownPlan.ts";
import { roundTrials } from "../../src/sampling/plan.ts";

interface CopulaCase {
  spearman_target: number;
  gaussian_pearson: number;
}
const { gaussian_copula: cases } = JSON.parse(
  readFileSync(new URL("../reference/correlation.json", import.meta.url), "utf8"),
) as { gaussian_copula: CopulaCase[] };

const trials = 16_384;

function assumption(name: string, belief: string): Assumption {
  return {
    name,
    belief,
    unit: "1",
    distribution: evaluateBelief(belief),
    basis: { kind: "judgement", why: "" },
  };
}

function sample(
  names: string[],
  rank = 0,
  beliefs: Record<string, string> = {},
): Record<string, Float64Array> {
  const correlations = rank === 0 ? [] : [{ between: ["a", "b"] as const, rank }];
  const sampleInput = inputSampler("inputs", ownPlan("test", names, correlations));
  return Object.fromEntries(
    names.map((name) => {
      const column = new Float64Array(trials);
      sampleInput(assumption(name, beliefs[name] ?? "uniform(0, 1)"), column, 0);
      return [name, column];
    }),
  );
}

/** Correlation of ranks. */
function spearman(a: Float64Array, b: Float64Array): number {
  const [x, y] = [ranks(a), ranks(b)];
  const middle = (a.length - 1) / 2;
  let [sum, squares] = [0, 0];
  for (let k = 0; k < a.length; k++) {
    sum += (x[k]! - middle) * (y[k]! - middle);
    squares += (x[k]! - middle) ** 2;
  }
  return sum / squares;
}

function ranks(column: Float64Array): Float64Array {
  const order = Array.from(column.keys()).sort((i, j) => column[i]! - column[j]!);
  const result = new Float64Array(column.length);
  for (const [rank, index] of order.entries()) result[index] = rank;
  return result;
}

describe("inputs", () => {
  test.each(cases)(
    "get the rank correlation $spearman_target (right answer: Pearson 1907)",
    ({ spearman_target: rank }) => {
      const { a, b } = sample(["a", "b"], rank, { a: "lognormal(0, 2)" });
      // Plain sampling would be off by 1/√16,384 = 0.008 at no correlation; scrambled points are closer.
      expect(Math.abs(spearman(a!, b!) - rank)).toBeLessThan(0.02);
    },
  );

  test("keep their own values when another is added at the end, or correlated with a later one (law)", () => {
    const before = sample(["a", "b"]);
    const after = sample(["a", "b", "c"]);
    expect(after.a).toEqual(before.a);
    expect(after.b).toEqual(before.b);
    // The first of a correlated pair goes through Φ(Φ⁻¹(u)), which rounds.
    const correlated = sample(["a", "b"], 0.5).a!;
    expect(correlated.every((value, k) => Math.abs(value - before.a![k]!) < 1e-12)).toBe(true);
  });

  test("have the distribution that is believed (right answer: its mean)", () => {
    const { a, b } = sample(["a", "b"], 0, { a: "pert(11k, 30k, 100k)", b: "poisson(4.5)" });
    const mean = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0) / trials;
    expect(Math.abs(mean(a!) / 38_500 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(mean(b!) / 4.5 - 1)).toBeLessThan(2e-3);
  });
});

test("a singular correlation matrix has a factor, and its square is the matrix (law)", () => {
  const matrix = [
    [1, 1, 0.3],
    [1, 1, 0.3],
    [0.3, 0.3, 1],
  ];
  const factor = choleskyFactor(matrix);
  for (const [i, row] of matrix.entries()) {
    for (const [j, expected] of row.entries()) {
      const product = factor[i]!.reduce((sum, value, k) => sum + value * (factor[j]![k] ?? 0), 0);
      expect(product).toBeCloseTo(expected, 12);
    }
  }
});

test("trials are rounded up to 16 scramblings of points with five binary digits (right answers)", () => {
  expect([1, 256, 257, 1000, 1024, 16_384, 16_385, 100_000, 1_000_000].map(roundTrials)).toEqual([
    256, 256, 272, 1024, 1024, 16_384, 17_408, 102_400, 1_015_808,
  ]);
  for (let asked = 1; asked < 1e9; asked = asked * 3 + 1) {
    const used = roundTrials(asked);
    expect(used).toBeGreaterThanOrEqual(asked);
    expect(roundTrials(used)).toBe(used);
  }
});
