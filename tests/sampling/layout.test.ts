// The layout of a project's plan: no two inputs share a dimension, and nothing moves when something is added.
import { expect, test } from "vitest";
import type { Assumption } from "../../src/assumptions/assumptions.ts";
import { drawKey, type InputDraw } from "../../src/assumptions/samplingPlan.ts";
import { evaluateBelief } from "../../src/beliefs/evaluateBelief.ts";
import { inputSampler } from "../../src/sampling/inputs.ts";
import { inputDraw, projectPlan } from "../../src/sampling/layout.ts";
import { replicates } from "../../src/sampling/plan.ts";
import { uniformSource } from "../../src/sampling/uniforms.ts";

const scenarios = ["deployment", "contingent", "payments", "bargain", "seoul", "manpower"];

/** All draws of a project with so many common assumptions and inputs a scenario. */
function drawsOf(names: readonly string[], common: number, own: number): InputDraw[] {
  return ["", ...names].flatMap((scenario) =>
    Array.from({ length: scenario === "" ? common : own }, (_, place) =>
      inputDraw({ scenario, input: `input${place}`, place }),
    ),
  );
}

function column(draw: InputDraw, trials: number, seed = "pairs"): Float64Array {
  const target = new Float64Array(trials);
  uniformSource(seed, draw)(target, 0);
  return target;
}

test("another scenario, common assumption or input at the end changes no draw (law)", () => {
  const more = drawsOf([...scenarios, "harvest"], 90, 200);
  const after = new Map(more.map((draw) => [drawKey(draw), draw]));
  for (const draw of drawsOf(scenarios, 5, 6)) expect(after.get(drawKey(draw))).toEqual(draw);
});

test("a shuffled column is a net in each scrambling, the same in any blocks and in a longer run (laws)", () => {
  const draw = inputDraw({ scenario: "payments", input: "pay", place: 3 });
  const values = column(draw, 4096);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const parts = values
      .filter((_, trial) => trial % replicates === replicate)
      .map((value) => Math.floor(value * 256));
    expect(new Set(parts).size).toBe(256);
  }
  const parts = new Float64Array(4096);
  const source = uniformSource("pairs", draw);
  for (const first of [2048, 0, 3072, 1024]) source(parts.subarray(first, first + 1024), first);
  expect(parts).toEqual(values);
  expect(column(draw, 8192).subarray(0, 4096)).toEqual(values);
});

test("every pair of inputs of a project is independent: the mean of their product errs as independent ones do (law)", () => {
  // Two scramblings of one dimension err 25 times as much as plain Monte Carlo.
  const trials = 4096;
  const draws = drawsOf(scenarios, 12, 10);
  const columns = draws.map((draw) => column(draw, trials).map((value) => (value - 0.5) * Math.sqrt(12)));
  let largest = 0;
  let squares = 0;
  let pairs = 0;
  for (const [k, one] of columns.entries()) {
    for (const other of columns.slice(k + 1)) {
      let sum = 0;
      for (let trial = 0; trial < trials; trial++) sum += one[trial]! * other[trial]!;
      const error = Math.abs(sum / trials) * Math.sqrt(trials);
      largest = Math.max(largest, error);
      squares += error ** 2;
      pairs++;
    }
  }
  // In units of plain Monte Carlo's error. Points that lie together stay together, which costs up to √2 of it between two
  // shuffled blocks; of 2,556 normal ones with an sd of √2 the largest is above 6.5 once in 90 times.
  expect(pairs).toBe((72 * 71) / 2);
  expect(largest).toBeLessThan(6.5);
  expect(Math.sqrt(squares / pairs)).toBeLessThan(Math.SQRT2);
});

test("a common draw is the same for every scenario, whatever it is correlated with there (law)", () => {
  const common = { names: ["a", "b", "c"], correlations: [{ between: ["a", "c"] as const, rank: 0.6 }] };
  const drawn = (name: string, own: number) => {
    const correlations = new Map([[name, own === 0 ? [] : [{ between: ["b", "x"] as const, rank: own }]]]);
    const scenario = { inputs: { x: "1", c: "1" } };
    const sample = inputSampler("common", projectPlan({ name, scenario, common, correlations }));
    return (input: string) => {
      const target = new Float64Array(1024);
      sample({ ...believed, name: input }, target, 0);
      return target;
    };
  };
  const [payments, seoul] = [drawn("payments", 0.8), drawn("seoul", 0)];
  for (const input of common.names) expect(payments(input)).toEqual(seoul(input));
  expect(payments("x")).not.toEqual(seoul("x"));
});

const believed: Assumption = {
  name: "",
  belief: "uniform(0, 1)",
  unit: "1",
  basis: { kind: "judgement", why: "Made up" },
  distribution: evaluateBelief("uniform(0, 1)"),
};
