import { expect, test } from "vitest";
import { runScenario } from "../../src/analysis/runScenario.ts";
import type { Config } from "../../src/assumptions/assumptions.ts";
import { levelName, levelWords } from "../../src/format/levelText.ts";
import { defineScenario, event, series } from "../../src/index.ts";
import { summarizeCrossing } from "../../src/simulation/statistics/crossing.ts";
import { minShareError } from "../../src/simulation/statistics/replicateError.ts";

const trials = 64;

/** A series laid out step by step, from what each trial has at each step. */
function columnOf(steps: number, value: (trial: number, step: number) => number): Float64Array {
  return Float64Array.from({ length: steps * trials }, (_, i) =>
    value(i % trials, Math.floor(i / trials) + 1),
  );
}

test("half cross at step 2, a quarter at step 4, a quarter never (right answer by hand)", () => {
  // Trials come in scramblings of 16: blocks of 16 give all scramblings the same share, and so the least error.
  const crossesAt = (trial: number) => [2, 2, 4, 9][Math.floor(trial / 16)]!;
  const column = columnOf(5, (trial, step) => (step >= crossesAt(trial) ? -1 : 0));
  const summary = summarizeCrossing({ column, trials, steps: 5, side: "below", level: 0 });
  expect(summary.chance.value).toEqual([0, 0.5, 0.5, 0.75, 0.75]);
  expect(summary.never).toEqual({ value: 0.25, error: minShareError(trials) });
  expect(summary.mode).toBe(2);
  expect(summary.mean.value).toBeCloseTo(8 / 3, 12);
  expect([summary.p5.value, summary.p50.value, summary.p95.value]).toEqual([2, 2, 4]);
});

test("only the first crossing counts, and a value at the level has not crossed (right answer)", () => {
  const column = columnOf(4, (_, step) => [1, 2, 0, 2][step - 1]!);
  const above = (level: number) => summarizeCrossing({ column, trials, steps: 4, side: "above", level });
  expect(above(1).mode).toBe(2);
  expect(above(2)).toMatchObject({
    never: { value: 1, error: minShareError(trials) },
    chance: { value: [0, 0, 0, 0] },
  });
  expect(above(2)).not.toHaveProperty("mode");
  expect(above(2).p50.value).toBeNaN();
});

const monthly = 0.2;
const months = 12;
const scenario = defineScenario({
  title: "Waiting",
  question: "When?",
  answer: "{ever}",
  headline: ["ever"],
  step: "month",
  inputs: {},
  outputs: { happens: series("1", "Happens"), ever: event("Ever") },
  trial(_, out, { steps, random }) {
    let ever = false;
    for (let month = 0; month < steps; month++) {
      const happens = random.bernoulli(monthly);
      if (happens) ever = true;
      out.happens[month] = happens;
    }
    out.ever = ever;
  },
});

test("a chance that is the same every month gives the geometric distribution (right answer)", async () => {
  const config: Config = {
    seed: "geometric",
    trials: 16_384,
    steps: months,
    variants: [{ name: "base", title: "Base", assumptions: [] }],
    correlations: [],
    levels: [{ output: "happens", side: "above", level: 0.5 }],
    claims: new Map(),
  };
  const { findings } = await runScenario({ name: "waiting", scenario, config });
  const [base] = findings.crossings[0]!.variants;
  for (let month = 1; month <= months; month++) {
    const [value, error] = [base!.chance.value[month - 1]!, base!.chance.error[month - 1]!];
    // Twelve comparisons: false alarm 1 in 300 for a t of 15 degrees of freedom, once, since the seed is fixed.
    expect(Math.abs(value - (1 - (1 - monthly) ** month))).toBeLessThan(4.5 * error);
  }
  expect(base!.mode).toBe(1);
  // Of those that cross within 12 months half do so by month 3: (1 − 0.8³) / (1 − 0.8¹²) = 0.524, and 0.387 by month 2.
  expect(base!.p50).toEqual({ value: 3, error: 0 });
});

test("a level is called by its own label, or by output, side and figure (frozen value)", () => {
  const level = { output: "b", outputLabel: "Balance", unit: "men", side: "below", level: -100_000 } as const;
  expect(levelWords({ ...level, variants: [] })).toBe("Balance below −100k men");
  expect(levelWords({ ...level, label: "Lost", variants: [] })).toBe("Lost");
  expect(levelName(level)).toBe("below-minus-100k");
  expect(levelName({ side: "above", level: 1.5e9 })).toBe("above-1_5B");
});
