// An analysis is one file and one line of the index: findings hold what it found, and nothing else has to know it.
import { expect, test } from "vitest";
import type { Analysis } from "../../src/analysis/analysis.ts";
import { fixAt } from "../../src/analysis/fixAt.ts";
import { analyses } from "../../src/analysis/index.ts";
import { runScenario } from "../../src/analysis/runScenario.ts";
import type { Config } from "../../src/assumptions/assumptions.ts";
import { defineScenario, scalar } from "../../src/index.ts";
import { judged } from "../judged.ts";

const scenario = defineScenario({
  title: "Double",
  question: "How much?",
  answer: "{twice}.",
  headline: ["twice"],
  step: "month",
  inputs: { once: "1" },
  outputs: { twice: scalar("1", "Twice") },
  trial({ once }, out) {
    out.twice = 2 * once;
  },
});
const variant = (name: string, once: string) => ({
  name,
  title: name,
  assumptions: judged(scenario, { once }),
});
const config: Config = {
  seed: "s",
  trials: 1024,
  steps: 1,
  correlations: [],
  levels: [],
  claims: new Map(),
  variants: [variant("base", "uniform(0, 1)"), variant("more", "uniform(1, 2)")],
};

/** A toy: the means of all variants, how many are above the base, and the mean with the assumption at 5. */
const toy: Analysis<{ means: number[]; above: number; atFive: number }> = ({ config }) => {
  const means: number[] = [];
  let above = 0;
  return {
    extraRuns: 1,
    async look(run) {
      means.push((await run.mean("twice", 0)).value);
    },
    async compare(run) {
      if ((await run.difference("twice")).p5.value > 0) above++;
    },
    async findings({ simulator, onRun }) {
      const [once] = config.variants[0]!.assumptions;
      const run = await simulator.run({ name: "at five", assumptions: [fixAt(once!, 5, "1")] });
      await onRun();
      return { means, above, atFive: (await run.mean("twice", 0)).value };
    },
  };
};

test("a toy analysis answers beside the others, and its runs count for progress", async () => {
  const shares: number[] = [];
  const { findings } = await runScenario(
    { name: "double", scenario, config },
    { analyses: { ...analyses, toy }, onProgress: (share) => shares.push(share) },
  );
  expect(findings.toy.means[0]).toBeCloseTo(1, 2);
  expect(findings.toy.means[1]).toBeCloseTo(3, 2);
  expect(findings.toy).toMatchObject({ above: 1, atFive: 10 });
  // Two variants, two ends of the tornado's one bar, one run of the toy.
  expect(shares).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
  const { toy: _, ...others } = findings;
  expect(others).toEqual((await runScenario({ name: "double", scenario, config })).findings);
});
