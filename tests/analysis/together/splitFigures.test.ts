// Conditional figures: the same as those of the trials alone, and with errors that hold.
import { expect, test } from "vitest";
import { SortedOutcomes } from "../../../src/analysis/together/sortedOutcomes.ts";
import { outcomesOf, splitFigures } from "../../../src/analysis/together/splitFigures.ts";
import { defineScenario, event, scalar } from "../../../src/index.ts";
import { summarizeColumn } from "../../../src/simulation/statistics/columnSummary.ts";
import { t95 } from "../../../src/simulation/statistics/replicateError.ts";

const scenario = defineScenario({
  title: "Draws",
  question: "How much?",
  answer: "{drawn}",
  headline: ["drawn", "happens"],
  step: "month",
  inputs: {},
  outputs: { drawn: scalar("1", "Drawn"), happens: event("It happens") },
  trial: () => undefined,
});

/** mulberry32: independent of the kit's own numbers. */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

function drawn(seed: number, trials: number) {
  const next = uniforms(seed);
  const column = (draw: () => number) => Float64Array.from({ length: trials }, draw);
  const columns = {
    drawn: column(() => Math.log(1 - next())),
    happens: column(() => (next() < 0.3 ? 1 : 0)),
  };
  const holds = Uint8Array.from({ length: trials }, () => (next() < 0.1 ? 1 : 0));
  const played = { name: "draws", scenario, columns: { trials, steps: 1, inputs: {}, outputs: columns } };
  const world = { trials, scenarios: [played] };
  const outcomes = outcomesOf(world, "draws", ["drawn", "happens"]);
  const futures = { condition: "chance", parts: [], holds };
  return { columns, holds, split: splitFigures(new SortedOutcomes(world), futures, outcomes) };
}

test("a conditional median is the median of the trials in which the condition holds, smoothed or not", () => {
  // In 32,768 trials a tenth of them is enough for smoothing, in 2,048 it is not.
  for (const trials of [2048, 32_768]) {
    const { columns, holds, split } = drawn(1, trials);
    const among = (mark: number) =>
      summarizeColumn(
        columns.drawn.map((value, trial) => (holds[trial] === mark ? value : Number.NaN)),
        { isSmoothed: true },
      ).p50;
    expect(split.figures[0]).toMatchObject({ given: among(1), otherwise: among(0) });
  }
});

test("95 % intervals of conditional medians and chances cover, also in 200 trials", () => {
  const samples = 300;
  const truth = [Math.log(0.5), 0.3];
  const figures = Array.from({ length: samples }, (_, seed) =>
    drawn(seed, 2048).split.figures.map(({ given }) => given!),
  );
  for (const [k, value] of truth.entries()) {
    const own = figures.map((one) => one[k]!);
    const covered = own.filter((one) => Math.abs(one.value - value) <= t95 * one.error).length;
    // Four standard errors of a share of 300 around 95 %: one false alarm in 16,000.
    expect(covered / samples).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / samples));
    // And not by being wide.
    const scatter = Math.sqrt(own.reduce((sum, one) => sum + (one.value - value) ** 2, 0) / samples);
    expect(own.reduce((sum, { error }) => sum + error, 0) / samples).toBeLessThan(1.4 * scatter);
  }
});
