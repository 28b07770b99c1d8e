// One interface for the runs of all variants, kept in memory or sketched.
import { beforeAll, describe, expect, test } from "vitest";
import type { Variant } from "../../src/assumptions/assumptions.ts";
import { defineScenario, event, scalar, series } from "../../src/index.ts";
import { roundTrials } from "../../src/sampling/plan.ts";
import { createEngine } from "../../src/simulation/engine.ts";
import { type Executor, inlineExecutor } from "../../src/simulation/executor.ts";
import type { ComparedRun, Run } from "../../src/simulation/run.ts";
import type { TrialSample } from "../../src/simulation/trialSample.ts";
import { simulateVariants, type VariantRuns } from "../../src/simulation/variantRuns.ts";
import { judged } from "../judged.ts";

const scenario = defineScenario({
  title: "Walk",
  question: "Where to?",
  answer: "{end}.",
  headline: ["end"],
  step: "month",
  inputs: { pace: "1" },
  outputs: { end: scalar("1", "End"), far: event("Far"), path: series("1", "Path") },
  trial({ pace }, out, { steps }) {
    for (let step = 0; step < steps; step++) out.path[step] = pace * (step + 1);
    out.end = pace * steps;
    out.far = out.end > 6;
  },
});
const steps = 2;
const variant = (name: string, pace: string): Variant => ({
  name,
  title: name,
  assumptions: judged(scenario, { pace }),
});
const variants = [
  variant("base", "uniform(1, 3)"),
  variant("fast", "uniform(2, 4)"),
  variant("still", "0"),
  variant("slow", "uniform(0, 1)"),
];

function executorOf({ concurrency = 1 } = {}): Executor {
  const engine = createEngine("walk", scenario, { seed: "s", steps, correlations: [] });
  return { ...inlineExecutor(engine), concurrency };
}

/** What each run says when it is visited. */
async function visited(runs: VariantRuns) {
  const seen: { name: string; median: number; far: number; end: number; greater?: number }[] = [];
  const look = async (run: Run) => {
    // Whoever takes its time finds the columns of its own variant all the same.
    await new Promise((resolve) => setTimeout(resolve, 2));
    const { p50 } = await run.summary("path", 1);
    const far = await run.mean("far", 0);
    const end = await run.median("end", 0);
    seen.push({ name: run.name, median: p50.value, far: far.value, end: end.value });
  };
  const base = await runs.visit({
    base: look,
    other: async (run: ComparedRun) => {
      expect(run.against).toBe("base");
      await look(run);
      seen.at(-1)!.greater = (await run.difference("end")).greater.value;
    },
  });
  return { seen, base };
}

describe("right answers, by hand", () => {
  const trials = 1024;
  test.each([1, 3])("in memory, with a concurrency of %i", async (concurrency) => {
    const samples: TrialSample[] = [];
    const onSample = (sample: TrialSample) => samples.push(sample);
    const runs = await simulateVariants(scenario, executorOf({ concurrency }), {
      ...{ trials, steps, variants, onSample },
    });
    expect(runs).toMatchObject({ trials, sketch: undefined, shareDone: 0 });
    const { seen, base } = await visited(runs);
    expect(seen.map(({ name }) => name)).toEqual(["base", "fast", "still", "slow"]);
    expect(samples.map((sample) => sample.variant)).toEqual(["base", "fast", "still", "slow"]);
    for (const [k, middle] of [4, 6, 0, 1].entries()) {
      expect(seen[k]!.median).toBeCloseTo(middle, 1);
      expect(seen[k]!.end).toBeCloseTo(middle, 1);
    }
    expect(seen[1]!.far).toBeCloseTo(0.5, 2);
    expect(seen.slice(1).map(({ greater }) => greater)).toEqual([1, 0, 0]);
    const kept = await base.kept();
    expect(kept.trials).toBe(trials);
    // The base's columns are still its own after the visit.
    expect((await base.mean("path", 0)).value).toBeCloseTo(2, 2);
  });

  describe("sketched: more trials than are kept", () => {
    const many = roundTrials(2 ** 20 + 1);
    let runs: VariantRuns;
    const progress: number[] = [];
    beforeAll(async () => {
      runs = await simulateVariants(scenario, executorOf(), {
        ...{ trials: many, steps, variants: variants.slice(0, 2) },
        onProgress: (share) => progress.push(share),
      });
    }, 60_000);

    test("the same questions have the same answers, within the sketch's error", async () => {
      const { seen } = await visited(runs);
      expect(seen[0]!.median).toBeCloseTo(4, 2);
      expect(seen[1]!.median).toBeCloseTo(6, 2);
      expect(seen[1]!.far).toBeCloseTo(0.5, 3);
      expect(seen[1]!.greater).toBe(1);
    });

    test("what needs columns is of the first trials", async () => {
      const base = await runs.visit({ base: async () => undefined, other: async () => undefined });
      const { trials: kept, outputs } = await base.kept();
      expect(kept).toBe(runs.sketch!.closeTrials);
      expect(outputs.path).toHaveLength(steps * kept);
      expect(kept).toBeLessThan(base.trials);
      const crossing = await base.crossing("path", "above", 3);
      expect(crossing.never.value).toBeCloseTo(0.25, 2);
      expect(crossing.chance.value[0]).toBe(0);
    });

    test("crossings that are asked for at once share a column and have their own answers", async () => {
      const asked: ReturnType<Run["crossing"]>[] = [];
      const ask = async (run: Run) => {
        for (const level of [3, 5]) asked.push(run.crossing("path", "above", level));
      };
      await runs.visit({ base: ask, other: ask });
      const never = (await Promise.all(asked)).map((one) => one.never.value);
      // Of pace(1, 3) and pace(2, 4): twice the pace is 3 or less in 1/4 and 0, 5 or less in 3/4 and 1/4.
      for (const [k, exact] of [0.25, 0.75, 0, 0.25].entries()) expect(never[k]).toBeCloseTo(exact, 2);
    });

    test("progress rises to the share that is done before the visit", () => {
      expect(progress.at(-1)).toBe(runs.shareDone);
      expect([...progress].sort((a, b) => a - b)).toEqual(progress);
    });
  });
});
