// Columns that buckets can get wrong, with their exact quantiles; at any number of trials.
import type { Variant } from "../../../src/assumptions/assumptions.ts";
import { defineScenario, scalar } from "../../../src/index.ts";
import { wichuraQuantile } from "../../../src/numeric/wichuraQuantile.ts";
import { createEngine } from "../../../src/simulation/engine.ts";
import { inlineExecutor } from "../../../src/simulation/executor.ts";
import { runSketched } from "../../../src/simulation/sketch/runSketched.ts";
import type { Sketch } from "../../../src/simulation/sketch/sketch.ts";
import { judged } from "../../judged.ts";

const shape = 1.1;
/** Both signs of a Pareto distribution's tail. */
const twoTails = (u: number) => (u < 0.5 ? -1 : 1) * (2 * Math.min(u, 1 - u)) ** (-1 / shape);

/** Each output's quantile function, by hand. Input and noise are independent uniforms. */
export const exactQuantiles: Readonly<Record<string, (p: number) => number>> = {
  spike: (p) => -3 + p / 0.999,
  far: (p) => 144_000_000 + 30_000 * wichuraQuantile(p),
  // Three atoms and the whole numbers from 0 to 99,999.
  whole: (p) => (p < 0.2 ? -7 : p < 0.5 ? 0 : p < 0.6 ? 3 : Math.floor(((p - 0.6) / 0.4) * 100_000)),
  tails: twoTails,
  // Humps around ±1e6 with 45 % each, and a point in the gap.
  humps: (p) => (p < 0.45 ? -1e6 + p / 0.45 : p < 0.55 ? 5 : 1e6 + (p - 0.55) / 0.45),
};

/** A model with the five columns. */
export const awkward = defineScenario({
  title: "Awkward columns",
  question: "Which?",
  answer: "{spike}.",
  headline: ["spike"],
  step: "month",
  inputs: { x: "1" },
  outputs: {
    spike: scalar("1", "Rare and large, of the other sign"),
    far: scalar("1", "Far from zero"),
    whole: scalar("1", "Atoms and whole numbers"),
    tails: scalar("1", "A heavy tail on both sides"),
    humps: scalar("1", "Two humps and a point"),
  },
  trial({ x }, out, { random }) {
    const u = random.uniform();
    out.spike = random.uniform() < 0.001 ? 1e8 * x : -2 - x;
    out.far = 144_000_000 + random.normal(0, 30_000);
    out.whole = exactQuantiles.whole!(u);
    out.tails = twoTails(random.uniform());
    out.humps = exactQuantiles.humps!(random.uniform());
  },
});

const base: Variant = { name: "base", title: "Base", assumptions: judged(awkward, { x: "uniform(0, 1)" }) };
export const awkwardEngine = () =>
  inlineExecutor(createEngine("awkward", awkward, { seed: "a", steps: 1, correlations: [] }));

/** The sketches of some outputs. */
export async function sketchesOf(keep: readonly string[], trials: number): Promise<Record<string, Sketch>> {
  const request = { trials, steps: 1, variants: [base], keep, chunkSize: 2 ** 14 };
  const { outputs } = (await runSketched(awkward, awkwardEngine(), request)).get("base")!;
  return Object.fromEntries(keep.map((name) => [name, outputs[name]![0]!]));
}

export { base as awkwardBase };
