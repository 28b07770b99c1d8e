// Runs that are too long to keep: their sketches show what the kept columns would.
import { beforeAll, describe, expect, test } from "vitest";
import { compare } from "../../../src/analysis/comparison.ts";
import type { OutputSummary } from "../../../src/analysis/findings.ts";
import { summarize } from "../../../src/analysis/summary.ts";
import type { Assumption, Variant } from "../../../src/assumptions/assumptions.ts";
import { evaluateBelief } from "../../../src/beliefs/evaluateBelief.ts";
import { defineScenario, event, eventSeries, scalar, series } from "../../../src/index.ts";
import { createEngine } from "../../../src/simulation/engine.ts";
import { type Executor, inlineExecutor } from "../../../src/simulation/executor.ts";
import type { InMemoryRun } from "../../../src/simulation/inMemoryRun.ts";
import type { ComparedRun } from "../../../src/simulation/run.ts";
import { Simulator } from "../../../src/simulation/simulator.ts";
import type { Sketches } from "../../../src/simulation/sketch/fitSketches.ts";
import { runSketched } from "../../../src/simulation/sketch/runSketched.ts";
import { sketchedRun } from "../../../src/simulation/sketch/sketchedRun.ts";
import type { Estimate, Statistic } from "../../../src/simulation/statistics/estimate.ts";
import { exceedanceCurve } from "../../../src/simulation/statistics/exceedanceCurve.ts";
import type { TrialSample } from "../../../src/simulation/trialSample.ts";

const trials = 2 ** 17; // two samples' worth
const steps = 3;

/** Outputs of every shape that buckets could get wrong. */
const shapes = defineScenario({
  title: "Shapes",
  question: "Which?",
  answer: "{spread}.",
  headline: ["spread"],
  step: "month",
  inputs: { level: "1", width: "1" },
  outputs: {
    spread: scalar("1", "Over many orders of magnitude"),
    signed: scalar("1", "On both sides of zero"),
    negative: scalar("1", "Below zero"),
    count: scalar("1", "Whole numbers"),
    fixed: scalar("1", "Always the same"),
    mostlyZero: scalar("1", "Nothing, or something"),
    late: scalar("months", "Does not always happen", { mayNotHappen: true }),
    rare: event("One in a hundred"),
    path: series("1", "Path"),
    above: eventSeries("Above its start"),
  },
  trial({ level, width }, out, { steps, random }) {
    const chance = random.uniform();
    out.spread = Math.exp(5 * width);
    out.signed = width * level + random.normal();
    out.negative = -1e6 - 1000 * level;
    out.count = random.poisson(level);
    out.fixed = 1 / 3;
    out.mostlyZero = chance < 0.7 ? 0 : chance * level;
    out.late = chance < 0.4 ? Number.NaN : Math.ceil(12 * chance);
    out.rare = chance < 0.01;
    for (let step = 0; step < steps; step++) {
      out.path[step] = level + step * width;
      out.above[step] = out.path[step]! > level ? 1 : 0;
    }
  },
});

function assumption(name: string, belief: string): Assumption {
  return {
    name,
    belief,
    unit: "1",
    distribution: evaluateBelief(belief),
    basis: { kind: "judgement", why: "A test" },
  };
}
const base: Variant = {
  name: "base",
  title: "Base",
  assumptions: [assumption("level", "pert(2, 5, 20)"), assumption("width", "normal(0, 1)")],
};
const high: Variant = {
  name: "high",
  title: "High",
  assumptions: [assumption("level", "pert(3, 8, 30)"), base.assumptions[1]!],
};

function engineExecutor(): Executor {
  return inlineExecutor(createEngine("shapes", shapes, { seed: "s", steps, correlations: [] }));
}

function stream(executor: Executor, onSample?: (sample: TrialSample) => void): Promise<Sketches> {
  const keep = Object.keys(shapes.outputs);
  return runSketched(shapes, executor, {
    trials,
    steps,
    variants: [base, high],
    keep,
    chunkSize: 2 ** 14,
    differences: true,
    onSample,
  });
}

/** What questions are asked of, from the sketches of a variant. */
function runOf(variant: Variant): ComparedRun {
  return sketchedRun({
    name: variant.name,
    against: "base",
    trials,
    steps,
    declared: shapes.outputs,
    sketches: sketched.get(variant.name)!,
    simulateFirst: () => simulator.run(variant),
    crossFirst: async (...question) => (await simulator.run(variant)).crossing(...question),
  });
}

let simulator: Simulator;
let kept: { base: InMemoryRun; high: InMemoryRun };
let sketched: Sketches;
beforeAll(async () => {
  const executor = engineExecutor();
  simulator = new Simulator(shapes, executor, { trials, steps });
  kept = { base: await simulator.run(base), high: await simulator.run(high) };
  sketched = await stream(executor);
}, 60_000);

describe("right answers: against the columns themselves", () => {
  const statistics: readonly Statistic[] = ["mean", "sd", "p5", "p25", "p50", "p75", "p95"];

  let exact: Record<string, OutputSummary>;
  let found: Record<string, OutputSummary>;
  beforeAll(async () => {
    exact = await summarize(kept.base);
    found = await summarize(runOf(base));
  }, 60_000);

  /** Every figure of an output, steps side by side. */
  function figures(output: OutputSummary): [name: string, Estimate][] {
    const named: [string, { value: number | number[]; error: number | number[] }][] = [];
    if ("probability" in output) named.push(["probability", output.probability]);
    else for (const name of statistics) named.push([name, output[name]]);
    if ("never" in output) named.push(["never", output.never!]);
    return named.flatMap(([name, { value, error }]) => {
      const [values, errors] = [[value].flat(), [error].flat()];
      return values.map((one, k): [string, Estimate] => [`${name} ${k}`, { value: one, error: errors[k]! }]);
    });
  }

  test("sums are as exact, quantiles stay within 4 of their errors, errors are alike", () => {
    for (const [name, output] of Object.entries(exact)) {
      const others = new Map(figures(found[name]!));
      for (const [figure, { value, error }] of figures(output)) {
        const other = others.get(figure)!;
        const isQuantile = /^p\d/.test(figure);
        const allowed = isQuantile ? 4 * other.error : 1e-9 * Math.abs(value) + 1e-12;
        expect(Math.abs(other.value - value), `${name} ${figure}`).toBeLessThanOrEqual(allowed);
        // Those of quantiles are larger by what a bucket leaves open: `awkwardColumns.test.ts` says by how much.
        // Of a column also the tail is judged, of a sketch the scatter alone.
        if (isQuantile || !Number.isFinite(error)) continue;
        expect(other.error, `error of ${name} ${figure}`).toBeLessThanOrEqual(1.5 * error + 1e-9);
        expect(other.error, `error of ${name} ${figure}`).toBeGreaterThanOrEqual(error / 4 - 1e-9);
      }
    }
  });

  test("within a bucket values are spread evenly: quantiles differ by no more than their own error allows", () => {
    for (const name of ["spread", "signed"]) {
      const [a, b] = [exact[name]!, found[name]!];
      if (a.kind !== "scalar" || b.kind !== "scalar") throw new Error("both are scalars");
      for (const band of ["p5", "p25", "p50", "p75", "p95"] as const) {
        expect(Math.abs(a[band].value - b[band].value)).toBeLessThan(2 * a[band].error);
      }
    }
  });

  test("whole numbers stay whole, and what is always the same stays so without error", () => {
    for (const name of ["count", "late"]) {
      for (const band of ["p5", "p50", "p95"] as const) {
        const [a, b] = [exact[name] as { p50: Estimate }, found[name] as { p50: Estimate }];
        expect((b as Record<string, Estimate>)[band]!.value).toBe(
          (a as Record<string, Estimate>)[band]!.value,
        );
      }
    }
    expect(found.fixed).toMatchObject({ p5: { value: 1 / 3, error: 0 }, sd: { value: 0, error: 0 } });
    expect(found.mostlyZero).toMatchObject({ p5: { value: 0 }, p50: { value: 0 } });
  });

  test("differences are paired", async () => {
    const exact = await compare(kept.high.comparedTo(kept.base));
    const found = await compare(runOf(high));
    expect(found).toMatchObject({ variant: "high", against: "base" });
    expect(Object.keys(found.outputs)).toEqual(Object.keys(exact.outputs));
    for (const name of ["signed", "count", "negative"]) {
      const [a, b] = [exact.outputs[name]!, found.outputs[name]!];
      expect(b.chanceGreater).toEqual(a.chanceGreater);
      expect(b.difference.mean.value).toBeCloseTo(a.difference.mean.value, 9);
      expect(Math.abs(b.difference.p5.value - a.difference.p5.value)).toBeLessThanOrEqual(
        4 * b.difference.p5.error,
      );
    }
  });

  test("the chance of more than x is the same to a thousandth", async () => {
    for (const name of ["spread", "signed", "count", "late"]) {
      const column = kept.base.outputs[name]!;
      const { x, more } = await runOf(base).exceedance(name);
      expect(x.length).toBeGreaterThan(5);
      expect(x.length).toBeLessThanOrEqual(exceedanceCurve(column).x.length + 1);
      for (const [k, limit] of x.entries()) {
        let count = 0;
        // A step has its value twice: just below, and at it.
        const isStep = x[k + 1] === limit;
        for (let trial = 0; trial < trials; trial++)
          if (column[trial]! > limit || (isStep && column[trial] === limit)) count++;
        expect(Math.abs(more[k]! - count / trials), `${name} above ${limit}`).toBeLessThan(0.001);
      }
    }
  });
});

function sameBytes(one: Float64Array | Uint32Array, other: Float64Array | Uint32Array): boolean {
  const bytes = ({ buffer, byteOffset, byteLength }: typeof one) =>
    Buffer.from(buffer, byteOffset, byteLength);
  return bytes(one).equals(bytes(other));
}

describe("laws", () => {
  let found: Sketches;
  const samples: TrialSample[] = [];
  beforeAll(async () => {
    const { call, allocate } = engineExecutor();
    let calls = 0;
    const restless: Executor = {
      concurrency: 3,
      allocate,
      // Every third call is kept waiting, so that chunks overtake each other.
      call: async (method, argument) => {
        if (calls++ % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 1 + (calls % 5)));
        return call(method, argument);
      },
    };
    found = await stream(restless, (sample) => samples.push(sample));
  }, 60_000);

  test("the sketches are the same to the last bit, whoever is quicker", () => {
    for (const [variant, sketches] of sketched) {
      for (const [name, columns] of Object.entries(sketches.outputs)) {
        for (const [step, sketch] of columns.entries()) {
          const other = found.get(variant)!.outputs[name]![step]!;
          expect(sameBytes(other.numbers, sketch.numbers), `${variant} ${name} ${step}`).toBe(true);
          expect(sameBytes(other.histogram, sketch.histogram)).toBe(true);
        }
      }
    }
  });

  test("the first failure is told, whoever is quicker", async () => {
    const { call, allocate } = engineExecutor();
    const failing: Executor = {
      concurrency: 3,
      allocate,
      call: async (method, argument) => {
        const { first } = argument as { first?: number };
        if (method === "runTrials" && first !== undefined && first >= 32_768) {
          await new Promise((resolve) => setTimeout(resolve, first === 32_768 ? 20 : 0));
          throw new Error(`trial ${first}`);
        }
        return call(method, argument);
      },
    };
    await expect(stream(failing)).rejects.toThrow("trial 32768");
  });

  test("a sample of the trials takes every other point of all scramblings, and their own numbers", () => {
    expect(samples.map(({ variant }) => variant)).toEqual(["base", "high"]);
    const { trials: numbers, outputs, inputs } = samples[1]!;
    expect(numbers.length).toBe(65_536);
    expect([...numbers.subarray(14, 18)]).toEqual([14, 15, 32, 33]);
    expect(numbers.every((trial, row) => outputs.signed![row] === kept.high.outputs.signed![trial])).toBe(
      true,
    );
    expect(numbers.every((trial, row) => inputs.level![row] === kept.high.inputs.level![trial])).toBe(true);
    expect(Object.keys(outputs)).not.toContain("path");
  });
});
